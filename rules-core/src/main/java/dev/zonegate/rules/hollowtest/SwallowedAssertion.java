package dev.zonegate.rules.hollowtest;

import dev.zonegate.match.AssertionCalls;
import dev.zonegate.match.Bindings;
import dev.zonegate.match.LogCall;
import dev.zonegate.model.Catch;
import dev.zonegate.model.Expr;
import dev.zonegate.model.Invocation;
import dev.zonegate.model.Node;
import dev.zonegate.model.SourceFile;
import dev.zonegate.model.Stmt;
import dev.zonegate.model.TypeRef;
import dev.zonegate.rule.Confidence;
import dev.zonegate.rule.Reporter;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** A check whose failure nobody sees, or that may never be reached. */
final class SwallowedAssertion {
  private static final Set<String> BROAD =
      Set.of("java.lang.Throwable", "java.lang.Exception", "java.lang.RuntimeException");
  private static final Set<String> FAILURES =
      Set.of("java.lang.Throwable", "java.lang.Error", "java.lang.AssertionError");

  private static final Pattern DENIAL =
      Pattern.compile("assertNot(Equals|Same)|isNot(EqualTo|SameAs|In)");

  private SwallowedAssertion() {}

  static void find(TestCase test, Reporter report) {
    SourceFile file = test.file();
    for (Stmt.Try attempt : file.allIn(test.method().body(), Stmt.Try.class)) {
      for (Catch each : attempt.catches()) {
        fault(test, attempt, each)
            .ifPresent(what -> report.at(each, HollowTestRule.SWALLOWED_ASSERTION, what));
      }
    }
    findUnreached(test, report);
  }

  private static Optional<String> fault(TestCase test, Stmt.Try attempt, Catch clause) {
    SourceFile file = test.file();
    boolean checksInside = AssertionCalls.areIn(file, attempt.body());
    boolean fails = fails(file, attempt.body());
    boolean swallows = doesNothing(file, clause);
    if (checksInside
        && swallows
        && (catches(clause, FAILURES) || catches(clause, BROAD) && !fails)) {
      return Optional.of(name(clause) + " around the check is swallowed");
    }
    if (fails && catches(clause, FAILURES) && !rethrows(file, clause)) {
      return Optional.of(name(clause) + " catches the `fail()` too");
    }
    boolean isExpected =
        !swallows
            && AssertionCalls.areIn(file, clause.body())
            && !rethrows(file, clause)
            && !checksInside
            && isLast(test, attempt);
    return isExpected
        ? Optional.of("Nothing fails where " + name(clause) + " is not thrown")
        : Optional.empty();
  }

  private static String name(Catch clause) {
    return "`" + clause.types().get(0).ref().simpleName() + "`";
  }

  private static boolean catches(Catch clause, Set<String> types) {
    return clause.types().stream().map(type -> type.ref().name()).anyMatch(types::contains);
  }

  private static boolean fails(SourceFile file, Node body) {
    return file.allIn(body, Expr.Call.class).stream().anyMatch(each -> each.name().equals("fail"));
  }

  private static boolean rethrows(SourceFile file, Catch clause) {
    return !file.allIn(clause.body(), Stmt.Throw.class).isEmpty() || fails(file, clause.body());
  }

  /** Empty, or with log lines and checks of constants alone. */
  private static boolean doesNothing(SourceFile file, Catch clause) {
    return clause.body().statements().stream().allMatch(each -> isIdle(file, each));
  }

  private static boolean isIdle(SourceFile file, Stmt statement) {
    if (!(statement instanceof Stmt.Expression line)
        || !(line.expression() instanceof Expr.Call call)) {
      return statement instanceof Stmt.Empty
          || statement instanceof Stmt.Return end && end.value() == null;
    }
    boolean isTrue =
        call.name().equals("assertTrue")
            && call.arguments().stream().allMatch(Expr.Literal.class::isInstance);
    return isTrue || LogCall.of(file, call).isPresent() || call.name().equals("printStackTrace");
  }

  private static boolean isLast(TestCase test, Stmt.Try attempt) {
    List<Stmt> statements = test.method().body().statements();
    return statements.get(statements.size() - 1) == attempt;
  }

  /** All checks of the test stand in one loop over an answer, or in another thread. */
  private static void findUnreached(TestCase test, Reporter report) {
    SourceFile file = test.file();
    List<Invocation> checks = test.uses().stream().filter(AssertionCalls::isCheck).toList();
    if (checks.isEmpty() || test.expectsException()) {
      return;
    }
    Node around = around(test, checks.get(0));
    boolean isAlone =
        around != null && checks.stream().allMatch(each -> around(test, each) == around);
    if (!isAlone) {
      return;
    }
    if (isOverAnswer(test, around)) {
      if (isOverMany(file, around)
          && checks.stream().allMatch(each -> DENIAL.matcher(each.name()).matches())) {
        return; // that it is not among them holds where there is none
      }
      report
          .at(around, HollowTestRule.SWALLOWED_ASSERTION, "No check runs where the answer is empty")
          .confidence(Confidence.MEDIUM);
    } else if (isSubscriber(file, around) && !hasErrorHolder(test)) {
      report.at(
          around,
          HollowTestRule.SWALLOWED_ASSERTION,
          "A subscriber drops the failure of the check");
    } else if (isThread(file, around) && !hasErrorHolder(test)) {
      report.at(
          around, HollowTestRule.SWALLOWED_ASSERTION, "The check fails in a thread of its own");
    }
  }

