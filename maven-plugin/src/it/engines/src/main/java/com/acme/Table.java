package com.acme;

final class Table {
  private final byte[] name;

  Table(byte[] name) {
    this.name = name.clone();
  }

  String name() {
    return new String(name);
  }
}
