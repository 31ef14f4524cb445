package dev.zonegate.rules.hollowtest;

import dev.zonegate.match.ApiSet;
import dev.zonegate.match.Constants;
import dev.zonegate.model.Decl;
import dev.zonegate.model.Expr;
import dev.zonegate.model.Invocation;
import dev.zonegate.model.Node;
import dev.zonegate.rule.Reporter;
import java.util.List;

/** A test that waits for a time instead of an outcome, or expects what it cannot know. */
final class FixedWait {
  private static final long LONGEST_MILLIS = 50;
  private static final ApiSet SLEEPS =
      ApiSet.of("java.lang.Thread#sleep", "java.util.concurrent.TimeUnit#sleep");
  private static final ApiSet NOW = ApiSet.load("time/implicit-now.api");
  private static final ApiSet CHANCE = ApiSet.of("java.lang.Math#random", "java.util.Random#next*");

  private FixedWait() {}

  static void find(TestCase test, Reporter report) {
    for (Expr.Call each : test.calls()) {
      if (isLongSleep(test, each) && !test.isAboutTime() && !isInLambda(test, each)) {
        report.at(
            each, HollowTestRule.SLEEPING_TEST, each.shortName(), "waits, however soon it is done");
      }
      expected(each).stream()
          .filter(value -> isMoving(test, value))
          .findFirst()
          .ifPresent(
              value ->
                  report.at(
                      value,
                      HollowTestRule.SLEEPING_TEST,
                      ((Invocation) value).shortName(),
                      "is expected and is another one a moment later"));
    }
  }

  private static boolean isLongSleep(TestCase test, Expr.Call call) {
    if (SLEEPS.matches(call).isNo()
        || SLEEPS.matches(call).isUnknown()
        || call.arguments().isEmpty()) {
      return false;
    }
    boolean isMillis =
        call.receiverType().isNamed("java.lang.Thread")
            || test.file().text(call).contains("MILLISECONDS");
    Object value = Constants.of(test.file()).value(call.arguments().get(0)).orElse(0);
    long length = value instanceof Number number ? number.longValue() : 0;
    return isMillis ? length > LONGEST_MILLIS : length > 0;
  }

  /** What a mock's answer or another thread does is what the test is about. */
  private static boolean isInLambda(TestCase test, Node node) {
    for (Node up = test.file().parent(node);
        up != null && up != test.method();
        up = test.file().parent(up)) {
      if (up instanceof Expr.Lambda || up instanceof Decl) {
        return true;
      }
    }
    return false;
  }

  /** What an outcome is compared with. */
  private static List<Expr> expected(Expr.Call call) {
    boolean isEquality =
        call.name().matches("assertEquals|isEqualTo|assertSame|is|equalTo")
            && !call.arguments().isEmpty();
    return isEquality ? List.of(call.arguments().get(0)) : List.of();
  }

  private static boolean isMoving(TestCase test, Expr value) {
    return value instanceof Expr.Call call
        && !test.isAboutTime()
        && (NOW.matches(call).isYes() || CHANCE.matches(call).isYes() && !isSeeded(test, call));
  }

  private static boolean isSeeded(TestCase test, Expr.Call call) {
    return test.local(call.target()) == null
        || !(test.local(call.target()).initializer() instanceof Expr.New made
            && made.arguments().isEmpty());
  }
}
