package com.acme;

import java.time.LocalDate;

public final class Invoice {
  public LocalDate due() {
    return LocalDate.now().plusDays(30);
  }
}
