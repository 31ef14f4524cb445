package dev.zonegate.rules.hollowtest;

import dev.zonegate.match.AssertionCalls;
import dev.zonegate.match.Methods;
import dev.zonegate.match.Vocabulary;
import dev.zonegate.model.Decl;
import dev.zonegate.model.Expr;
import dev.zonegate.model.Invocation;
import dev.zonegate.model.Node;
import dev.zonegate.model.Stmt;
import dev.zonegate.model.TypeNode;
import dev.zonegate.model.TypeRef;
import dev.zonegate.model.TypeShape;
import dev.zonegate.rule.Reporter;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** A test all of whose checks are passed by nearly every outcome. */
final class WeakOnly {
  private static final Set<String> STEPS =
      Set.copyOf(Vocabulary.lines("testing/sentence-steps.words"));
  private static final Pattern STARTS =
      Pattern.compile(
          "assertThat|then|verify|assertThatCode|assertSoftly|status|expectStatus|perform");
  private static final Pattern MAKING =
      Pattern.compile(
          "(?i)(create|build|of|new|make|get_?instance|from|copy|clone|default|constructor|instance"
              + "|factory|bean|builder|initiali[sz]e|init|load|inject|autowire|wire)\\w*");
  private static final Pattern MAKERS =
      Pattern.compile(".*(Factory|Builder|Config|Configuration|Module|Provider|Creator)");
  private static final Pattern ANY =
      Pattern.compile("any[A-Z]?\\w*|isA|notNull|isNotNull|nullable");

  private WeakOnly() {}

  static void find(TestCase test, Reporter report) {
    if (test.isSmoke() || test.expectsException() || isAboutMaking(test)) {
      return;
    }
    List<String> weak = new ArrayList<>();
    boolean isOfMocks = true;
    for (Invocation each : test.uses()) {
      if (isHelper(test, each)) {
        return;
      }
      if (each instanceof Expr.Call call) {
        Strength strength = strength(test, call);
        if (strength == Strength.STRONG) {
          return;
        }
        if (strength == Strength.WEAK) {
          weak.add(call.name());
          isOfMocks &= isMockCheck(TestCase.root(call));
        }
      }
    }
    if (weak.isEmpty() || !test.file().allIn(test.method().body(), Stmt.Assert.class).isEmpty()) {
      return;
    }
    boolean isHttp = weak.stream().allMatch(each -> each.matches("isO[kK]|is2xxSuccessful"));
    if (isHttp
        ? !isBodyCheckedElsewhere(test) && asksForBody(test)
        : hasResult(test) || isOfMocks && dropsResult(test)) {
      report.candidate(
          test.method(),
          HollowTestRule.WEAK_ONLY,
          NoAssertion.helpers(test),
          test.name(),
          "`" + weak.get(0) + "`");
    }
  }

  private enum Strength {
    NONE,
    WEAK,
    STRONG
  }

  private static boolean isAboutMaking(TestCase test) {
    return MAKING.matcher(test.name().replaceFirst("^(test|should|can|it)_?", "")).matches()
            && !test.isOfWorker()
        || MAKERS.matcher(test.subject()).matches();
  }

  private static boolean isHelper(TestCase test, Invocation use) {
    Decl.Method own = Methods.of(test.file()).declaration(use).orElse(null);
    return own != null && own.body() != null
        ? AssertionCalls.isHelper(test.file(), use)
        : use.method() == null && use.target() == null || isOfClass(use);
  }

  /** {@code Orders.compare(one, other)} of a class that nobody knows to be tested. */
  private static boolean isOfClass(Invocation use) {
    return use.target() instanceof Expr.TypeName
        && use.name().matches("(compare|verify|check|validate|match)(?!No|Zero)\\w*")
        && !use.receiverType().name().startsWith("org.mockito.")
        && use instanceof Expr.Call call
        && call.type().isNamed("void");
  }

  private static Strength strength(TestCase test, Expr.Call call) {
    Expr.Call root = TestCase.root(call);
    if (isMockCheck(root)) {
      return ofMock(call, root);
    }
    if (WeakClaim.isMade(test.file(), call)) {
      return Strength.WEAK;
    }
    if (call.name().startsWith("andExpect") || call.name().equals("assertThat")) {
      boolean isHamcrest = call.name().equals("assertThat") && call.arguments().size() > 1;
      return hasMatcher(call) ? Strength.STRONG : isHamcrest ? Strength.WEAK : Strength.NONE;
    }
    boolean isPlain =
        !AssertionCalls.isCheck(call)
            || STARTS.matcher(call.name()).matches()
            || STEPS.contains(call.name());
    return isPlain ? Strength.NONE : Strength.STRONG;
  }