  /** The nearest loop or lambda around a check. */
  private static Node around(TestCase test, Invocation check) {
    SourceFile file = test.file();
    for (Node up = file.parent(check); up != null && up != test.method(); up = file.parent(up)) {
      if (up instanceof Stmt.ForEach
          || up instanceof Expr.Lambda
          || up instanceof Stmt.If condition && isWhereThere(test, condition)) {
        return up;
      }
    }
    return null;
  }

  private static boolean isOverAnswer(TestCase test, Node around) {
    if (around instanceof Stmt.ForEach loop) {
      return isAnswer(test, loop.iterable());
    }
    if (around instanceof Stmt.If) {
      return true;
    }
    return test.file().parent(around) instanceof Expr.Call call
        && call.target() != null
        && (call.name().equals("forEach") && isAnswer(test, call.target())
            || call.name().equals("ifPresent") && isOptional(test, call.target()));
  }

  private static boolean isOverMany(SourceFile file, Node around) {
    return around instanceof Stmt.ForEach
        || file.parent(around) instanceof Expr.Call call && call.name().equals("forEach");
  }

  private static boolean isOptional(TestCase test, Expr value) {
    Stmt.Local local = test.local(value);
    Expr made = local == null ? value : local.initializer();
    return made instanceof Expr.Call && value.type().isNamed("java.util.Optional");
  }

  /** {@code if (order != null)} about what the program gave, with nothing else to fail. */
  private static boolean isWhereThere(TestCase test, Stmt.If condition) {
    Expr asked =
        condition.condition() instanceof Expr.Binary compared
                && compared.operator().equals("!=")
                && compared.right() instanceof Expr.Literal literal
                && literal.isNull()
            ? compared.left()
            : condition.condition() instanceof Expr.Call call
                    && call.name().equals("isPresent")
                    && call.arguments().isEmpty()
                ? call.target()
                : null;
    Stmt.Local local = test.local(asked);
    return condition.otherwise() == null
        && local != null
        && local.initializer() instanceof Expr.Call made
        && made.target() instanceof Expr.Name receiver
        && !receiver.type().name().startsWith("java.");
  }

  private static boolean isSubscriber(SourceFile file, Node around) {
    return around instanceof Expr.Lambda
        && file.parent(around) instanceof Expr.Call call
        && call.name().equals("subscribe")
        && call.receiverType().isA("org.reactivestreams.Publisher").isYes();
  }

  /** A collection that the program returns, and not one that the test has written out. */
  private static boolean isAnswer(TestCase test, Expr collection) {
    Stmt.Local local = test.local(collection);
    Expr value = local == null ? collection : local.initializer();
    return value instanceof Expr.Call call
        && call.target() != null
        && isOfProgram(test, call.target())
        && !call.target().type().isUnknown()
        && !call.target().type().name().startsWith("java.")
        && call.type().isAnyOf("java.util.Collection", "java.util.stream.Stream").isYes();
  }

  /** A variable, or an object that is made in passing, and no class with its constants. */
  private static boolean isOfProgram(TestCase test, Expr target) {
    return target instanceof Expr.Name receiver && !isWritten(test, receiver)
        || target instanceof Expr.New made && made.body() == null;
  }

  private static boolean isWritten(TestCase test, Expr.Name receiver) {
    return Bindings.of(test.file()).declaration(receiver).isEmpty();
  }

  private static boolean isThread(SourceFile file, Node around) {
    if (!(around instanceof Expr.Lambda)) {
      return false;
    }
    Node up = file.parent(around);
    if (up instanceof Expr.New thread) {
      return thread.created().ref().isNamed("java.lang.Thread");
    }
    return up instanceof Expr.Call call
        && (call.name().equals("execute")
                && call.receiverType().isA("java.util.concurrent.Executor").isYes()
            || call.name().matches("submit|runAsync")
                && file.parent(call) instanceof Stmt.Expression);
  }

  private static boolean hasErrorHolder(TestCase test) {
    return test.uses().stream()
        .map(Invocation::receiverType)
        .map(TypeRef::simpleName)
        .anyMatch(name -> name.matches("Atomic\\w+|CountDownLatch|CyclicBarrier|VertxTestContext"));
  }
}
