package dev.zonegate.rules.localeandmoney;

import dev.zonegate.match.ApiSet;
import dev.zonegate.match.Bindings;
import dev.zonegate.match.Constants;
import dev.zonegate.match.Discarded;
import dev.zonegate.model.Expr;
import dev.zonegate.model.Invocation;
import dev.zonegate.model.Node;
import dev.zonegate.model.SourceFile;
import dev.zonegate.model.Stmt;
import dev.zonegate.model.Variable;
import dev.zonegate.rule.Confidence;
import dev.zonegate.rule.Fix;
import dev.zonegate.rule.Report;
import dev.zonegate.rule.Reporter;
import dev.zonegate.rule.TextEdit;
import java.math.BigDecimal;
import java.util.Set;

/** Finds uses of {@code BigDecimal} that lose its exactness, or fail on some amounts. */
final class BigDecimalTraps {
  private static final int BINARY_DIGITS = 10;
  private static final ApiSet OF_DOUBLE = ApiSet.of("java.math.BigDecimal#new(double)");
  private static final ApiSet DIVIDE = ApiSet.of("java.math.BigDecimal#divide(BigDecimal)");
  private static final ApiSet SET_SCALE = ApiSet.of("java.math.BigDecimal#setScale(int)");
  private static final ApiSet TO_DOUBLE =
      ApiSet.of("java.math.BigDecimal#doubleValue()", "java.math.BigDecimal#floatValue()");
  private static final ApiSet PURE = ApiSet.load("locale/pure.api");
  private static final Set<String> CALCULATING = Set.of("+", "-", "*", "==", "!=");
  private static final Set<String> ROUND_CONSTANTS = Set.of("ZERO", "ONE", "TWO", "TEN");
  private static final String INEXACT = "is a tail of binary digits, not the number as written";
  private static final String DIVIDES = "throws for results such as `0.333...`";
  private static final String SCALES = "throws where digits would be lost";
  private static final String IGNORED = "changes nothing: the result is thrown away";
  private static final String LEAVES = "goes on in binary fractions";

  private BigDecimalTraps() {}

  static void find(SourceFile file, Reporter report) {
    for (Invocation use : ApiSet.usesIn(file, OF_DOUBLE, DIVIDE, SET_SCALE, TO_DOUBLE)) {
      if (OF_DOUBLE.matches(use).isYes()) {
        ofDouble(file, use, report);
      } else if (DIVIDE.matches(use).isYes() && !endsAlways(file, use)) {
        report(report, use, DIVIDES);
      } else if (SET_SCALE.matches(use).isYes()
          && !isWhole(file, use.target())
          && !(file.parent(use) instanceof Stmt.Expression)) {
        report(report, use, SCALES);
      } else if (TO_DOUBLE.matches(use).isYes() && isCalculated(file, use)) {
        report(report, use, LEAVES).confidence(Confidence.MEDIUM);
      }
    }
    for (Expr.Call call : Discarded.calls(file)) {
      if (PURE.matches(call).isYes()) {
        report(report, call, IGNORED);
      }
    }
    for (Expr.MethodReference each : file.all(Expr.MethodReference.class)) {
      if (PURE.matches(each).isYes()
          && each.target() instanceof Expr.Name
          && each.type().isA("java.util.function.Consumer").isYes()) {
        report(report, each, IGNORED);
      }
    }
    BigDecimalEquality.find(file, report);
  }

  private static Report report(Reporter report, Node use, String effect) {
    return report.at(
        use, LocaleAndMoneyRule.BIG_DECIMAL_TRAPS, ((Invocation) use).shortName(), effect);
  }

  private static void ofDouble(SourceFile file, Invocation use, Reporter reporter) {
    if (use instanceof Expr.MethodReference) {
      report(reporter, use, INEXACT);
      return;
    }
    Expr number = use.arguments().get(0);
    Object value = Constants.of(file).value(number).orElse(null);
    if (value instanceof Number written && isExact(written)) {
      return;
    }
    Report found = report(reporter, use, INEXACT);
    boolean isDouble = number.type().isNamed("double") || number.type().isNamed("java.lang.Double");
    if (use instanceof Expr.New made && isDouble) {
      found.fix(
          Fix.of(
              "Use `BigDecimal.valueOf`",
              TextEdit.replace(made.span(), "BigDecimal.valueOf(" + file.text(number) + ")")));
    }
  }

  /** Whether a few binary digits hold it, as they do {@code 0.5}. */
  private static boolean isExact(Number written) {
    double scaled = Math.scalb(written.doubleValue(), BINARY_DIGITS);
    return Double.isFinite(scaled) && scaled == Math.rint(scaled);
  }

  /** A divisor made of twos and fives, by which every division ends. */
  private static boolean endsAlways(SourceFile file, Invocation use) {
    if (use instanceof Expr.MethodReference) {
      return false;
    }
    Expr divisor = use.arguments().get(0);
    if (isRoundConstant(divisor)) {
      return true;
    }
    Expr made = made(file, divisor);
    if (!(made instanceof Invocation number) || number.arguments().isEmpty()) {
      return isRoundConstant(made);
    }
    Object value = Constants.of(file).value(number.arguments().get(0)).orElse(null);
    return value != null && isOfTwosAndFives(value.toString());
  }

  private static boolean isOfTwosAndFives(String written) {
    try {
      java.math.BigInteger rest = new BigDecimal(written).unscaledValue().abs();
      for (long prime : new long[] {2, 5}) {
        java.math.BigInteger factor = java.math.BigInteger.valueOf(prime);
        while (rest.signum() != 0 && rest.mod(factor).signum() == 0) {
          rest = rest.divide(factor);
        }
      }
      return rest.equals(java.math.BigInteger.ONE);
    } catch (NumberFormatException e) {
      return false;
    }
  }

  private static boolean isRoundConstant(Expr value) {
    return value instanceof Expr.FieldAccess constant
            && constant.target().type().isNamed("java.math.BigDecimal")
            && ROUND_CONSTANTS.contains(constant.name())
        || value instanceof Expr.Name name
            && name.variable() != null
            && name.variable().owner().equals("java.math.BigDecimal")
            && ROUND_CONSTANTS.contains(name.name());
  }

  /** The initial value of a variable that never changes, else the expression itself. */
  private static Expr made(SourceFile file, Expr value) {
    Variable variable = Bindings.of(file).variable(value).orElse(null);
    return variable != null
            && variable.initializer() != null
            && Bindings.of(file).isAssignedOnce(variable)
        ? variable.initializer()
        : value;
  }

  /** Whether a number has no digits after the point that a scale could cut off. */
  private static boolean isWhole(SourceFile file, Expr value) {
    Expr made = value == null ? null : made(file, value);
    if (made == null || isRoundConstant(made)) {
      return true;
    }
    return made instanceof Invocation number
        && (number instanceof Expr.New || number.name().equals("valueOf"))
        && !number.arguments().isEmpty()
        && Set.of("int", "long", "java.math.BigInteger", "java.lang.Integer", "java.lang.Long")
            .contains(number.arguments().get(0).type().name());
  }

  private static boolean isCalculated(SourceFile file, Invocation use) {
    return file.parent(use) instanceof Expr.Binary binary
            && CALCULATING.contains(binary.operator())
            && !isText(binary)
        || file.parent(use) instanceof Expr.Assign assign
            && assign.operator().length() == 2
            && assign.value() == use;
  }

  private static boolean isText(Expr.Binary binary) {
    return binary.type().isNamed("java.lang.String");
  }
}
