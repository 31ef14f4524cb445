package dev.zonegate.match.flow;

import dev.zonegate.model.Expr;
import dev.zonegate.model.Node;

/** Something that may hold at a place, such as {@code x != null}. */
public interface Claim {
  /** What evaluating a node does to a claim. */
  enum Effect {
    /** It holds from here on. */
    ESTABLISHES,
    /** Whether it holds is decided anew here, as by an assignment. */
    RESETS,
    NONE
  }

  /** What evaluating {@code node} does to it. */
  Effect after(Node node);

  /** Whether it holds when {@code test} has come out so. */
  boolean isImplied(Expr test, boolean holds);
}
