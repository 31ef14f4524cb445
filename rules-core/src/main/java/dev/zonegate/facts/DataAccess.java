package dev.zonegate.facts;

import dev.zonegate.model.Span;
import java.util.List;

/**
 * What a method gets from the project's stores and hands to its other methods.
 *
 * @param at its name
 * @param type qualified name of its class
 * @param supertypes names of all supertypes of its class as far as they are known
 * @param parameters how many parameters it has
 * @param isTied whether it, or a method of the file that it calls, looks at who is calling
 * @param stores the calls of stores, in source order
 * @param calls the calls of other methods of the project
 */
public record DataAccess(
    String path,
    Span at,
    String type,
    List<String> supertypes,
    String method,
    int parameters,
    boolean isTied,
    List<StoreCall> stores,
    List<BeanCall> calls)
    implements Fact {
  /** Where a value comes from that is no parameter. */
  public static final int ELSEWHERE = -1;

  /** Where a value comes from that the method reads off the request. */
  public static final int REQUEST = -2;

  /** Where nothing comes from, because all there is is meant. */
  public static final int EVERYTHING = -3;

  /**
   * A call of a store.
   *
   * @param at its name
   * @param store qualified name of the store's type
   * @param entity what it gives, where the call says so
   * @param from the parameter that its first argument comes from
   * @param all the parameters that its arguments come from
   * @param isOnlyAsked whether only its presence matters
   * @param isChange whether it changes or removes what the key names
   */
  public record StoreCall(
      Span at,
      String store,
      String entity,
      String name,
      int from,
      List<Integer> all,
      boolean isOnlyAsked,
      boolean isChange) {}

  /**
   * A call of another method.
   *
   * @param type qualified name of the type that it is called on
   * @param from the parameters that its arguments come from, in their order
   */
  public record BeanCall(String type, String method, List<Integer> from) {}

  /** {@code OrderService.find}. */
  public String name() {
    return type.substring(type.lastIndexOf('.') + 1) + "." + method;
  }
}
