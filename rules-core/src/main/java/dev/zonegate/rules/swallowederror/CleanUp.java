package dev.zonegate.rules.swallowederror;

import dev.zonegate.match.ApiSet;
import dev.zonegate.model.Catch;
import dev.zonegate.model.Decl;
import dev.zonegate.model.Expr;
import dev.zonegate.model.Node;
import dev.zonegate.model.SourceFile;
import dev.zonegate.model.Stmt;
import java.util.List;
import java.util.regex.Pattern;

/** Whether a {@code try} only tidies up, where a failure changes nothing for the caller. */
final class CleanUp {
  private static final Pattern TIDIES =
      Pattern.compile(
          "(close|disconnect|shutdown|release|dispose|destroy|unregister|deregister|unsubscribe"
              + "|unlock|rollback|clean|cleanup|cleanUp|terminate|stop|deleteOnExit|deleteQuietly"
              + "|deleteIfExists|abort|logout|tearDown|drop)([A-Z].*)?|[a-z]+Drop");
  private static final ApiSet FILES =
      ApiSet.of(
          "java.io.File#delete",
          "java.nio.file.Files#delete",
          "org.apache.commons.io.FileUtils#deleteDirectory",
          "org.apache.commons.io.FileUtils#forceDelete");

  private CleanUp() {}

  static boolean is(Handling handling) {
    return isAround(handling.file(), handling.attempt())
        || onlyTidies(handling.attempt().body().statements());
  }

  /** Whether {@code node} stands where code tidies up: while it leaves, or in a method named so. */
  static boolean isAround(SourceFile file, Node node) {
    Decl.Method method = file.enclosing(node, Decl.Method.class);
    return isWhileLeaving(file, node) || method != null && TIDIES.matcher(method.name()).matches();
  }

  /** In a {@code finally} block or in a catch clause there is a first failure to care for. */
  private static boolean isWhileLeaving(SourceFile file, Node node) {
    Node inner = node;
    for (Node outer = file.parent(inner);
        outer != null && !(outer instanceof Decl) && !(outer instanceof Expr.Lambda);
        outer = file.parent(inner)) {
      if (outer instanceof Catch
          || outer instanceof Stmt.Try attempt && attempt.finallyBlock() == inner) {
        return true;
      }
      inner = outer;
    }
    return false;
  }

  private static boolean onlyTidies(List<Stmt> statements) {
    return statements.stream().anyMatch(CleanUp::tidies)
        && statements.stream().allMatch(each -> tidies(each) || forgets(each));
  }

  /** {@code connection = null;}. */
  private static boolean forgets(Stmt statement) {
    return statement instanceof Stmt.Expression expression
        && expression.expression() instanceof Expr.Assign assign
        && assign.value() instanceof Expr.Literal;
  }

  private static boolean tidies(Stmt statement) {
    if (statement instanceof Stmt.Block block) {
      return onlyTidies(block.statements());
    }
    if (statement instanceof Stmt.If choice) {
      return tidies(choice.then()) && (choice.otherwise() == null || tidies(choice.otherwise()));
    }
    if (statement instanceof Stmt.Try attempt) {
      return onlyTidies(attempt.body().statements());
    }
    return statement instanceof Stmt.Expression expression
        && expression.expression() instanceof Expr.Call call
        && (TIDIES.matcher(call.name()).matches() || FILES.matches(call).isYes());
  }
}