  /** {@code andExpect(jsonPath(...))} and Hamcrest's {@code assertThat(x, is(y))} say more. */
  private static boolean hasMatcher(Expr.Call call) {
    if (call.arguments().isEmpty()) {
      return false;
    }
    Expr last = call.arguments().get(call.arguments().size() - 1);
    boolean isMatcher = call.name().startsWith("andExpect") || call.arguments().size() > 1;
    return isMatcher && !WeakClaim.isMatcher(last);
  }

  private static boolean isMockCheck(Expr.Call root) {
    return root.name().equals("verify") && !root.arguments().isEmpty();
  }

  /** {@code verify(mock).save(any())} and {@code verify(mock, never()).save(any())}. */
  private static Strength ofMock(Expr.Call call, Expr.Call root) {
    if (call == root || call.target() != root) {
      return Strength.NONE;
    }
    boolean isAny =
        !call.arguments().isEmpty()
            && call.arguments().stream()
                .allMatch(
                    each -> each instanceof Expr.Call any && ANY.matcher(any.name()).matches());
    return isAny ? Strength.WEAK : Strength.STRONG;
  }

  private static boolean isBodyCheckedElsewhere(TestCase test) {
    return test.file().all(Expr.Call.class).stream()
        .anyMatch(
            each -> each.name().matches("jsonPath|content|xpath|model|expectBody\\w*|body|json"));
  }

  private static boolean asksForBody(TestCase test) {
    return test.calls().stream().anyMatch(each -> each.name().equals("get"));
  }

  /** Whether the program returns something that has more to it than being there. */
  private static boolean hasResult(TestCase test) {
    return test.calls().stream()
        .filter(each -> isRich(test, each) && isProgram(test, each))
        .anyMatch(each -> isLookedAt(test, each));
  }

  /** Kept in a local, or handed to the check itself. */
  private static boolean isLookedAt(TestCase test, Expr.Call call) {
    Node up = test.file().parent(call);
    return up instanceof Stmt.Local local && !isVoid(test, local)
        || up instanceof Expr.Call check && check.target() != call && AssertionCalls.isCheck(check);
  }

  private static boolean isVoid(TestCase test, Stmt.Local local) {
    return local.type() != null && test.file().text(local.type()).contains("Void");
  }

  /** {@code service.create(order);} of which only the use of a mock is looked at. */
  private static boolean dropsResult(TestCase test) {
    return test.file().allIn(test.method().body(), Stmt.Expression.class).stream()
        .map(Stmt.Expression::expression)
        .filter(Expr.Call.class::isInstance)
        .map(Expr.Call.class::cast)
        .anyMatch(each -> each.type().isResolved() && isRich(test, each) && isProgram(test, each));
  }

  private static boolean isProgram(TestCase test, Expr.Call call) {
    return !MAKERS.matcher(call.receiverType().simpleName()).matches()
        && !(MAKING.matcher(call.name()).matches() && !test.isOfWorker())
        && !AssertionCalls.isCheck(call)
        && !TestCase.isMockMaker(call)
        && call.target() instanceof Expr.Name
        && !TestCase.isMock(test.file(), call.target())
        && !call.receiverType().name().startsWith("java.");
  }

  private static boolean isRich(TestCase test, Expr.Call call) {
    TypeRef type = call.type();
    if (!type.isResolved()
        && test.file().parent(call) instanceof Stmt.Local local
        && local.type() instanceof TypeNode.Named named) {
      return !named.ref().name().startsWith("java.lang.");
    }
    TypeShape.Kind kind = type.shape().kind();
    boolean isOwn = !type.name().startsWith("java.lang.") && !type.name().startsWith("javax.");
    return isOwn
        && (kind == TypeShape.Kind.CLASS
            || kind == TypeShape.Kind.RECORD
            || kind == TypeShape.Kind.INTERFACE
            || type.name().matches("java\\.util\\.(List|Set|Map|Optional|Collection)"));
  }
}
