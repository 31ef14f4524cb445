package dev.zonegate.rules.hollowtest;

import dev.zonegate.match.AssertionCalls;
import dev.zonegate.match.Methods;
import dev.zonegate.match.Vocabulary;
import dev.zonegate.model.Decl;
import dev.zonegate.model.Expr;
import dev.zonegate.model.Invocation;
import dev.zonegate.model.Stmt;
import dev.zonegate.model.TypeRef;
import dev.zonegate.model.TypeShape;
import dev.zonegate.rule.Reporter;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** A test all of whose checks are passed by nearly every outcome. */
final class WeakOnly {
  private static final Set<String> WEAK = Set.copyOf(Vocabulary.lines("testing/weak-checks.words"));
  private static final Set<String> STEPS =
      Set.copyOf(Vocabulary.lines("testing/sentence-steps.words"));
  private static final Pattern STARTS =
      Pattern.compile(
          "assertThat|then|verify|assertThatCode|assertSoftly|status|expectStatus|perform");
  private static final Pattern MAKING =
      Pattern.compile(
          "(?i)(create|build|of|new|make|get_?instance|from|copy|clone|default|constructor|instance"
              + "|factory|bean|builder|initiali[sz]e|init|load|inject|autowire|wire)\\w*");
  private static final Pattern ANY =
      Pattern.compile("any[A-Z]?\\w*|isA|notNull|isNotNull|nullable");

  private WeakOnly() {}

  static void find(TestCase test, Reporter report) {
    if (test.isSmoke() || test.expectsException() || isAboutMaking(test)) {
      return;
    }
    List<String> weak = new ArrayList<>();
    for (Invocation each : test.uses()) {
      if (isHelper(test, each)) {
        return;
      }
      if (each instanceof Expr.Call call) {
        Strength strength = strength(call);
        if (strength == Strength.STRONG) {
          return;
        }
        if (strength == Strength.WEAK) {
          weak.add(call.name());
        }
      }
    }
    if (weak.isEmpty() || !test.file().allIn(test.method().body(), Stmt.Assert.class).isEmpty()) {
      return;
    }
    boolean isHttp = weak.stream().allMatch(each -> each.matches("isO[kK]|is2xxSuccessful"));
    if (isHttp ? !isBodyCheckedElsewhere(test) && asksForBody(test) : hasResult(test)) {
      report.at(test.method(), HollowTestRule.WEAK_ONLY, test.name(), "`" + weak.get(0) + "`");
    }
  }

  private enum Strength {
    NONE,
    WEAK,
    STRONG
  }

  private static boolean isAboutMaking(TestCase test) {
    return MAKING.matcher(test.name().replaceFirst("^(test|should|can|it)_?", "")).matches()
        || test.subject().matches(".*(Factory|Builder|Config|Configuration|Module|Provider)");
  }

  private static boolean isHelper(TestCase test, Invocation use) {
    Decl.Method own = Methods.of(test.file()).declaration(use).orElse(null);
    return own != null && own.body() != null
        ? AssertionCalls.areIn(test.file(), own.body())
        : use.method() == null && use.target() == null;
  }

  private static Strength strength(Expr.Call call) {
    Expr.Call root = TestCase.root(call);
    if (isMockCheck(root)) {
      return ofMock(call, root);
    }
    if (WEAK.contains(call.name())) {
      return Strength.WEAK;
    }
    if (call.name().startsWith("andExpect") || call.name().equals("assertThat")) {
      return hasMatcher(call) ? Strength.STRONG : Strength.NONE;
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
    return isMatcher && !(last instanceof Expr.Call matcher && WEAK.contains(matcher.name()));
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
    for (Stmt.Local each : test.file().allIn(test.method().body(), Stmt.Local.class)) {
      if (each.initializer() instanceof Expr.Call call
          && !TestCase.isMockMaker(call)
          && isRich(call.type())
          && isProgram(test, call)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isProgram(TestCase test, Expr.Call call) {
    return !MAKING.matcher(call.name()).matches()
        && !AssertionCalls.isCheck(call)
        && call.target() instanceof Expr.Name
        && !TestCase.isMock(test.file(), call.target())
        && !call.receiverType().name().startsWith("java.");
  }

  private static boolean isRich(TypeRef type) {
    TypeShape.Kind kind = type.shape().kind();
    boolean isOwn = !type.name().startsWith("java.lang.") && !type.name().startsWith("javax.");
    return isOwn
        && (kind == TypeShape.Kind.CLASS
            || kind == TypeShape.Kind.RECORD
            || type.name().matches("java\\.util\\.(List|Set|Map|Optional|Collection)"));
  }
}
