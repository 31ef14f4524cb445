package com.acme.ledger;

public final class Entry {
  private final long cents;

  public Entry(long cents) {
    this.cents = cents;
  }

  public long cents() {
    return cents;
  }
}
