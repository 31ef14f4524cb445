package dev.zonegate.facts;

/**
 * A way into the program that one place in the code states whole: a route, a servlet, a service.
 */
public record Route(Endpoint endpoint) implements Fact {
  @Override
  public String path() {
    return endpoint.file();
  }
}
