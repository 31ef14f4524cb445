package dev.zonegate.match.flow;

import dev.zonegate.model.Invocation;
import dev.zonegate.model.Node;
import dev.zonegate.model.Variable;

/**
 * Why a value can be null.
 *
 * @param source what gives it: a call, or the declaration of a parameter
 * @param sure how often that happens
 */
public record PossibleNull(Node source, Sure sure) {
  /** How often a value is null. */
  public enum Sure {
    /** An outside party decides. */
    YES,
    /** Data or set-up decide. */
    OFTEN,
    /** Only in odd circumstances. */
    SELDOM
  }

  /** The source as a message shows it. */
  public String name() {
    return source instanceof Invocation use ? use.shortName() : ((Variable) source).name();
  }
}
