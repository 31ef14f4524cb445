package com.acme.edge;

import java.time.LocalTime;

public final class OpeningHours {
  public boolean isOpen() {
    return LocalTime.now().getHour() < 18;
  }
}
