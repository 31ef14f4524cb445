package com.acme.one;

import java.time.LocalDate;

@Regulated
public final class Ledger {
  public LocalDate day() {
    return LocalDate.now();
  }

  public int size() {
    return 1;
  }
}
