package com.acme.orders;

/** Orders. */
public class Orders {
  String name(String text) {
    return text.toLowerCase();
  }
}
