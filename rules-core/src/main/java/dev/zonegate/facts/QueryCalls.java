package dev.zonegate.facts;

import dev.zonegate.match.ApiSet;
import dev.zonegate.match.Constants;
import dev.zonegate.model.Decl;
import dev.zonegate.model.Expr;
import dev.zonegate.model.Node;
import dev.zonegate.model.SourceFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.ToIntFunction;

/** Calls that run a text of SQL or JPQL, as calls of a store. */
final class QueryCalls {
  private static final ApiSet QUERIES = ApiSet.load("ownership/queries.api");
  private final SourceFile file;

  QueryCalls(SourceFile file) {
    this.file = file;
  }

  /** The text that {@code call} runs, if it is known. */
  Optional<QueryText> text(Expr.Call call) {
    return call.arguments().isEmpty() || !QUERIES.matches(call).isYes()
        ? Optional.empty()
        : Constants.of(file).text(call.arguments().get(0)).flatMap(QueryText::of);
  }

  /**
   * A keyed query as a call of a store.
   *
   * @param from tells the parameter that a value comes from
   */
  DataAccess.StoreCall storeCall(Expr.Call call, QueryText text, ToIntFunction<Expr> from) {
    List<Expr> values = new ArrayList<>();
    for (Expr each = call; each instanceof Expr.Call next; each = onward(next)) {
      next.arguments().stream()
          .filter(it -> it != call.arguments().get(0))
          .forEach(it -> addLeaves(it, values));
    }
    List<Integer> origins = values.stream().map(from::applyAsInt).toList();
    String entity = entity(call, text.subject());
    return new DataAccess.StoreCall(
        call.nameSpan(),
        entity,
        entity,
        call.name(),
        origins.isEmpty() ? DataAccess.ELSEWHERE : origins.get(position(values, origins, text)),
        origins,
        false,
        text.isChange());
  }

  private Expr onward(Expr.Call call) {
    return file.parent(call) instanceof Expr.Call next && next.target() == call ? next : null;
  }

  /** The values in calls that put them together: {@code Map.of("id", id)}, {@code new Object[]}. */
  private void addLeaves(Expr value, List<Expr> leaves) {
    if (value instanceof Expr.Call call && !call.arguments().isEmpty()) {
      call.arguments().forEach(each -> addLeaves(each, leaves));
    } else if (value instanceof Expr.New made) {
      made.arguments().forEach(each -> addLeaves(each, leaves));
    } else if (value instanceof Expr.NewArray || value instanceof Expr.ArrayInitializer) {
      for (Node each : value.children()) {
        if (each instanceof Expr element) {
          addLeaves(element, leaves);
        }
      }
    } else if (!(value instanceof Expr.Lambda)) {
      leaves.add(value);
    }
  }

  /** The place of the key: behind its name, else the last value that a parameter gives. */
  private int position(List<Expr> values, List<Integer> origins, QueryText text) {
    for (int i = 0; i + 1 < values.size(); i++) {
      if (Constants.of(file).text(values.get(i)).filter(text.key()::equals).isPresent()) {
        return i + 1;
      }
    }
    for (int i = origins.size() - 1; i > 0; i--) {
      if (origins.get(i) != DataAccess.ELSEWHERE) {
        return i;
      }
    }
    return 0;
  }

  /** The type that a query names, as far as the file tells; a table's name as it is. */
  private String entity(Expr.Call call, String subject) {
    if (call.arguments().size() > 1
        && call.arguments().get(1) instanceof Expr.ClassLiteral literal
        && literal.named().ref().simpleName().equals(subject)) {
      return literal.named().ref().name();
    }
    for (Decl.Import each : file.unit().imports()) {
      if (each.simpleName().equals(subject)) {
        return each.name();
      }
    }
    boolean isEntity = call.name().startsWith("create") && !call.name().contains("Native");
    String home = file.unit().packageName();
    return isEntity && !home.isEmpty() ? home + "." + subject : subject;
  }
}
