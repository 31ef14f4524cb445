package dev.zonegate.rules.missingstate;

import dev.zonegate.match.Following;
import dev.zonegate.model.Case;
import dev.zonegate.model.Expr;
import dev.zonegate.model.Node;
import dev.zonegate.model.SourceFile;
import dev.zonegate.model.Stmt;
import dev.zonegate.rule.Confidence;
import dev.zonegate.rule.Report;
import dev.zonegate.rule.Reporter;
import dev.zonegate.rule.Severity;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Finds dispatches on an enum that leave constants out, with and without a {@code default}. */
final class EnumSwitch {
  private EnumSwitch() {}

  static void find(SourceFile file, Reporter report) {
    for (Stmt.Switch each : file.all(Stmt.Switch.class)) {
      check(file, each, each.selector(), each.cases(), report);
    }
    for (Expr.SwitchExpr each : file.all(Expr.SwitchExpr.class)) {
      check(file, each, each.selector(), each.cases(), report);
    }
  }

  private static void check(
      SourceFile file, Node choice, Expr selector, List<Case> cases, Reporter report) {
    EnumStates states = EnumStates.of(selector.type(), named(cases));
    if (states == null) {
      return;
    }
    Case otherwise = cases.stream().filter(Case::isDefault).findFirst().orElse(null);
    if (!states.looksForgotten() && !picksState(file, otherwise, states)) {
      return;
    }
    if (otherwise != null) {
      checkDefault(file, otherwise, states, report);
    } else if (choice instanceof Stmt.Switch statement
        && (states.areStates() || states.isNearlyAll())
        && !throwsAfter(file, statement)) {
      Report found =
          report.at(
              choice,
              MissingStateRule.ENUM_SWITCH_GAP,
              states.type(),
              states.handled() + " of " + states.all().size(),
              states.shown());
      if (!states.areStates()) {
        found.severity(Severity.NOTE).confidence(Confidence.MEDIUM);
      }
    }
  }

  private static Set<String> named(List<Case> cases) {
    Set<String> named = new HashSet<>();
    for (Case each : cases) {
      for (Node label : each.labels()) {
        named.add(EnumStates.named(label));
      }
    }
    return named;
  }

  /** Which state follows is a question for each; one answer for all others is a guess. */
  private static boolean picksState(SourceFile file, Case otherwise, EnumStates states) {
    return otherwise != null
        && !states.missing().isEmpty()
        && states.handled() > 1
        && SilentBranch.picks(file, otherwise.body(), states.type());
  }

  private static void checkDefault(
      SourceFile file, Case otherwise, EnumStates states, Reporter report) {
    Optional<String> silence = SilentBranch.describe(file, otherwise.body(), states.type());
    boolean isAlone = otherwise.labels().isEmpty();
    if (silence.isPresent() && isAlone && states.areStates() && !isCommented(file, otherwise)) {
      report
          .at(
              otherwise,
              MissingStateRule.SILENT_DEFAULT,
              states.shown(),
              "default",
              states.type(),
              silence.get())
          .confidence(Confidence.MEDIUM);
    }
  }

  /** Whether what no case handles ends in an exception behind the switch. */
  private static boolean throwsAfter(SourceFile file, Stmt.Switch choice) {
    List<Stmt> next = Following.after(file, choice).statements();
    return !next.isEmpty() && next.get(0) instanceof Stmt.Throw;
  }

  /** Whether a comment inside says something of what is left out. */
  static boolean isCommented(SourceFile file, Node node) {
    return file.comments().stream()
        .anyMatch(
            each ->
                node.span().contains(each.span())
                    && each.text()
                        .matches(
                            "(?is).*(ignor|nothing|not |no |other|only|unreach|never|skip|fall|default).*"));
  }
}
