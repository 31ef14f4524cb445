package com.acme.ledger;

import java.time.LocalDate;

public record Entry(String account, long cents, LocalDate booked) {
  public static Entry today(String account, long cents) {
    return new Entry(account, cents, LocalDate.now());
  }
}
