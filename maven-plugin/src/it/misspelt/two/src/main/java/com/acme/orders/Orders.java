package com.acme.orders;

public final class Orders {
  public int size() {
    return 1;
  }
}
