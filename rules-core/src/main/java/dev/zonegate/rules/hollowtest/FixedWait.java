package dev.zonegate.rules.hollowtest;

import dev.zonegate.match.ApiSet;
import dev.zonegate.match.Bindings;
import dev.zonegate.match.Following;
import dev.zonegate.match.Methods;
import dev.zonegate.model.Decl;
import dev.zonegate.model.Expr;
import dev.zonegate.model.Invocation;
import dev.zonegate.model.Node;
import dev.zonegate.model.Stmt;
import dev.zonegate.rule.Reporter;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/** A test that waits for a time instead of an outcome, or expects what it cannot know. */
final class FixedWait {
  private static final long LONGEST_MILLIS = 50;
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
    Map<Expr.Call, Long> waits = waits(test);
    long together = waits.values().stream().mapToLong(Long::longValue).sum();
    for (Expr.Call each : test.calls()) {
      boolean isWait = waits.containsKey(each) && !test.isAboutTime();
      if (isWait && !Expiry.isOver(test, each, together)) {
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

  /** The calls that wait for long, and for how many milliseconds. */
  private static Map<Expr.Call, Long> waits(TestCase test) {
    Map<Expr.Call, Long> waits = new IdentityHashMap<>();
    for (Expr.Call each : test.calls()) {
      long millis = Math.max(Sleep.millis(test, each), pause(test, each));
      if (millis > LONGEST_MILLIS
          && !isInLambda(test, each)
          && !isPolling(test, each)
          && !isRun(test, each)) {
        waits.put(each, millis);
      }
    }
    return waits;
  }

  /** Threads run for a time, until all of them are interrupted. */
  private static boolean isRun(TestCase test, Expr.Call wait) {
    return test.file().parent(wait) instanceof Stmt statement
        && Following.after(test.file(), statement).statements().stream()
            .findFirst()
            .filter(each -> each instanceof Stmt.ForEach || each instanceof Stmt.For)
            .filter(each -> isAll(test.file().allIn(each, Expr.Call.class), "interrupt"))
            .isPresent();
  }

  private static boolean isAll(List<Expr.Call> calls, String name) {
    return !calls.isEmpty() && calls.stream().allMatch(each -> each.name().equals(name));
  }

  /**
   * How long a method of the test class sleeps that does nothing else: its own time, or as told.
   */
  private static long pause(TestCase test, Expr.Call call) {
    Decl.Method own = Methods.of(test.file()).declaration(call).orElse(null);
    if (own == null || own.body() == null || call.target() != null) {
      return 0;
    }
    long told =
        call.arguments().stream().mapToLong(each -> Sleep.number(test, each)).max().orElse(0);
    List<Expr.Call> calls = test.file().allIn(own.body(), Expr.Call.class);
    return calls.stream()
        .filter(Sleep::isOne)
        .filter(each -> calls.stream().allMatch(other -> other == each || isUpkeep(other)))
        .mapToLong(
            each ->
                each.arguments().get(0) instanceof Expr.Name
                    ? Math.max(told, Sleep.millis(test, each))
                    : Sleep.millis(test, each))
        .max()
        .orElse(0);
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
