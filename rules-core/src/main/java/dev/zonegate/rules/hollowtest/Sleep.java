package dev.zonegate.rules.hollowtest;

import dev.zonegate.match.ApiSet;
import dev.zonegate.match.Constants;
import dev.zonegate.model.Expr;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How long a call sleeps. */
final class Sleep {
  private static final ApiSet SLEEPS =
      ApiSet.of("java.lang.Thread#sleep", "java.util.concurrent.TimeUnit#sleep");
  private static final ApiSet LENGTHS =
      ApiSet.of(
          "java.time.Duration#ofMillis",
          "java.time.Duration#ofSeconds(long)",
          "java.time.Duration#ofMinutes",
          "java.util.concurrent.TimeUnit#toMillis(long)");
  private static final Pattern UNIT = Pattern.compile("(MILLI|MICRO|NANO)?SECONDS|MINUTES|HOURS");
  private static final long SECOND = 1_000;
  private static final Map<String, Long> MILLIS =
      Map.of(
          "NANOSECONDS",
          0L,
          "MICROSECONDS",
          0L,
          "MILLISECONDS",
          1L,
          "ofMillis",
          1L,
          "ofSeconds",
          SECOND,
          "MINUTES",
          60 * SECOND,
          "ofMinutes",
          60 * SECOND,
          "HOURS",
          3_600 * SECOND);

  private Sleep() {}

  static boolean isOne(Expr.Call call) {
    return SLEEPS.matches(call).isYes() && !call.arguments().isEmpty();
  }

  /** In milliseconds; 0 where it is no sleep, or one of a length that is not known. */
  static long millis(TestCase test, Expr.Call call) {
    if (!isOne(call)) {
      return 0;
    }
    Expr time = call.arguments().get(0);
    long unit = call.receiverType().isNamed("java.lang.Thread") ? 1 : unit(test, call);
    return Math.max(number(test, time) * unit, duration(test, time));
  }

  /** {@code Duration.ofSeconds(2).toMillis()}, {@code TimeUnit.SECONDS.toMillis(2)}. */
  private static long duration(TestCase test, Expr time) {
    boolean isConverted =
        time instanceof Expr.Call inMillis
            && inMillis.name().equals("toMillis")
            && inMillis.arguments().isEmpty();
    Expr length = isConverted ? ((Expr.Call) time).target() : time;
    if (!(length instanceof Expr.Call made) || !LENGTHS.matches(made).isYes()) {
      return 0;
    }
    long unit = made.name().equals("toMillis") ? unit(test, made) : MILLIS.get(made.name());
    return number(test, made.arguments().get(0)) * unit;
  }

  /** That of a {@code TimeUnit}: seconds where it is not written there. */
  private static long unit(TestCase test, Expr.Call call) {
    Matcher unit = UNIT.matcher(call.target() == null ? "" : test.file().text(call.target()));
    return unit.find() ? MILLIS.getOrDefault(unit.group(), SECOND) : SECOND;
  }

  static long number(TestCase test, Expr value) {
    return Constants.of(test.file()).value(value).orElse(0) instanceof Number number
        ? number.longValue()
        : 0;
  }
}
