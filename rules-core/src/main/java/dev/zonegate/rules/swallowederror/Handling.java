package dev.zonegate.rules.swallowederror;

import dev.zonegate.match.Completion;
import dev.zonegate.match.LogCall;
import dev.zonegate.match.Thrown;
import dev.zonegate.model.Catch;
import dev.zonegate.model.Decl;
import dev.zonegate.model.Expr;
import dev.zonegate.model.Node;
import dev.zonegate.model.SourceFile;
import dev.zonegate.model.Stmt;
import java.util.List;

/**
 * What a catch clause does with what it caught.
 *
 * @param attempt the {@code try} it belongs to
 * @param routine the method, lambda or initialiser whose code it is
 * @param uses how its exception is used
 * @param thrown what the body of the {@code try} may throw by declaration
 */
record Handling(
    SourceFile file,
    Catch clause,
    Stmt.Try attempt,
    Node routine,
    List<ExceptionUse> uses,
    Thrown thrown) {
  static Handling of(SourceFile file, Catch clause) {
    Stmt.Try attempt = (Stmt.Try) file.parent(clause);
    return new Handling(
        file,
        clause,
        attempt,
        routine(file, clause),
        ExceptionUse.in(file, clause),
        Thrown.into(attempt));
  }

  private static Node routine(SourceFile file, Node node) {
    Node around = file.parent(node);
    while (around != null && !(around instanceof Decl) && !(around instanceof Expr.Lambda)) {
      around = file.parent(around);
    }
    return around;
  }

  /** The method whose code it is, or null within a lambda or initialiser. */
  Decl.Method method() {
    return routine instanceof Decl.Method method ? method : null;
  }

  /** The method's name, or the empty string. */
  String methodName() {
    return method() == null ? "" : method().name();
  }

  /** Its statements without empty ones. */
  List<Stmt> statements() {
    return clause.body().statements().stream().filter(s -> !(s instanceof Stmt.Empty)).toList();
  }

  /** Its last statement, or null. */
  Stmt last() {
    List<Stmt> all = statements();
    return all.isEmpty() ? null : all.get(all.size() - 1);
  }

  /** The calls of its body that log. */
  List<LogCall> logs() {
    return file.allIn(clause.body(), Expr.Call.class).stream()
        .flatMap(call -> LogCall.of(file, call).stream())
        .toList();
  }

  /** Whether its statements do nothing but log, and there is one. */
  boolean onlyLogs() {
    return !statements().isEmpty() && statements().stream().allMatch(this::isLog);
  }

  /** Whether all statements before the last only log. */
  boolean onlyLogsBeforeLast() {
    List<Stmt> all = statements();
    return !all.isEmpty() && all.subList(0, all.size() - 1).stream().allMatch(this::isLog);
  }

  private boolean isLog(Stmt statement) {
    if (statement instanceof Stmt.If check && check.otherwise() == null) {
      return check.condition() instanceof Expr.Call call
          && call.name().matches("is.*(Enabled|Loggable)")
          && isLog(check.then());
    }
    if (statement instanceof Stmt.Block block) {
      return block.statements().stream().allMatch(this::isLog);
    }
    return statement instanceof Stmt.Expression expression
        && expression.expression() instanceof Expr.Call call
        && LogCall.of(file, call).isPresent();
  }

  /** Whether it throws anything, on any path. */
  boolean throwsAny() {
    return !file.allIn(clause.body(), Stmt.Throw.class).isEmpty();
  }

  /** Whether control can leave it as if nothing had been thrown. */
  boolean swallows() {
    return !throwsAny() && (Completion.isNormal(clause.body()) || !(last() instanceof Stmt.Throw));
  }

  /** Whether something other than a log gets the exception, or looks into it. */
  boolean passesOn() {
    return uses.stream().anyMatch(use -> !use.isInLog() && use.isMoreThanText());
  }

  /** Whether the stack trace or the exception itself goes anywhere at all. */
  boolean keepsTrace() {
    return uses.stream().anyMatch(ExceptionUse::isWhole);
  }

  /** Whether the exception's text reaches something other than a log. */
  boolean tellsText() {
    return uses.stream().anyMatch(use -> !use.isInLog());
  }
}
