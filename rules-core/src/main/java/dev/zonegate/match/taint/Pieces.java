package dev.zonegate.match.taint;

import dev.zonegate.model.Decl;
import dev.zonegate.model.Expr;
import java.util.ArrayList;
import java.util.List;

/** What is in a value that leaves a method, of plain objects by property. */
final class Pieces {
  private static final String ALL = "";
  private final Execution execution;

  Pieces(Execution execution) {
    this.execution = execution;
  }

  List<Piece> of(Value value, State state) {
    List<Piece> pieces = new ArrayList<>();
    add(ALL, value, state, pieces);
    for (Site site : value.sites) {
      Obj held = state.get(site);
      if (isPlain(site)) {
        held.cells().forEach((key, cell) -> add(name(key), content(cell, state), state, pieces));
        add(ALL, content(held.rest(), state), state, pieces);
      } else {
        add(ALL, content(held.all(), state), state, pieces);
      }
    }
    return pieces;
  }

  private Value content(Value value, State state) {
    return execution.containers().content(value, state, 1);
  }

  private static void add(String into, Value value, State state, List<Piece> pieces) {
    for (Trace each : value.checkedIn(state).traces.values()) {
      Piece piece = new Piece(into, each);
      boolean isKnown =
          pieces.stream().anyMatch(it -> it.into().equals(into) && it.trace().isSame(each));
      if (each.origin().isText() && !isKnown) {
        pieces.add(piece);
      }
    }
  }

  /** Whether it is an object of a class of the project, or the one whose method is executed. */
  private boolean isPlain(Site site) {
    return site.node instanceof Decl.Method
        || site.node instanceof Expr.New made && execution.library().isOwn(made.receiverType());
  }

  private String name(Object key) {
    for (Decl.Field each : execution.file().all(Decl.Field.class)) {
      if (Fields.key(each).equals(key)) {
        return each.name();
      }
    }
    return key instanceof String name ? name : ALL;
  }
}
