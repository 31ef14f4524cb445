package dev.zonegate.facts;

/**
 * A method that answers a request of a functional route, wherever that names it.
 *
 * @param endpoint what is known of it, but by what it is called
 */
public record RouteHandler(Endpoint endpoint) implements Fact {
  @Override
  public String path() {
    return endpoint.file();
  }
}
