package dev.zonegate.rules.timezone;

import dev.zonegate.match.ApiSet;
import dev.zonegate.match.Bindings;
import dev.zonegate.match.LeafName;
import dev.zonegate.match.Operands;
import dev.zonegate.match.Printed;
import dev.zonegate.match.Words;
import dev.zonegate.model.Expr;
import dev.zonegate.model.Invocation;
import dev.zonegate.model.Node;
import dev.zonegate.model.SourceFile;
import dev.zonegate.model.Variable;
import dev.zonegate.rule.Confidence;
import dev.zonegate.rule.Reporter;
import java.util.Set;
import java.util.regex.Pattern;

/** Finds days of the calendar computed in milliseconds. */
final class EpochDays {
  private static final long MILLIS_A_DAY = 86_400_000L;
  private static final ApiSet TO_MILLIS = ApiSet.of("java.util.concurrent.TimeUnit#toMillis(long)");
  private static final ApiSet TO_DAYS = ApiSet.of("java.util.concurrent.TimeUnit#toDays(long)");
  private static final ApiSet ABSOLUTE = ApiSet.of("java.lang.Math#abs(*)");
  private static final ApiSet EPOCH =
      ApiSet.of(
          "java.util.Date#getTime()",
          "java.util.Calendar#getTimeInMillis()",
          "java.time.Instant#toEpochMilli()",
          "java.time.Clock#millis()",
          "java.lang.System#currentTimeMillis()");
  private static final Set<String> EPOCH_WORDS = Set.of("millis", "epoch", "timestamp", "midnight");
  private static final Pattern CALENDAR_DAY =
      Pattern.compile(
          "(?is).*(?:tomorrow|yesterday|midnight|(?:next|previous|prev|following)_?day|(?:add|plus|minus|subtract)_?days?|"
              + "(?:start|end)_?of_?day|due_?date).*");
  private static final Pattern COUNT_OF_DAYS =
      Pattern.compile(
          "(?is)days|.*(?:days?_?(?:between|overdue|late|left|until|remaining|apart|diff)"
              + "|(?:overdue|late|remaining|diff|difference|in|of|total|rental|stay|billing|leave)_?days|nights).*");
  private static final Pattern LIFETIME =
      Pattern.compile(
          "(?is).*(?:ttl|timeout|expir|interval|delay|retention|period|lifetime|max_?age|(?:^|_)age|cache|cut_?off).*");

  private EpochDays() {}

  static void find(SourceFile file, Reporter report) {
    for (Expr.Binary binary : file.all(Expr.Binary.class)) {
      if (isShift(file, binary) || isQuotient(file, binary)) {
        report(file, binary, report);
      }
    }
    for (Expr.Call call : TO_DAYS.callsIn(file)) {
      if (TO_DAYS.matches(call).isYes()
          && call.target() != null
          && LeafName.of(call.target()).equals("MILLISECONDS")
          && isCount(file, call, call.arguments().get(0))) {
        report(file, call, report);
      }
    }
  }

  private static void report(SourceFile file, Expr days, Reporter report) {
    report
        .at(
            days,
            TimeZoneRule.DAY_ARITHMETIC,
            shown(file, days),
            "takes every day for 24 hours, which it is not when clocks change")
        .confidence(Confidence.MEDIUM);
  }

  /** Whether names say that a length of time is meant, which no calendar changes. */
  static boolean isLifetime(SourceFile file, Node node) {
    return LIFETIME.matcher(Surroundings.purpose(file, node)).matches()
        || LIFETIME.matcher(Surroundings.methodName(file, node)).matches();
  }

  /** {@code date.getTime() + 86_400_000} for tomorrow. */
  private static boolean isShift(SourceFile file, Expr.Binary binary) {
    boolean moves = binary.operator().equals("+") || binary.operator().equals("-");
    return moves
        && isDayOfMillis(file, binary.right())
        && isEpoch(file, binary.left())
        && !isLifetime(file, binary)
        && isNamed(CALENDAR_DAY, file, binary);
  }

  /** {@code (b.getTime() - a.getTime()) / 86_400_000} for the days between. */
  private static boolean isQuotient(SourceFile file, Expr.Binary binary) {
    return binary.operator().equals("/")
        && isDayOfMillis(file, binary.right())
        && isCount(file, binary, binary.left());
  }

  private static boolean isCount(SourceFile file, Expr days, Expr millis) {
    return isDifference(file, millis)
        && !isTakenApart(file, millis)
        && !isLifetime(file, days)
        && !Printed.isPrinted(file, days)
        && isNamed(COUNT_OF_DAYS, file, days);
  }

  private static boolean isNamed(Pattern names, SourceFile file, Expr value) {
    return names.matcher(Surroundings.purpose(file, value)).matches()
        || names.matcher(Surroundings.methodName(file, value)).matches();
  }

  private static boolean isDayOfMillis(SourceFile file, Expr expression) {
    return DayArithmetic.isWholeDays(file, expression, MILLIS_A_DAY)
        || Operands.of(expression, "*").stream().anyMatch(EpochDays::isDaysToMillis);
  }

  private static boolean isDaysToMillis(Expr factor) {
    return factor instanceof Expr.Call call
        && TO_MILLIS.matches(call).isYes()
        && call.target() != null
        && LeafName.of(call.target()).equals("DAYS");
  }

  private static boolean isEpoch(SourceFile file, Expr expression) {
    return Values.initial(file, expression) instanceof Invocation use && EPOCH.matches(use).isYes()
        || expression.type().isNamed("long") && isNamedEpoch(LeafName.of(expression));
  }

  private static boolean isNamedEpoch(String name) {
    return Words.of(name).stream().anyMatch(EPOCH_WORDS::contains);
  }

  private static boolean isDifference(SourceFile file, Expr millis) {
    Expr value = Values.initial(file, millis);
    if (value instanceof Expr.Call call && ABSOLUTE.matches(call).isYes()) {
      return isDifference(file, call.arguments().get(0));
    }
    return value instanceof Expr.Binary difference
        && difference.operator().equals("-")
        && isEpoch(file, difference.left())
        && isEpoch(file, difference.right());
  }

  /** Whether the rest of the division is asked for too: days, hours and minutes of a duration. */
  private static boolean isTakenApart(SourceFile file, Expr millis) {
    Variable variable = Values.declaration(file, millis);
    return variable != null
        && Bindings.of(file).uses(variable).stream()
            .anyMatch(use -> file.parent(use) instanceof Expr.Binary rest && takesApart(rest));
  }

  private static boolean takesApart(Expr.Binary binary) {
    return binary.operator().equals("%");
  }

  private static String shown(SourceFile file, Expr expression) {
    String text = file.text(expression).replaceAll("\\s+", " ");
    return text.length() > 40 ? text.substring(0, 37) + "..." : text;
  }
}
