package dev.zonegate.rules.nullhandling;

import dev.zonegate.match.Constants;
import dev.zonegate.match.flow.Dereferences;
import dev.zonegate.match.flow.Nullness;
import dev.zonegate.match.flow.PossibleNull;
import dev.zonegate.model.Catch;
import dev.zonegate.model.Decl;
import dev.zonegate.model.Expr;
import dev.zonegate.model.Node;
import dev.zonegate.model.SourceFile;
import dev.zonegate.model.Stmt;
import dev.zonegate.model.VarRef;
import dev.zonegate.rule.Fix;
import dev.zonegate.rule.Report;
import dev.zonegate.rule.Reporter;
import dev.zonegate.rule.TextEdit;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;

/** A value that a library may give as null, used without a look. */
final class NullableUse {
  private static final Set<String> COMPARISONS =
      Set.of("equals", "equalsIgnoreCase", "contentEquals", "compareTo", "compareToIgnoreCase");
  private static final Set<String> SYMMETRIC = Set.of("equals", "equalsIgnoreCase");

  private NullableUse() {}

  static void find(SourceFile file, Reporter report) {
    Nullness nullness = Nullness.of(file);
    Set<Node> reported = Collections.newSetFromMap(new IdentityHashMap<>());
    for (Node node : file.all(Node.class)) {
      Expr value = Dereferences.by(node);
      boolean isRead = value instanceof Expr.Call || value instanceof Expr.Name;
      if (isRead && !(node instanceof Stmt.Switch) && !(node instanceof Expr.SwitchExpr)) {
        nullness
            .possibleNull(value)
            .filter(any -> !expectsFailure(file, node) && !isLaterInChain(nullness, value))
            .filter(found -> reported.add(found.source()))
            .ifPresent(found -> report(file, report, node, value, found));
      }
    }
  }

  /** One finding for {@code a.get("x").get("y").get("z")}: who mends the first sees the others. */
  private static boolean isLaterInChain(Nullness nullness, Expr value) {
    for (Expr each = value; each instanceof Expr.Call call; each = call.target()) {
      if (call.target() instanceof Expr.Call && nullness.possibleNull(call.target()).isPresent()) {
        return true;
      }
    }
    return false;
  }

  private static void report(
      SourceFile file, Reporter report, Node node, Expr value, PossibleNull found) {
    boolean isComparison = node instanceof Expr.Call call && isComparisonWithFixed(file, call);
    Report made;
    if (isComparison) {
      Expr.Call call = (Expr.Call) node;
      made = report.at(node, NullHandlingRule.EQUALS_ON_NULLABLE, found.name(), call.name());
      if (SYMMETRIC.contains(call.name()) && isText(call.arguments().get(0))) {
        made.fix(turned(file, call, value));
      }
    } else {
      made = report.at(node, NullHandlingRule.NULLABLE_API_DEREF, found.name(), use(node));
    }
    NullHandlingRule.grade(made, found.sure());
  }

  /** {@code x.equals("EUR")}. */
  static boolean isComparisonWithFixed(SourceFile file, Expr.Call call) {
    return COMPARISONS.contains(call.name())
        && call.arguments().size() == 1
        && isFixed(file, call.arguments().get(0));
  }

  private static boolean isText(Expr argument) {
    return argument instanceof Expr.Literal literal && literal.isString();
  }

  private static Fix turned(SourceFile file, Expr.Call call, Expr value) {
    Expr argument = call.arguments().get(0);
    return Fix.of(
        "Call it on the constant",
        TextEdit.replace(
            call.span(), file.text(argument) + "." + call.name() + "(" + file.text(value) + ")"));
  }

  /** A constant, or a constant of an enum. */
  private static boolean isFixed(SourceFile file, Expr value) {
    VarRef variable =
        value instanceof Expr.Name name
            ? name.variable()
            : value instanceof Expr.FieldAccess access ? access.variable() : null;
    boolean isConstant =
        variable != null
            && (variable.kind() == VarRef.Kind.ENUM_CONSTANT
                || variable.isStatic() && variable.isFinal());
    return isConstant || Constants.of(file).value(value).isPresent();
  }

  private static String use(Node node) {
    if (node instanceof Expr.Call call) {
      return "`." + call.name() + (call.arguments().isEmpty() ? "()`" : "(...)`");
    }
    if (node instanceof Expr.FieldAccess access) {
      return "`." + access.name() + "`";
    }
    if (node instanceof Expr.MethodReference reference) {
      return "`::" + reference.name() + "`";
    }
    return node instanceof Stmt.ForEach ? "the loop" : "its use here";
  }

  /** Inside a {@code try} that catches the exception by name. */
  static boolean expectsFailure(SourceFile file, Node node) {
    Node child = node;
    for (Node up = file.parent(node); up != null; child = up, up = file.parent(up)) {
      if (up instanceof Decl.Method || up instanceof Expr.Lambda) {
        return false;
      }
      if (up instanceof Stmt.Try attempt
          && attempt.body() == child
          && attempt.catches().stream().anyMatch(NullableUse::catchesNull)) {
        return true;
      }
    }
    return false;
  }

  private static boolean catchesNull(Catch clause) {
    return clause.types().stream()
        .anyMatch(type -> type.ref().isNamed("java.lang.NullPointerException"));
  }
}
