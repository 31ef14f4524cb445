package dev.zonegate.rules.hollowtest;

import dev.zonegate.facts.Delegation;
import dev.zonegate.match.AssertionCalls;
import dev.zonegate.model.Expr;
import dev.zonegate.model.SourceFile;
import dev.zonegate.model.Stmt;
import dev.zonegate.rule.Candidate;
import dev.zonegate.rule.Evidence;
import dev.zonegate.rule.Reporter;
import dev.zonegate.rule.Settler;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** A test of what a mock was told to return. */
final class MockEcho {
  private MockEcho() {}

  /** Which method of the program gives the value back. */
  record Delegate(String type, String method) implements Evidence {}

  static boolean find(TestCase test, Reporter report) {
    Set<String> stubbed = stubbed(test);
    if (stubbed.isEmpty() || capturesArguments(test)) {
      return false;
    }
    List<Expr.Call> actuals = actuals(test);
    for (Expr.Call each : actuals) {
      if (isStubbedCall(test, each, stubbed)) {
        report.at(each, HollowTestRule.MOCK_ECHO, each.shortName());
        return true;
      }
    }
    return findDelegate(test, report);
  }

  private static boolean capturesArguments(TestCase test) {
    return test.calls().stream().anyMatch(each -> each.name().matches("capture|getAllValues"));
  }

  /** What is stubbed: {@code orders.byId} of {@code when(orders.byId(1)).thenReturn(order)}. */
  private static Set<String> stubbed(TestCase test) {
    Set<String> names = new HashSet<>();
    for (Expr.Call each : test.calls()) {
      if (each.target() instanceof Expr.Call when
          && when.name().equals("when")
          && when.target() instanceof Expr.Call answer
          && answer.name().matches("doReturn|willReturn")
          && when.arguments().size() == 1
          && TestCase.isMock(test.file(), when.arguments().get(0))) {
        names.add(test.file().text(when.arguments().get(0)) + "." + each.name());
      }
      if (each.name().matches("thenReturn|willReturn")
          && each.target() instanceof Expr.Call when
          && when.name().matches("when|given")
          && when.arguments().size() == 1
          && when.arguments().get(0) instanceof Expr.Call call
          && call.target() != null
          && TestCase.isMock(test.file(), call.target())) {
        names.add(test.file().text(call.target()) + "." + call.name());
      }
    }
    return names;
  }

  /** The calls that are asserted on, directly or as a local. */
  private static List<Expr.Call> actuals(TestCase test) {
    return test.calls().stream()
        .filter(each -> each.name().matches("assert(That|Equals|Same|True|NotNull)"))
        .filter(AssertionCalls::isCheck)
        .flatMap(each -> each.arguments().stream())
        .map(each -> call(test, each))
        .filter(each -> each != null && each.target() instanceof Expr.Name)
        .toList();
  }

  private static Expr.Call call(TestCase test, Expr value) {
    if (value instanceof Expr.Call call) {
      boolean isRead =
          call.arguments().isEmpty()
              && (call.target() instanceof Expr.Call
                  || test.local(call.target()) != null
                      && test.local(call.target()).initializer() instanceof Expr.Call);
      return isRead ? call(test, call.target()) : call;
    }
    Stmt.Local local = test.local(value);
    return local != null && local.initializer() instanceof Expr.Call call ? call : null;
  }

  private static boolean isStubbedCall(TestCase test, Expr.Call call, Set<String> stubbed) {
    SourceFile file = test.file();
    return call.target() != null
        && TestCase.isMock(file, call.target())
        && stubbed.contains(file.text(call.target()) + "." + call.name());
  }

  /** {@code assertEquals(order, service.byId(1))}, where {@code byId} may do nothing but ask. */
  private static boolean findDelegate(TestCase test, Reporter report) {
    List<Expr.Call> asserted = actuals(test);
    boolean isOnlyCheck = asserted.size() == 1 && hasReturned(test, asserted.get(0));
    if (!isOnlyCheck || asserted.get(0).method() == null) {
      return false;
    }
    Expr.Call call = asserted.get(0);
    report.candidate(
        call,
        HollowTestRule.MOCK_ECHO,
        new Delegate(call.method().owner().name(), call.name()),
        call.shortName());
    return false;
  }

  /** Whether the value that the mock was given is what the answer is compared with. */
  private static boolean hasReturned(TestCase test, Expr.Call asserted) {
    Set<String> values = new HashSet<>();
    for (Expr.Call each : test.calls()) {
      if (each.name().matches("thenReturn|willReturn") && each.arguments().size() == 1) {
        values.add(test.file().text(each.arguments().get(0)));
      }
    }
    return asserted.target() instanceof Expr.Name
        && test.calls().stream()
            .filter(each -> each.name().matches("assertEquals|assertSame|isEqualTo|isSameAs"))
            .flatMap(each -> each.arguments().stream())
            .anyMatch(each -> values.contains(test.file().text(each)));
  }

  static void settle(Candidate candidate, Delegate delegate, Settler settler) {
    boolean isDelegate =
        settler.project().all(Delegation.class).stream()
            .anyMatch(
                each ->
                    each.type().equals(delegate.type()) && each.method().equals(delegate.method()));
    if (isDelegate) {
      settler.report(candidate);
    }
  }
}
