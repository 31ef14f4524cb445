package dev.zonegate.facts;

import dev.zonegate.model.Span;
import java.util.List;

/**
 * A class or interface some of whose methods a framework calls, or may call because a supertype
 * maps them. {@link Endpoints} puts these together.
 *
 * @param at its name
 * @param name qualified
 * @param isInterface whether it is one, or an abstract class: nothing is called on it
 * @param isController whether a framework serves its methods
 * @param isClient whether it is how this program calls another one
 * @param supertypes names of all its supertypes as far as they are known
 * @param prefixes paths that go before those of its methods
 * @param guards what guards all of its methods
 * @param methods those that may be handlers
 * @param locators those that hand a request on to another class
 */
public record WebType(
    String path,
    Span at,
    String name,
    boolean isInterface,
    boolean isController,
    boolean isClient,
    List<String> supertypes,
    List<String> prefixes,
    List<Guard> guards,
    List<WebMethod> methods,
    List<Locator> locators)
    implements Fact {
  /**
   * A method that is a handler, or may be one by what it overrides.
   *
   * @param parameters types of its parameters
   * @param isOverride whether it says that a supertype declares it
   * @param hasBody whether there is something to call
   * @param mappings by which it is called; none if only a supertype can say
   * @param guards on it and in it
   * @param changesData whether it calls what changes data
   * @param isTakingPrincipal whether it is told who calls
   * @param possible annotations on it of which nothing is known
   * @param ownAnnotations names of those that no known library declares
   * @param calls methods of a superclass that it calls: {@code create/1}
   */
  public record WebMethod(
      Span at,
      String name,
      List<String> parameters,
      boolean isOverride,
      boolean hasBody,
      List<Mapping> mappings,
      List<Guard> guards,
      boolean changesData,
      boolean isTakingPrincipal,
      List<Guard> possible,
      List<String> ownAnnotations,
      List<String> calls) {}

  /**
   * What calls a method.
   *
   * @param verbs HTTP methods; empty for any
   * @param paths or topics, or the like
   */
  public record Mapping(Endpoint.Kind kind, List<String> verbs, List<String> paths) {}

  /**
   * A method that returns the object which serves what is below a path.
   *
   * @param types of what it may return
   * @param calls of factories that make what it may return: {@code org.acme.Factory#create/1}
   * @param guards on it and on the way to what it returns
   */
  public record Locator(
      List<String> paths, List<String> types, List<String> calls, List<Guard> guards) {}
}
