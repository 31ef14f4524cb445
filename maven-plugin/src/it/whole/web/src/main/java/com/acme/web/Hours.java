package com.acme.web;

import java.time.LocalTime;
import java.time.format.DateTimeFormatter;

public final class Hours {
  private static final DateTimeFormatter WEEK = DateTimeFormatter.ofPattern("YYYY-MM");

  public boolean isOpen() {
    return LocalTime.now().getHour() > 8;
  }

  public DateTimeFormatter week() {
    return WEEK;
  }
}
