package com.acme;

import java.time.LocalDate;

public final class Reminder {
  public LocalDate next(Invoice invoice) {
    return invoice.due().minusDays(3);
  }
}
