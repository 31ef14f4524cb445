package dev.zonegate.rules.naiveretry;

import dev.zonegate.match.Following;
import dev.zonegate.match.RetryLoop;
import dev.zonegate.model.Catch;
import dev.zonegate.model.Decl;
import dev.zonegate.model.Expr;
import dev.zonegate.model.SourceFile;
import dev.zonegate.model.Stmt;
import dev.zonegate.rule.Reporter;
import java.util.List;

/** Finds retry loops after whose last attempt nobody hears of the failure. */
final class LastErrorLost {
  private LastErrorLost() {}

  static void find(RetryLoop loop, String subject, Reporter report) {
    SourceFile file = loop.file();
    if (isToldInLoop(loop)) {
      return;
    }
    Following rest = Following.after(file, loop.loop());
    if (rest.isInLoop() || tells(file, rest.statements())) {
      return;
    }
    String end = end(file, loop, rest.statements());
    if (end != null) {
      report.at(loop.loop(), NaiveRetryRule.LAST_ERROR_LOST, subject, end);
    }
  }

  /** Whether a clause throws, or hands the failure on, in the last round. */
  private static boolean isToldInLoop(RetryLoop loop) {
    SourceFile file = loop.file();
    boolean isThrown =
        file.allIn(loop.loop(), Stmt.Throw.class).stream()
            .anyMatch(each -> !isOfInterrupt(file, each));
    return isThrown
        || loop.retried().stream()
            .anyMatch(
                each ->
                    file.allIn(each.body(), Stmt.Return.class).stream()
                        .anyMatch(it -> it.value() != null));
  }

  private static boolean isOfInterrupt(SourceFile file, Stmt.Throw thrown) {
    Catch clause = file.enclosing(thrown, Catch.class);
    return clause != null
        && clause.types().stream()
            .allMatch(each -> each.ref().isNamed("java.lang.InterruptedException"));
  }

  /** Whether what follows throws, counts, or falls back to something else. */
  private static boolean tells(SourceFile file, List<Stmt> statements) {
    for (Stmt each : statements) {
      boolean isThrown = !file.allIn(each, Stmt.Throw.class).isEmpty();
      boolean isHandled =
          file.allIn(each, Expr.Call.class).stream()
              .anyMatch(
                  call ->
                      call.name()
                          .matches(
                              "(?is).*(increment|counter|metric|fallback|recover|deadletter|dlq|notify|alert|fail|publish|park|markas).*"));
      if (isThrown || isHandled) {
        return true;
      }
    }
    return false;
  }

  /** What the method does instead, or null if that may tell. */
  private static String end(SourceFile file, RetryLoop loop, List<Stmt> statements) {
    Stmt last = statements.isEmpty() ? null : statements.get(statements.size() - 1);
    if (last instanceof Stmt.Return given && given.value() != null) {
      return isEmpty(given.value()) ? "returns `" + file.text(given.value()) + "`" : null;
    }
    Decl.Method method = loop.method();
    boolean isVoid =
        method != null
            && method.returnType() != null
            && method.returnType().ref().isNamed("void")
            && file.enclosing(loop.loop(), Expr.Lambda.class) == null;
    boolean isEnd = last == null || statements.stream().allMatch(LastErrorLost::isLog);
    return isVoid && isEnd && !keepsFailure(loop) ? "goes on as if it had worked" : null;
  }

  private static boolean isLog(Stmt statement) {
    return statement instanceof Stmt.Expression each
        && each.expression() instanceof Expr.Call call
        && call.name().matches("error|warn|info|debug|log|println|severe|warning");
  }

  /** A field or a list keeps it for somebody. */
  private static boolean keepsFailure(RetryLoop loop) {
    SourceFile file = loop.file();
    return loop.retried().stream()
        .flatMap(each -> file.allIn(each.body(), Expr.Assign.class).stream())
        .anyMatch(each -> each.assigned() instanceof Expr.FieldAccess);
  }

  private static boolean isEmpty(Expr value) {
    if (value instanceof Expr.Literal literal) {
      return literal.isNull()
          || Boolean.FALSE.equals(literal.value())
          || "".equals(literal.value())
          || literal.value() instanceof Number number && number.intValue() <= 0;
    }
    if (value instanceof Expr.Call call) {
      return call.arguments().isEmpty()
          && List.of("empty", "of", "emptyList", "emptyMap", "emptySet").contains(call.name());
    }
    return value instanceof Expr.New made
        && made.arguments().isEmpty()
        && made.created().ref().name().startsWith("java.util.");
  }
}
