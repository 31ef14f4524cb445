package dev.zonegate.rules.swallowederror;

import dev.zonegate.match.ApiSet;
import dev.zonegate.match.Discarded;
import dev.zonegate.match.LogCall;
import dev.zonegate.model.Expr;
import dev.zonegate.model.SourceFile;
import dev.zonegate.model.Stmt;
import dev.zonegate.rule.Confidence;
import dev.zonegate.rule.Reporter;
import dev.zonegate.rule.Severity;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** A future or a stream that answers every failure with {@code null}, zero or nothing. */
final class FunctionalDefault {
  private static final ApiSet RECOVERIES = ApiSet.load("errors/recoveries.api");

  private static final Pattern OF_NOTHING =
      Pattern.compile("(runAsync|thenRun|thenAccept|runAfter|allOf).*");

  private FunctionalDefault() {}

  static void find(SourceFile file, Reporter report) {
    for (Expr.Call call : RECOVERIES.callsIn(file)) {
      if (call.arguments().size() == 1
          && RECOVERIES.matches(call).isYes()
          && !isWithoutValue(file, call)) {
        answer(file, call.arguments().get(0))
            .flatMap(DefaultValue::describe)
            .ifPresent(value -> report(call, value, report));
      }
    }
  }

  /** Where nobody takes the value, or there is none, {@code null} is all there is to answer. */
  private static boolean isWithoutValue(SourceFile file, Expr.Call call) {
    return Discarded.calls(file).contains(call)
        || call.target() instanceof Expr.Call before && OF_NOTHING.matcher(before.name()).matches();
  }

  private static void report(Expr.Call call, String value, Reporter report) {
    report
        .at(call, SwallowedErrorRule.CATCH_RETURN_DEFAULT, "Throwable", value)
        .severity(Severity.WARNING)
        .confidence(Confidence.MEDIUM);
  }

  /** What it answers if that is all it does, logs aside. */
  private static Optional<Expr> answer(SourceFile file, Expr recovery) {
    if (!(recovery instanceof Expr.Lambda lambda)) {
      return Optional.of(recovery);
    }
    if (lambda.body() instanceof Expr value) {
      return Optional.of(value);
    }
    List<Stmt> statements = ((Stmt.Block) lambda.body()).statements();
    boolean onlyLogs =
        !statements.isEmpty()
            && statements.subList(0, statements.size() - 1).stream()
                .allMatch(each -> isLog(file, each));
    return onlyLogs && statements.get(statements.size() - 1) instanceof Stmt.Return end
        ? Optional.ofNullable(end.value())
        : Optional.empty();
  }

  private static boolean isLog(SourceFile file, Stmt statement) {
    return statement instanceof Stmt.Expression expression
        && expression.expression() instanceof Expr.Call call
        && LogCall.of(file, call).isPresent();
  }
}
