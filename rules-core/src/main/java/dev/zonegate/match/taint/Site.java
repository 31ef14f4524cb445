package dev.zonegate.match.taint;

import dev.zonegate.model.Node;

/** Where objects are made: all objects made there by the same chain of calls are one. */
final class Site {
  final int number;
  final Node node;
  final Value self;

  /**
   * A site.
   *
   * @param number no other site has it
   * @param self for a lambda or the body of an anonymous class, {@code this} around it
   */
  Site(int number, Node node, Value self) {
    this.number = number;
    this.node = node;
    this.self = self;
  }
}
