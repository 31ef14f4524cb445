package dev.zonegate.rules.hollowtest;

import dev.zonegate.match.ApiSet;
import dev.zonegate.match.AssertionCalls;
import dev.zonegate.match.Bindings;
import dev.zonegate.match.Vocabulary;
import dev.zonegate.model.Expr;
import dev.zonegate.model.SourceFile;
import dev.zonegate.model.Stmt;
import dev.zonegate.rule.Reporter;
import java.util.Set;

/** A check that is begun and not made. */
final class IncompleteAssertion {
  private static final ApiSet SENTENCES = ApiSet.load("testing/sentences.api");
  private static final Set<String> STEPS =
      Set.copyOf(Vocabulary.lines("testing/sentence-steps.words"));
  private static final ApiSet VERIFIERS =
      ApiSet.of("reactor.test.StepVerifier#create", "reactor.test.StepVerifier#withVirtualTime");
  private static final ApiSet REQUESTS =
      ApiSet.of(
          "org.springframework.test.web.servlet.MockMvc#perform",
          "org.springframework.test.web.servlet.ResultActions#andDo",
          "org.springframework.test.web.servlet.ResultActions#andReturn",
          "org.springframework.test.web.reactive.server.WebTestClient.RequestHeadersSpec#exchange");
  private static final ApiSet ANSWERS =
      ApiSet.of(
          "java.lang.Object#equals",
          "java.lang.String#equalsIgnoreCase",
          "java.lang.String#contains",
          "java.lang.String#isEmpty",
          "java.util.Collection#contains",
          "java.util.Collection#isEmpty",
          "java.util.Map#containsKey",
          "java.util.Optional#isPresent");

  private IncompleteAssertion() {}

  static boolean find(TestCase test, Reporter report) {
    boolean isFound = false;
    for (Stmt.Expression each : test.file().allIn(test.method().body(), Stmt.Expression.class)) {
      if (each.expression() instanceof Expr.Call call && isIncomplete(test, call)) {
        report.at(call, HollowTestRule.INCOMPLETE_ASSERTION, shown(call));
        isFound = true;
      }
      isFound |= each.expression() instanceof Expr.Call call && !ANSWERS.matches(call).isNo();
    }
    for (Stmt.Local each : test.file().allIn(test.method().body(), Stmt.Local.class)) {
      if (isUnusedResult(test, each) || isForgotten(test, each)) {
        report.at(each, HollowTestRule.INCOMPLETE_ASSERTION, each.name());
        isFound = true;
      }
    }
    return isFound;
  }

  private static String shown(Expr.Call call) {
    Expr.Call root = TestCase.root(call);
    return root == call ? call.shortName() : root.shortName() + "..." + call.name();
  }

  private static boolean isIncomplete(TestCase test, Expr.Call call) {
    Expr.Call root = TestCase.root(call);
    if (ANSWERS.matches(call).isYes()) {
      return !isToBeRefused(test.file(), call);
    }
    if (SENTENCES.matches(root).isYes() && !takesMatcher(root)) {
      boolean isStep = STEPS.contains(call.name()) && isSteps(call);
      return call == root || isStep && !root.name().equals("verify");
    }
    if (VERIFIERS.matches(root).isYes()) {
      return !call.name().startsWith("verify");
    }
    return REQUESTS.matches(call).isYes() && isRequestAlone(test, call);
  }

  /** It is to throw: handed to somebody who runs it, or followed by {@code fail()}. */
  private static boolean isToBeRefused(SourceFile file, Expr.Call call) {
    if (file.enclosing(call, Expr.Lambda.class) != null
        || file.enclosing(call, Expr.New.class) != null) {
      return true;
    }
    Stmt.Try tried = file.enclosing(call, Stmt.Try.class);
    return tried != null
        && !tried.catches().isEmpty()
        && tried.body().span().contains(call.span())
        && file.allIn(tried.body(), Expr.Call.class).stream()
            .anyMatch(each -> each.name().equals("fail") && call.span().isBefore(each.span()));
  }

  /** {@code then(mock)} and {@code assertThat(x)} wait for more, Awaitility's may be kept. */
  private static boolean takesMatcher(Expr.Call root) {
    return root.name().equals("assertThat") && root.arguments().size() != 1
        || root.type().isNamed("void");
  }

  private static boolean isSteps(Expr.Call last) {
    for (Expr.Call each = last; each.target() instanceof Expr.Call before; each = before) {
      if (!STEPS.contains(each.name())) {
        return false;
      }
    }
    return true;
  }

  /** A request without a look at the answer may still prepare what is checked afterwards. */
  private static boolean isRequestAlone(TestCase test, Expr.Call request) {
    boolean expects = false;
    for (Expr each = request; each instanceof Expr.Call link; each = link.target()) {
      expects |= AssertionCalls.isCheck(link);
    }
    return !expects && test.uses().stream().noneMatch(AssertionCalls::isCheck);
  }

  private static boolean isUnusedResult(TestCase test, Stmt.Local local) {
    boolean isUnverified =
        local.initializer() instanceof Expr.Call step
            && VERIFIERS.matches(TestCase.root(step)).isYes()
            && Bindings.of(test.file()).uses(local).isEmpty();
    return isUnverified
        || local.initializer() instanceof Expr.Call call
            && REQUESTS.matches(call).isYes()
            && call.name().equals("perform")
            && Bindings.of(test.file()).uses(local).isEmpty()
            && isRequestAlone(test, call);
  }

  /** {@code SoftAssertions} without {@code assertAll}. */
  private static boolean isForgotten(TestCase test, Stmt.Local local) {
    SourceFile file = test.file();
    return local.initializer() instanceof Expr.New made
        && made.created()
            .ref()
            .isAnyOf("org.assertj.core.api.AbstractSoftAssertions", "org.testng.asserts.SoftAssert")
            .isYes()
        && Bindings.of(file).uses(local).stream()
            .noneMatch(
                use ->
                    !(file.parent(use) instanceof Expr.Call call)
                        || call.target() != use
                        || call.name().matches("assertAll|close|wasSuccess"));
  }
}
