package com.acme.ledger;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;

public final class Entry {
  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("YYYY-MM-dd");

  public String on(LocalDate day) {
    return day.format(DAY);
  }
}
