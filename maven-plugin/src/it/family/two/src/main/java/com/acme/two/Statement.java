package com.acme.two;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;

final class Statement {
  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("YYYY-MM-dd");

  String title() {
    return "Statement of " + LocalDate.now().format(DAY);
  }
}
