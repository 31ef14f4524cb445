package dev.zonegate.rules.missingstate;

import dev.zonegate.match.Bindings;
import dev.zonegate.match.TypeSet;
import dev.zonegate.model.Decl;
import dev.zonegate.model.Expr;
import dev.zonegate.model.Node;
import dev.zonegate.model.SourceFile;
import dev.zonegate.model.Stmt;
import dev.zonegate.rule.Confidence;
import dev.zonegate.rule.Report;
import dev.zonegate.rule.Reporter;
import dev.zonegate.rule.Severity;
import java.util.List;
import java.util.Set;

/** Finds optional values that are taken as if they were always there. */
final class UncheckedOptional {
  private static final TypeSet OPTIONALS =
      TypeSet.of(
          "java.util.Optional",
          "java.util.OptionalInt",
          "java.util.OptionalLong",
          "java.util.OptionalDouble",
          "com.google.common.base.Optional");
  private static final TypeSet CONTROLLERS = TypeSet.load("web/controllers.types");
  private static final TypeSet SERVICES = TypeSet.of("org.springframework.stereotype.Service");
  private static final Set<String> TAKES = Set.of("get", "getAsInt", "getAsLong", "getAsDouble");
  private static final Set<String> QUESTIONS =
      Set.of("isPresent", "isEmpty", "ifPresent", "equals");
  private static final Set<String> ON_VALUE = Set.of("map", "flatMap", "filter");
  private static final Set<String> NEVER_EMPTY = Set.of("of");
  private static final Set<String> LEFT_TO_OTHERS =
      Set.of("findFirst", "findAny", "reduce", "max", "min", "average");

  private UncheckedOptional() {}

  static void find(SourceFile file, Reporter report) {
    for (Expr.Call call : file.all(Expr.Call.class)) {
      Expr optional = call.target();
      if (optional == null || !OPTIONALS.contains(optional.type()).isYes()) {
        continue;
      }
      if (TAKES.contains(call.name()) && call.arguments().isEmpty()) {
        checkGet(file, call, optional, report);
      } else if (call.name().equals("orElseThrow") && call.arguments().isEmpty()) {
        checkThrow(file, call, optional, report);
      } else if (call.name().equals("orElse") && isNull(call.arguments())) {
        checkNull(file, call, report);
      }
    }
  }

  private static void checkGet(SourceFile file, Expr.Call get, Expr optional, Reporter report) {
    boolean isLeft =
        optional instanceof Expr.Call made
            && (LEFT_TO_OTHERS.contains(made.name()) || NEVER_EMPTY.contains(made.name()));
    boolean isParameterOfLambda =
        Bindings.of(file).declaration(optional).orElse(null) instanceof Decl.Param param
            && file.parent(param) instanceof Expr.Lambda;
    if (!isLeft
        && !isParameterOfLambda
        && !isNeverEmpty(file, optional)
        && !Asked.about(file, get, optional, QUESTIONS)
        && !isCaught(file, get)) {
      Report found = report.at(get, MissingStateRule.UNCHECKED_OPTIONAL, get.shortName());
      if (optional instanceof Expr.Call made && made.name().matches("(get|to|next|as)[A-Z].*")) {
        found.severity(Severity.NOTE).confidence(Confidence.LOW);
      }
    }
  }

  private static boolean isNeverEmpty(SourceFile file, Expr optional) {
    return Bindings.of(file).declaration(optional).orElse(null) instanceof Stmt.Local local
        && (local.initializer() == null
            || !Bindings.of(file).isAssignedOnce(local)
            || local.initializer() instanceof Expr.Call made
                && (NEVER_EMPTY.contains(made.name()) || made.name().equals("findFirst")));
  }

  private static boolean isCaught(SourceFile file, Node node) {
    Stmt.Try attempt = file.enclosing(node, Stmt.Try.class);
    return attempt != null
        && attempt.catches().stream()
            .flatMap(each -> each.types().stream())
            .anyMatch(each -> each.ref().simpleName().equals("NoSuchElementException"));
  }

  /**
   * {@code orders.findById(id).orElseThrow()} where a client asks: an error 500 that says nothing,
   * unless the project answers that exception in one place.
   */
  private static void checkThrow(SourceFile file, Expr.Call call, Expr optional, Reporter report) {
    Decl.Type type = file.enclosing(call, Decl.Type.class);
    boolean isOfStore =
        found(optional) instanceof Expr.Call query && Queries.isOnStore(file, query);
    if (!isOfStore || type == null || isCaught(file, call)) {
      return;
    }
    boolean isEntry = CONTROLLERS.annotationIn(type.annotations()) != null;
    if (isEntry || SERVICES.annotationIn(type.annotations()) != null) {
      report
          .candidate(
              call,
              MissingStateRule.UNCHECKED_OPTIONAL,
              new Unhandled("java.util.NoSuchElementException"),
              call.shortName())
          .severity(isEntry ? Severity.WARNING : Severity.NOTE)
          .confidence(isEntry ? Confidence.MEDIUM : Confidence.LOW);
    }
  }

  /** The finder behind {@code find(id).map(Order::total)}, which leaves nothing as it was. */
  private static Expr found(Expr optional) {
    Expr source = optional;
    while (source instanceof Expr.Call stage && ON_VALUE.contains(stage.name())) {
      source = stage.target();
    }
    return source;
  }

  /** {@code find(id).orElse(null).name()}, also by way of a local that nothing compares. */
  private static void checkNull(SourceFile file, Expr.Call orElse, Reporter report) {
    Node parent = file.parent(orElse);
    if (isTarget(parent, orElse)) {
      found((Expr) parent, report);
    } else if (parent instanceof Stmt.Local local && Bindings.of(file).isAssignedOnce(local)) {
      List<Expr> uses = Bindings.of(file).uses(local);
      boolean isOnlyTarget =
          !uses.isEmpty() && uses.stream().allMatch(use -> isTarget(file.parent(use), use));
      if (isOnlyTarget) {
        found((Expr) file.parent(uses.get(0)), report);
      }
    }
  }

  private static boolean isTarget(Node use, Expr value) {
    return use instanceof Expr.Call call && call.target() == value
        || use instanceof Expr.FieldAccess access && access.target() == value;
  }

  private static void found(Expr use, Reporter report) {
    String name =
        use instanceof Expr.Call call
            ? call.shortName()
            : "orElse(null)." + ((Expr.FieldAccess) use).name();
    report.at(use, MissingStateRule.UNCHECKED_OPTIONAL, name);
  }

  private static boolean isNull(List<Expr> arguments) {
    return arguments.size() == 1
        && arguments.get(0) instanceof Expr.Literal literal
        && literal.isNull();
  }
}
