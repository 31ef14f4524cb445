package dev.zonegate.rules.hollowtest;

import dev.zonegate.facts.TestHelpers;
import dev.zonegate.match.AssertionCalls;
import dev.zonegate.match.Methods;
import dev.zonegate.match.Words;
import dev.zonegate.model.Decl;
import dev.zonegate.model.Expr;
import dev.zonegate.model.Invocation;
import dev.zonegate.model.Node;
import dev.zonegate.model.SourceFile;
import dev.zonegate.model.TypeRef;
import dev.zonegate.rule.Candidate;
import dev.zonegate.rule.Confidence;
import dev.zonegate.rule.Evidence;
import dev.zonegate.rule.Report;
import dev.zonegate.rule.Reporter;
import dev.zonegate.rule.Settler;
import dev.zonegate.rule.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** A test without a check, in it and in whatever it calls. */
final class NoAssertion {
  private static final int MOST_CALLS = 3;
  private static final Pattern MUST_NOT_THROW =
      Pattern.compile(
          "(?is).*(not_?throws?|n_?t_?throw|no_?exceptions?|no_?errors?|not_?fail|without_?(error|exception|fail)"
              + "|succeeds?|should_?(allow|accept|permit)|is_?(accepted|allowed)|(?<!not|not_|dis|un)(allowed|permitted)|tolerate|can_?be|null_?safe|not_?crash|nop|no_?op|construct(or|able)|does_?nothing|compiles|idempotent"
              + "|dead_?lock|stack_?overflow|infinite_?(loop|recursion)|endless|reentran).*");

  /** Words of a name for something that is not there, or is done once more. */
  private static final Set<String> NOTHING =
      Set.of("no", "not", "null", "nothing", "without", "missing", "absent", "unknown", "twice");

  private NoAssertion() {}

  /**
   * What decides whether it checks after all.
   *
   * @param calls methods that it calls, as {@link TestHelpers} names them
   * @param isOpen whether some of them may be helpers, if nobody knows the project
   */
  record Helpers(List<String> calls, boolean isOpen) implements Evidence {}

  static void find(TestCase test, Reporter report) {
    if (test.checks() || test.isSmoke() || isRule(test)) {
      return;
    }
    Report found =
        report
            .candidate(test.method(), HollowTestRule.NO_ASSERTION, helpers(test), test.name())
            .confidence(Confidence.HIGH);
    if (MUST_NOT_THROW.matcher(test.name()).matches()
        || test.saysMustNotThrow()
        || namesTicket(test)
        || test.isTimed()
        || isOfNothing(test)
        || Acceptance.isIn(test)
        || isTakenAway(test)) {
      found.severity(Severity.NOTE);
    }
  }

  /** What once failed is tried again, and its ticket is in a name or above the class. */
  private static boolean namesTicket(TestCase test) {
    String packageName = test.file().unit().packageName();
    Decl.Type type = test.type();
    return TicketName.isIn(test.name(), packageName)
        || type != null && TicketName.isIn(type.name(), packageName)
        || test.isInClassOfDefect();
  }

  /** An inherited test that does not fit here: overridden by nothing. */
  private static boolean isTakenAway(TestCase test) {
    return test.method().body().statements().isEmpty()
        && test.method().annotations().stream().anyMatch(each -> each.name().equals("Override"));
  }

  /**
   * What can go wrong is that it throws: {@code stopNotRunning}, or {@code close(null)}, where
   * nothing is returned as far as is known.
   */
  private static boolean isOfNothing(TestCase test) {
    return test.isOfNothing()
        || Acceptance.last(test.method().body().statements())
            .filter(Expr.Call.class::isInstance)
            .filter(each -> each.method() == null || each.method().returns().isNamed("void"))
            .filter(
                each ->
                    Words.of(test.name()).stream().anyMatch(NOTHING::contains)
                        || each.arguments().stream().anyMatch(NoAssertion::isNull))
            .isPresent();
  }

  private static boolean isNull(Expr value) {
    return value instanceof Expr.Literal literal && literal.value() == null;
  }

  /** The methods that a test calls, any of which may check. */
  static Helpers helpers(TestCase test) {
    List<Invocation> uses = new ArrayList<>();
    collect(test.file(), test.method().body(), 0, uses);
    List<String> calls =
        uses.stream()
            .filter(each -> each.method() != null)
            .flatMap(
                each ->
                    List.of(
                        TestHelpers.key(each.method().owner().name(), each.name()),
                        TestHelpers.key(each.receiverType().name(), each.name()))
                        .stream())
            .distinct()
            .sorted()
            .toList();
    boolean isOpen = uses.stream().anyMatch(each -> isInherited(test, each));
    return new Helpers(calls, isOpen);
  }

  /** What is called in other files, by the test and by the methods of its file that it calls. */
  private static void collect(SourceFile file, Node body, int depth, List<Invocation> uses) {
    for (Invocation each : file.allIn(body, Invocation.class)) {
      Decl.Method own = Methods.of(file).declaration(each).orElse(null);
      if (own == null || own.body() == null) {
        uses.add(each);
      } else if (depth < MOST_CALLS) {
        collect(file, own.body(), depth + 1, uses);
      }
    }
  }

  static void settle(Candidate candidate, Helpers helpers, Settler settler) {
    boolean isHelped =
        settler.project().all(TestHelpers.class).stream()
            .flatMap(each -> each.methods().stream())
            .anyMatch(helpers.calls()::contains);
    if (!isHelped && !(helpers.isOpen() && !settler.project().isWhole())) {
      settler.report(candidate);
    }
  }

  /** Declared by a superclass, which may check anything. */
  private static boolean isInherited(TestCase test, Invocation use) {
    Decl.Type type = test.type();
    return use instanceof Expr.Call
        && (use.target() == null || use.target() instanceof Expr.Super)
        && use.method() != null
        && !use.method().isStatic()
        && type != null
        && !isLibrary(use.method().owner());
  }

  private static boolean isLibrary(TypeRef owner) {
    return owner.name().startsWith("java.") || owner.name().startsWith("org.junit.");
  }

  /** A field of {@code @ArchTest} or a rule of JUnit 4 may check for all tests of a class. */
  private static boolean isRule(TestCase test) {
    Decl.Type type = test.type();
    return type != null
        && type.members().stream()
            .anyMatch(
                each ->
                    each instanceof Decl.Method method
                        && method.annotations().stream()
                            .anyMatch(a -> a.name().matches("(.*\\.)?After(Each|Method)?"))
                        && method.body() != null
                        && AssertionCalls.areIn(test.file(), method.body()));
  }
}
