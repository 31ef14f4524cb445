package com.acme;

final class Invoices {
  private Invoices() {}

  static Invoice any() {
    return new Invoice();
  }
}
