package dev.zonegate.rules.swallowederror;

import dev.zonegate.match.Api;
import dev.zonegate.match.ApiSet;
import dev.zonegate.model.Expr;
import dev.zonegate.model.SourceFile;
import dev.zonegate.model.Stmt;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** How code tells others that it has done its work. */
final class Success {
  private static final ApiSet EVENTS = ApiSet.load("errors/successes.api");
  private static final ApiSet ANSWERS = ApiSet.load("errors/success-values.api");
  private static final Set<String> WORDS = Set.of("success", "ok", "done", "successful", "saved");
  private static final Set<String> FACTORIES = Set.of("success", "ok", "succeed", "succeeded");

  private static final Set<String> SETS_STATE =
      Set.of("setStatus", "setState", "updateStatus", "markAs", "withStatus");
  private static final Set<String> STATES =
      Set.of(
          "PAID",
          "COMPLETED",
          "COMPLETE",
          "SUCCESS",
          "SUCCEEDED",
          "DONE",
          "PROCESSED",
          "SENT",
          "DELIVERED",
          "SHIPPED",
          "CONFIRMED",
          "APPROVED",
          "FINISHED",
          "REFUNDED",
          "SYNCED");

  private Success() {}

  /** What a message says of it, if {@code statement} tells of success. */
  static Optional<String> told(SourceFile file, Stmt statement) {
    for (Expr.Call call : file.allIn(statement, Expr.Call.class)) {
      Optional<Api> event = EVENTS.find(call);
      if (event.isPresent()) {
        return event.map(api -> api.attributes().get("says"));
      }
      Optional<String> state = state(call);
      if (state.isPresent()) {
        return state;
      }
    }
    return statement instanceof Stmt.Return end && end.value() != null
        ? value(end.value())
        : Optional.empty();
  }

  /** What a message says of it, if returning {@code value} tells of success. */
  static Optional<String> value(Expr value) {
    if (value instanceof Expr.Literal literal) {
      boolean isSuccess =
          Boolean.TRUE.equals(literal.value())
              || literal.value() instanceof String text
                  && WORDS.contains(text.toLowerCase(Locale.ROOT));
      return isSuccess ? Optional.of("returns `" + literal.value() + "`") : Optional.empty();
    }
    for (Expr each = value; each instanceof Expr.Call call; each = call.target()) {
      if (ANSWERS.matches(call).isYes() || isFactory(call)) {
        return Optional.of("returns `" + call.shortName() + "`");
      }
    }
    return Optional.empty();
  }

  /** {@code order.setStatus("PAID")}. */
  private static Optional<String> state(Expr.Call call) {
    if (!SETS_STATE.contains(call.name()) || call.arguments().size() != 1) {
      return Optional.empty();
    }
    Expr argument = call.arguments().get(0);
    String name =
        argument instanceof Expr.FieldAccess constant
            ? constant.name()
            : argument instanceof Expr.Literal literal && literal.value() instanceof String text
                ? text
                : "";
    return STATES.contains(name.toUpperCase(Locale.ROOT))
        ? Optional.of("sets `" + name + "`")
        : Optional.empty();
  }

  private static boolean isFactory(Expr.Call call) {
    return FACTORIES.contains(call.name())
        && (call.target() == null || call.target() instanceof Expr.TypeName);
  }
}
