package com.acme.shop.core;

import org.springframework.security.access.annotation.Secured;

public class Prices {
  @Secured("ROLE_CLERK")
  public void change(long article, long cents) {}
}
