package com.acme.orders;

import java.time.LocalDate;

public final class Orders {
  public LocalDate day() {
    return LocalDate.now();
  }
}
