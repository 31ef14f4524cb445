package dev.zonegate.rules.missingstate;

import dev.zonegate.match.Bindings;
import dev.zonegate.match.Same;
import dev.zonegate.model.Decl;
import dev.zonegate.model.Expr;
import dev.zonegate.model.Node;
import dev.zonegate.model.SourceFile;
import dev.zonegate.model.Stmt;
import java.util.Set;
import java.util.regex.Pattern;

/** Whether a method asks about something before it relies on it. */
final class Asked {
  private static final Set<String> COMPARES = Set.of("==", "!=", "<", "<=", ">", ">=", "&&", "||");
  private static final Pattern CHECKS =
      Pattern.compile(
          "(?i)(check|require|assert|validate|verify|ensure|expect|has|is|not|fail|must|guard).*"
              + "|.*(empty|blank|valid|present|matches|numeric)");

  private Asked() {}

  /**
   * Whether some test before {@code at}, in its method, is about {@code subject}: asks it one of
   * {@code questions}, compares it, or hands it to a check.
   */
  static boolean about(SourceFile file, Node at, Expr subject, Set<String> questions) {
    Decl.Method method = file.enclosing(at, Decl.Method.class);
    if (method == null || method.body() == null) {
      return false;
    }
    for (Expr each : file.allIn(method.body(), Expr.class)) {
      if (isBefore(each, at) && Same.are(each, subject) && isAsked(file, each, questions)) {
        return true;
      }
    }
    return false;
  }

  /** Whether {@code at} is reached only if {@code collection} has an element: in a loop over it. */
  static boolean inLoopOver(SourceFile file, Node at, Expr collection) {
    for (Stmt.ForEach each = file.enclosing(at, Stmt.ForEach.class);
        each != null;
        each = file.enclosing(each, Stmt.ForEach.class)) {
      if (Same.are(each.iterable(), collection)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isBefore(Expr expr, Node at) {
    return expr.span().isBefore(at.span());
  }

  private static boolean isAsked(SourceFile file, Expr subject, Set<String> questions) {
    Node parent = file.parent(subject);
    if (parent instanceof Expr.Call call && call.target() != subject) {
      return CHECKS.matcher(call.name()).matches();
    }
    if (parent instanceof Expr.Binary) {
      return isTest(file, subject);
    }
    if (parent instanceof Stmt.Local held && held.initializer() == subject) {
      return Bindings.of(file).uses(held).stream().anyMatch(use -> isAsked(file, use, questions));
    }
    String question =
        parent instanceof Expr.Call call
            ? call.name()
            : parent instanceof Expr.FieldAccess access ? access.name() : "";
    return questions.contains(question) && isTest(file, (Expr) parent);
  }

  /** Whether the outcome of {@code expr} decides something. */
  static boolean isTest(SourceFile file, Expr expr) {
    Node child = expr;
    for (Node up = file.parent(child); up != null; child = up, up = file.parent(up)) {
      if (up instanceof Expr.Binary binary && COMPARES.contains(binary.operator())
          || up instanceof Expr.Unary not && not.operator().equals("!")
          || up instanceof Expr.Conditional either && either.condition() == child) {
        return true;
      }
      if (up instanceof Stmt) {
        return up instanceof Stmt.If choice && choice.condition() == child
            || up instanceof Stmt.While loop && loop.condition() == child
            || up instanceof Stmt.DoWhile
            || up instanceof Stmt.For
            || up instanceof Stmt.Assert
            || up instanceof Stmt.Switch
            || up instanceof Stmt.Local local
                && local.initializer() == expr
                && isTestedLater(file, local);
      }
    }
    return false;
  }

  private static boolean isTestedLater(SourceFile file, Stmt.Local local) {
    return Bindings.of(file).uses(local).stream().anyMatch(use -> isTest(file, use));
  }
}
