package dev.zonegate.rules.missingstate;

import dev.zonegate.match.Completion;
import dev.zonegate.match.Operands;
import dev.zonegate.match.Same;
import dev.zonegate.match.Words;
import dev.zonegate.model.Expr;
import dev.zonegate.model.SourceFile;
import dev.zonegate.model.Stmt;
import dev.zonegate.model.VarRef;
import dev.zonegate.rule.Confidence;
import dev.zonegate.rule.Reporter;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Finds {@code if} chains over the states of one value that end without an {@code else}. */
final class StateIfChain {
  private static final Pattern EQUALS = Pattern.compile("equals(IgnoreCase)?");
  private static final int SHORTEST = 2;
  private static final Set<String> STATES = Set.of("status", "state", "phase", "stage");

  /**
   * A comparison of the value with one state.
   *
   * @param isText whether the state is a text, so that nobody knows the others
   */
  private record Test(Expr value, String state, boolean isText) {}

  private StateIfChain() {}

  static void find(SourceFile file, Reporter report) {
    for (Stmt.If each : file.all(Stmt.If.class)) {
      boolean isFirst =
          !(file.parent(each) instanceof Stmt.If before) || before.otherwise() != each;
      if (isFirst) {
        check(file, each, report);
      }
    }
  }

  private static void check(SourceFile file, Stmt.If first, Reporter report) {
    List<Test> tests = new ArrayList<>();
    List<Stmt> branches = new ArrayList<>();
    Stmt rest = first;
    while (rest instanceof Stmt.If part) {
      if (!addTests(part.condition(), tests)) {
        return;
      }
      branches.add(part.then());
      rest = part.otherwise();
    }
    boolean isChain =
        branches.size() >= SHORTEST
            && tests.stream().allMatch(each -> Same.are(each.value(), tests.get(0).value()));
    if (!isChain) {
      return;
    }
    if (rest != null) {
      checkElse(file, tests, rest, report);
    } else if (branches.stream().anyMatch(Completion::isNormal)) {
      report(file, first, tests, report);
    }
  }

  private static void report(SourceFile file, Stmt.If first, List<Test> tests, Reporter report) {
    Expr value = tests.get(0).value();
    EnumStates states = states(tests);
    if (states != null && states.looksForgotten() && isOfStates(states, tests)) {
      report
          .at(first, MissingStateRule.STATE_IF_CHAIN, shown(file, value), states.shown())
          .confidence(states.areStates() ? Confidence.HIGH : Confidence.MEDIUM);
    } else if (tests.stream().allMatch(Test::isText)
        && isNamedState(value)
        && tests.size() > SHORTEST) {
      report
          .at(first, MissingStateRule.STATE_IF_CHAIN, shown(file, value), "any other text")
          .confidence(Confidence.MEDIUM);
    }
  }

  /** Whatever its name: who asks for all constants but one has not left out most on purpose. */
  private static boolean isOfStates(EnumStates states, List<Test> tests) {
    long named = tests.stream().map(Test::state).distinct().count();
    return states.areStates() || named == states.all().size() - 1 && states.isNearlyAll();
  }

  private static void checkElse(
      SourceFile file, List<Test> tests, Stmt otherwise, Reporter report) {
    EnumStates states = states(tests);
    if (states == null
        || !states.looksForgotten()
        || !states.areStates()
        || EnumSwitch.isCommented(file, otherwise)) {
      return;
    }
    Optional<String> silence = SilentBranch.describe(file, List.of(otherwise), states.type());
    if (silence.isPresent()) {
      report
          .at(
              otherwise,
              MissingStateRule.SILENT_DEFAULT,
              states.shown(),
              "else",
              states.type(),
              silence.get())
          .confidence(Confidence.MEDIUM);
    }
  }

  private static EnumStates states(List<Test> tests) {
    if (tests.stream().anyMatch(Test::isText)) {
      return null;
    }
    Set<String> named = new HashSet<>();
    tests.forEach(each -> named.add(each.state()));
    return EnumStates.of(tests.get(0).value().type(), named);
  }

  private static boolean addTests(Expr condition, List<Test> tests) {
    for (Expr each : Operands.of(condition, "||")) {
      Test test = test(each);
      if (test == null) {
        return false;
      }
      tests.add(test);
    }
    return true;
  }

  private static Test test(Expr expr) {
    if (expr instanceof Expr.Binary binary && binary.operator().equals("==")) {
      return test(binary.left(), binary.right());
    }
    boolean isEquals =
        expr instanceof Expr.Call call
            && EQUALS.matcher(call.name()).matches()
            && call.arguments().size() == 1
            && call.target() != null;
    return isEquals
        ? test(((Expr.Call) expr).target(), ((Expr.Call) expr).arguments().get(0))
        : null;
  }

  private static Test test(Expr one, Expr other) {
    String state = state(other);
    if (state != null) {
      return new Test(one, state, isText(other));
    }
    state = state(one);
    return state == null ? null : new Test(other, state, isText(one));
  }

  private static boolean isText(Expr expr) {
    return expr instanceof Expr.Literal;
  }

  private static String state(Expr expr) {
    if (expr instanceof Expr.Literal literal && literal.isString()) {
      return (String) literal.value();
    }
    VarRef variable =
        expr instanceof Expr.FieldAccess access
            ? access.variable()
            : expr instanceof Expr.Name name ? name.variable() : null;
    return variable != null && variable.kind() == VarRef.Kind.ENUM_CONSTANT
        ? variable.name()
        : null;
  }

  private static boolean isNamedState(Expr value) {
    String name =
        value instanceof Expr.Call call
            ? call.name()
            : EnumStates.named(value) == null ? "" : EnumStates.named(value);
    List<String> words = Words.of(name);
    return !words.isEmpty() && STATES.contains(words.get(words.size() - 1));
  }

  private static String shown(SourceFile file, Expr value) {
    return value instanceof Expr.Call call ? call.shortName() : file.text(value);
  }
}
