package com.acme.shop.web;

import com.acme.shop.core.ClerkOnly;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/orders")
class OrderController {
  @GetMapping("/{id}")
  @ClerkOnly
  String read(@PathVariable("id") long id) {
    return "order " + id;
  }

  @PostMapping
  @ClerkOnly
  void place() {}

  @PutMapping("/{id}")
  void change(@PathVariable("id") long id) {}

  @DeleteMapping("/{id}")
  void delete(@PathVariable("id") long id) {}
}
