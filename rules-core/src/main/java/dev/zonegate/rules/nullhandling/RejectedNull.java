package dev.zonegate.rules.nullhandling;

import dev.zonegate.match.Api;
import dev.zonegate.match.ApiSet;
import dev.zonegate.match.Bindings;
import dev.zonegate.match.Methods;
import dev.zonegate.match.flow.Nullness;
import dev.zonegate.match.flow.PossibleNull;
import dev.zonegate.model.Decl;
import dev.zonegate.model.Expr;
import dev.zonegate.model.Invocation;
import dev.zonegate.model.Node;
import dev.zonegate.model.SourceFile;
import dev.zonegate.model.Stmt;
import dev.zonegate.rule.Confidence;
import dev.zonegate.rule.Reporter;
import java.util.List;
import java.util.Optional;

/** Null, or what may be, given to a method that throws when it gets it. */
final class RejectedNull {
  private static final ApiSet REJECTING = ApiSet.load("nullness/rejects-null.api");
  private static final ApiSet KEYS = ApiSet.load("nullness/key-readers.api");

  private RejectedNull() {}

  static void find(SourceFile file, Reporter report) {
    for (Invocation use : file.all(Invocation.class)) {
      if (!use.arguments().isEmpty() && !NullableUse.expectsFailure(file, use)) {
        arguments(file, use, report);
      }
    }
    for (Stmt.Switch each : file.all(Stmt.Switch.class)) {
      selector(file, each, each.selector(), report);
    }
    for (Expr.SwitchExpr each : file.all(Expr.SwitchExpr.class)) {
      selector(file, each, each.selector(), report);
    }
  }

  private static void selector(SourceFile file, Node choice, Expr selector, Reporter report) {
    if (dev.zonegate.match.flow.Dereferences.by(choice) != null) {
      Nullness.of(file)
          .possibleNull(selector)
          .ifPresent(found -> report(report, selector, found, "switch"));
    }
  }

  private static void arguments(SourceFile file, Invocation use, Reporter report) {
    Api api = REJECTING.find(use).orElse(null);
    int only = api == null ? -1 : api.number("arg", -1);
    for (int i = 0; i < use.arguments().size(); i++) {
      Expr argument = use.arguments().get(i);
      boolean isRejected = api != null && (only < 0 || only == i);
      if (isNull(argument)) {
        if (isRejected || isRejectedByOwn(file, use, i)) {
          report.at(argument, NullHandlingRule.NULL_TO_NON_NULL, "null", use.shortName());
        }
      } else if (isRejected && !isOptional(use)) {
        Nullness.of(file)
            .possibleNull(argument)
            .ifPresent(found -> report(report, argument, found, shown(use)));
      }
    }
    if (KEYS.find(use).isPresent()) {
      keys(file, use, report);
    }
  }

  /** {@code Optional.of} has a pattern of its own. */
  private static boolean isOptional(Invocation use) {
    return use.receiverType().isNamed("java.util.Optional");
  }

  private static String shown(Invocation use) {
    return use.shortName();
  }

  private static void report(Reporter report, Expr at, PossibleNull found, String by) {
    NullHandlingRule.grade(
        report.at(at, NullHandlingRule.NULL_TO_NON_NULL, found.name(), by), found.sure());
  }

  private static boolean isNull(Expr argument) {
    Expr value = argument instanceof Expr.Cast cast ? cast.operand() : argument;
    return value instanceof Expr.Literal literal && literal.isNull();
  }

  private static boolean isRejectedByOwn(SourceFile file, Invocation use, int index) {
    Decl.Method method = Methods.of(file).declaration(use).orElse(null);
    return method != null && method.body() != null && Nullness.of(file).demands(method, index);
  }

  /** {@code Comparator.comparing(Order::getShippedAt)} where the getter may give null. */
  private static void keys(SourceFile file, Invocation use, Reporter report) {
    boolean isValue = use.name().equals("toMap") || use.name().equals("toUnmodifiableMap");
    int index = isValue ? 1 : 0;
    List<Expr> arguments = use.arguments();
    boolean takesOther = !isValue && arguments.size() > 1;
    if (arguments.size() <= index || takesOther) {
      return;
    }
    readBy(arguments.get(index))
        .filter(
            read ->
                Nullness.of(file).isDeclaredNullable(read) || isValue && isLookUp(file, use, read))
        .ifPresent(
            read ->
                report
                    .at(
                        arguments.get(index),
                        NullHandlingRule.NULL_TO_NON_NULL,
                        read.shortName(),
                        use.name())
                    .confidence(Confidence.MEDIUM));
  }

  /** {@code toMap(id -> id, id -> names.get(id))} of a given map that nothing else here asks. */
  private static boolean isLookUp(SourceFile file, Invocation use, Invocation read) {
    Decl.Method method = file.enclosing((Node) use, Decl.Method.class);
    return read.name().equals("get")
        && read instanceof Expr.Call
        && read.arguments().size() == 1
        && read.receiverType().isA("java.util.Map").isYes()
        && method != null
        && Bindings.of(file).declaration(read.target()).orElse(null) instanceof Decl.Param map
        && file.parent(map) == method
        && Bindings.of(file).uses(map).size() == 1;
  }

  private static Optional<Invocation> readBy(Expr function) {
    if (function instanceof Expr.MethodReference reference) {
      return Optional.of(reference);
    }
    return function instanceof Expr.Lambda lambda && lambda.body() instanceof Expr.Call call
        ? Optional.of(call)
        : Optional.empty();
  }
}
