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

  private Success() {}

  /** What a message says of it, if {@code statement} tells of success. */
  static Optional<String> told(SourceFile file, Stmt statement) {
    for (Expr.Call call : file.allIn(statement, Expr.Call.class)) {
      Optional<Api> event = EVENTS.find(call);
      if (event.isPresent()) {
        return event.map(api -> api.attributes().get("says"));
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

  private static boolean isFactory(Expr.Call call) {
    return FACTORIES.contains(call.name())
        && (call.target() == null || call.target() instanceof Expr.TypeName);
  }
}
