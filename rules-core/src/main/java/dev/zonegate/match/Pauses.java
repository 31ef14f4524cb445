package dev.zonegate.match;

import dev.zonegate.model.Expr;
import java.util.Set;

/** Calls that put the thread to sleep for a time. */
public final class Pauses {
  private static final ApiSet SLEEPS = ApiSet.load("retries/sleeps.api");
  private static final Set<String> NAMES =
      Set.of(
          "sleep",
          "backoff",
          "backOff",
          "pause",
          "sleepQuietly",
          "sleepUninterruptibly",
          "delay",
          "waitBeforeRetry",
          "sleepBeforeRetry",
          "waitFor",
          "parkNanos",
          "waitMillis",
          "sleepMillis");

  private Pauses() {}

  /** Whether {@code call} is one, or is called like one. */
  public static boolean isPause(Expr.Call call) {
    return SLEEPS.matches(call).isYes() || NAMES.contains(call.name());
  }

  /** Whether {@code call} surely is one of the JDK's. */
  public static boolean isSleep(Expr.Call call) {
    return SLEEPS.matches(call).isYes();
  }
}
