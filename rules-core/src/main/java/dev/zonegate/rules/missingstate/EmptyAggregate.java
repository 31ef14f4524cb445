package dev.zonegate.rules.missingstate;

import dev.zonegate.match.ApiSet;
import dev.zonegate.match.Bindings;
import dev.zonegate.match.TypeSet;
import dev.zonegate.model.Decl;
import dev.zonegate.model.Expr;
import dev.zonegate.model.Invocation;
import dev.zonegate.model.SourceFile;
import dev.zonegate.model.Stmt;
import dev.zonegate.model.TypeRef;
import dev.zonegate.model.Variable;
import dev.zonegate.rule.Confidence;
import dev.zonegate.rule.Report;
import dev.zonegate.rule.Reporter;
import dev.zonegate.rule.Severity;
import java.util.Optional;
import java.util.Set;

/** Finds sums and extremes over what may be empty: a division by its size, its maximum. */
final class EmptyAggregate {
  private static final TypeSet COLLECTIONS =
      TypeSet.of("java.util.Collection", "java.util.Map", "java.util.stream.BaseStream");
  private static final Set<String> SIZES = Set.of("size", "count", "sum");
  private static final Set<String> QUESTIONS =
      Set.of("isEmpty", "size", "length", "count", "hasNext", "signum", "compareTo", "equals");
  private static final Set<String> TAKES = Set.of("get", "getAsInt", "getAsLong", "getAsDouble");
  private static final Set<String> AGGREGATES = Set.of("reduce", "average", "max", "min");

  private static final ApiSet DIVIDES =
      ApiSet.of("java.math.BigDecimal#divide", "java.math.BigDecimal#remainder");

  private EmptyAggregate() {}

  static void find(SourceFile file, Reporter report) {
    for (Expr.Binary each : file.all(Expr.Binary.class)) {
      if (each.operator().equals("/") || each.operator().equals("%")) {
        checkDivision(file, each, report);
      }
    }
    for (Expr.Call call : file.all(Expr.Call.class)) {
      if (DIVIDES.matches(call).isYes()) {
        checkDivide(file, call, report);
      } else if (isTakenAggregate(file, call)) {
        report.at(
            call,
            MissingStateRule.EMPTY_AGGREGATE,
            ((Expr.Call) call.target()).name() + "(...)." + call.name() + "()",
            "fails when the stream is empty");
      } else {
        checkExtreme(file, call, report);
      }
    }
  }

  private static void checkDivision(SourceFile file, Expr.Binary division, Reporter report) {
    Expr divisor = bare(division.right());
    Optional<Expr> counted = counted(file, divisor);
    if (counted.isEmpty()
        || Asked.about(file, division, counted.get(), QUESTIONS)
        || Asked.about(file, division, divisor, QUESTIONS)
        || isInLoopOver(file, division, counted.get())) {
      return;
    }
    boolean isWhole = isWhole(division.left().type()) && isWhole(division.right().type());
    String text = file.text(division);
    Report found =
        report.at(
            division,
            MissingStateRule.EMPTY_AGGREGATE,
            text.length() <= 40 && !text.contains("\n") ? text : "/ " + file.text(divisor),
            isWhole ? "divides by zero when it is empty" : "is `NaN` when it is empty");
    if (!isWhole) {
      found.confidence(Confidence.MEDIUM);
    }
  }

  /** {@code total.divide(BigDecimal.valueOf(items.size()))}. */
  private static void checkDivide(SourceFile file, Expr.Call division, Reporter report) {
    Expr divisor = division.argument(0).orElse(null);
    boolean isMade =
        (divisor instanceof Expr.Call || divisor instanceof Expr.New)
            && ((Invocation) divisor).arguments().size() == 1;
    if (!isMade) {
      return;
    }
    Expr count = bare(((Invocation) divisor).arguments().get(0));
    Optional<Expr> counted = counted(file, count);
    if (counted.isPresent()
        && !Asked.about(file, division, counted.get(), QUESTIONS)
        && !Asked.about(file, division, count, QUESTIONS)) {
      report.at(
          division,
          MissingStateRule.EMPTY_AGGREGATE,
          division.shortName(),
          "divides by zero when it is empty");
    }
  }

  private static Expr bare(Expr expr) {
    return expr instanceof Expr.Cast cast ? bare(cast.operand()) : expr;
  }

  /** What a divisor is the size of, when that comes from outside the method. */
  private static Optional<Expr> counted(SourceFile file, Expr divisor) {
    Expr value = divisor;
    if (divisor instanceof Expr.Name name
        && Bindings.of(file).declaration(name).orElse(null) instanceof Stmt.Local local
        && local.initializer() != null
        && Bindings.of(file).isAssignedOnce(local)) {
      value = bare(local.initializer());
    }
    if (value instanceof Expr.Call call
        && SIZES.contains(call.name())
        && call.arguments().isEmpty()
        && call.target() != null
        && COLLECTIONS.contains(call.target().type()).isYes()) {
      return mayBeEmpty(file, call.target()) ? Optional.of(call.target()) : Optional.empty();
    }
    return value instanceof Expr.FieldAccess length
            && length.name().equals("length")
            && length.target().type().isArray()
            && mayBeEmpty(file, length.target())
        ? Optional.of(length.target())
        : Optional.empty();
  }

  private static boolean mayBeEmpty(SourceFile file, Expr collection) {
    Variable variable = Bindings.of(file).declaration(collection).orElse(null);
    if (variable instanceof Decl.Param param) {
      return file.parent(param) instanceof Decl.Method;
    }
    Expr value = variable == null ? collection : variable.initializer();
    if (variable instanceof Decl.Field) {
      return value instanceof Expr.New made && made.arguments().isEmpty();
    }
    return value instanceof Expr.Call call
        && (Queries.mayBeEmpty(file, call) || call.name().matches("get[A-Z]\\w*"));
  }

  private static boolean isInLoopOver(SourceFile file, Expr at, Expr collection) {
    return Asked.inLoopOver(file, at, collection) || file.enclosing(at, Stmt.For.class) != null;
  }

  private static boolean isWhole(TypeRef type) {
    return type.isNamed("int") || type.isNamed("long");
  }

  /** {@code stream.reduce(...).get()}, {@code average().getAsDouble()}. */
  private static boolean isTakenAggregate(SourceFile file, Expr.Call call) {
    return TAKES.contains(call.name())
        && call.arguments().isEmpty()
        && call.target() instanceof Expr.Call aggregate
        && AGGREGATES.contains(aggregate.name())
        && aggregate.type().name().startsWith("java.util.Optional")
        && !GivenValues.isSource(file, call, aggregate.target());
  }

  private static void checkExtreme(SourceFile file, Expr.Call call, Reporter report) {
    boolean isExtreme =
        (call.name().equals("max") || call.name().equals("min"))
            && !call.arguments().isEmpty()
            && call.receiverType().isNamed("java.util.Collections");
    if (isExtreme
        && mayBeEmpty(file, call.arguments().get(0))
        && !Asked.about(file, call, call.arguments().get(0), QUESTIONS)) {
      Report found =
          report.at(
              call, MissingStateRule.EMPTY_AGGREGATE, call.shortName(), "fails when it is empty");
      found.severity(Severity.WARNING);
    }
  }
}
