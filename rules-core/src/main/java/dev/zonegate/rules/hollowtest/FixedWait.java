package dev.zonegate.rules.hollowtest;

import dev.zonegate.match.ApiSet;
import dev.zonegate.match.Bindings;
import dev.zonegate.match.Constants;
import dev.zonegate.match.Methods;
import dev.zonegate.model.Decl;
import dev.zonegate.model.Expr;
import dev.zonegate.model.Invocation;
import dev.zonegate.model.Node;
import dev.zonegate.model.Stmt;
import dev.zonegate.rule.Reporter;
import java.util.ArrayList;
import java.util.List;

/** A test that waits for a time instead of an outcome, or expects what it cannot know. */
final class FixedWait {
  private static final long LONGEST_MILLIS = 50;
  private static final ApiSet SLEEPS =
      ApiSet.of("java.lang.Thread#sleep", "java.util.concurrent.TimeUnit#sleep");
  private static final ApiSet LENGTHS =
      ApiSet.of(
          "java.time.Duration#ofMillis",
          "java.time.Duration#ofSeconds(long)",
          "java.time.Duration#ofMinutes",
          "java.util.concurrent.TimeUnit#toMillis(long)");
  private static final ApiSet NOW =
      ApiSet.of(
          "java.time.Instant#now()",
          "java.time.LocalDate#now()",
          "java.time.LocalDateTime#now()",
          "java.time.LocalTime#now()",
          "java.time.OffsetDateTime#now()",
          "java.time.ZonedDateTime#now()",
          "java.util.Date#new()",
          "java.lang.System#currentTimeMillis()");
  private static final ApiSet CHANCE = ApiSet.of("java.lang.Math#random", "java.util.Random#next*");

  private FixedWait() {}

  static void find(TestCase test, Reporter report) {
    for (Expr.Call each : test.calls()) {
      boolean isWait = isLongSleep(test, each) || isPause(test, each);
      if (isWait && !test.isAboutTime() && !isInLambda(test, each) && !isPolling(test, each)) {
        report.at(
            each, HollowTestRule.SLEEPING_TEST, each.shortName(), "waits, however soon it is done");
      }
      expected(test, each).stream()
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

  /** A method of the test class that sleeps as long as it is told. */
  private static boolean isPause(TestCase test, Expr.Call call) {
    Decl.Method own = Methods.of(test.file()).declaration(call).orElse(null);
    if (own == null || own.body() == null || call.target() != null) {
      return false;
    }
    boolean isTold =
        call.arguments().stream()
            .map(each -> Constants.of(test.file()).value(each).orElse(0))
            .anyMatch(each -> each instanceof Number time && time.longValue() > LONGEST_MILLIS);
    List<Expr.Call> calls = test.file().allIn(own.body(), Expr.Call.class);
    return calls.stream()
        .filter(each -> SLEEPS.matches(each).isYes() && !each.arguments().isEmpty())
        .anyMatch(
            each ->
                calls.stream().allMatch(other -> other == each || isUpkeep(other))
                    && (isTold && each.arguments().get(0) instanceof Expr.Name
                        || isLongSleep(test, each)));
  }

  private static boolean isUpkeep(Expr.Call call) {
    return call.name().matches("interrupt|currentThread|printStackTrace|fail");
  }

  /** A short sleep in a loop that asks again each time. */
  private static boolean isPolling(TestCase test, Node sleep) {
    for (Node up = test.file().parent(sleep);
        up != null && up != test.method();
        up = test.file().parent(up)) {
      boolean asks =
          up instanceof Stmt.For loop
              && loop.condition() != null
              && !test.file().allIn(loop.condition(), Expr.Call.class).isEmpty();
      if (asks || up instanceof Stmt.While || up instanceof Stmt.DoWhile) {
        return true;
      }
    }
    return false;
  }

  private static boolean isLongSleep(TestCase test, Expr.Call call) {
    if (!SLEEPS.matches(call).isYes() || call.arguments().isEmpty()) {
      return false;
    }
    boolean isMillis =
        call.receiverType().isNamed("java.lang.Thread")
            || test.file().text(call).contains("MILLISECONDS");
    Expr time = call.arguments().get(0);
    return isMillis
        ? number(test, time) > LONGEST_MILLIS || isLongDuration(test, time)
        : number(test, time) > 0;
  }

  private static long number(TestCase test, Expr value) {
    return Constants.of(test.file()).value(value).orElse(0) instanceof Number number
        ? number.longValue()
        : 0;
  }

  /** {@code Duration.ofSeconds(2).toMillis()}, {@code TimeUnit.SECONDS.toMillis(2)}. */
  private static boolean isLongDuration(TestCase test, Expr time) {
    boolean isConverted =
        time instanceof Expr.Call inMillis
            && inMillis.name().equals("toMillis")
            && inMillis.arguments().isEmpty();
    Expr length = isConverted ? ((Expr.Call) time).target() : time;
    return length instanceof Expr.Call made
        && LENGTHS.matches(made).isYes()
        && number(test, made.arguments().get(0))
            > (made.name().equals("ofMillis") ? LONGEST_MILLIS : 0);
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
  private static List<Expr> expected(TestCase test, Expr.Call call) {
    boolean isEquality =
        call.name().matches("assertEquals|isEqualTo|assertSame|is|equalTo")
            && !call.arguments().isEmpty();
    if (!isEquality) {
      return List.of();
    }
    List<Expr> all = new ArrayList<>(call.arguments());
    if (call.target() instanceof Expr.Call start && start.name().equals("assertThat")) {
      all.addAll(start.arguments());
    }
    return all.stream().map(each -> origin(test, each)).toList();
  }

  /** What a local was made of that is there for this comparison alone, and a text was made of. */
  private static Expr origin(TestCase test, Expr value) {
    Expr start = value;
    while (start instanceof Expr.Call call
        && call.target() != null
        && call.name().matches("toString|format|getYear|toEpochMilli|toLocalDate")) {
      start = call.target();
    }
    Stmt.Local local = test.local(start);
    boolean isForThis = local != null && Bindings.of(test.file()).uses(local).size() == 1;
    return isForThis && local.initializer() != null ? local.initializer() : start;
  }

  private static boolean isMoving(TestCase test, Expr value) {
    return value instanceof Invocation use
        && !test.isAboutTime()
        && (NOW.matches(use).isYes()
            || use instanceof Expr.Call call
                && CHANCE.matches(call).isYes()
                && !isSeeded(test, call));
  }

  private static boolean isSeeded(TestCase test, Expr.Call call) {
    if (call.target() instanceof Expr.New made) {
      return !made.arguments().isEmpty();
    }
    return test.local(call.target()) == null
        || !(test.local(call.target()).initializer() instanceof Expr.New made
            && made.arguments().isEmpty());
  }
}
