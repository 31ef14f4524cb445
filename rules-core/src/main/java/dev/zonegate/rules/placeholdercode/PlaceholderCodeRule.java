package dev.zonegate.rules.placeholdercode;

import dev.zonegate.model.ResourceFile;
import dev.zonegate.model.SourceFile;
import dev.zonegate.model.SourceFile.Role;
import dev.zonegate.rule.Candidate;
import dev.zonegate.rule.Confidence;
import dev.zonegate.rule.Reporter;
import dev.zonegate.rule.ResourceReporter;
import dev.zonegate.rule.Rule;
import dev.zonegate.rule.RuleInfo;
import dev.zonegate.rule.RulePattern;
import dev.zonegate.rule.Settler;

/** Flags code that stands where the real code was to be, and what was left behind in writing it. */
public final class PlaceholderCodeRule implements Rule {
  static final RulePattern STUB_PHRASE =
      RulePattern.warning(
          "stubPhrase", "`%s` says of itself that it stands in: \"%s\"", "write the real code");
  static final RulePattern NOT_IMPLEMENTED =
      RulePattern.warning(
          "notImplemented", "`%s` can be called and %s", "implement it, or take it out of the API");
  static final RulePattern HARDCODED_SUCCESS =
      RulePattern.warning(
          "hardcodedSuccess", "`%s` answers `%s` whatever it is given", "do what the name says");
  static final RulePattern DEMO_DATA =
      RulePattern.warning(
          "demoData", "%s stands in for data and reaches real users", "read the real data");
  static final RulePattern SIMULATED_WORK =
      RulePattern.warning("simulatedWork", "`%s` %s", "do the work, or fail");
  static final RulePattern DEBUG_LEFTOVER =
      RulePattern.warning("debugLeftover", "%s", "remove it, or log it");
  static final RulePattern DEAD_CODE =
      RulePattern.warning("deadCode", "%s", "delete it, or use it").with(Confidence.MEDIUM);
  static final RulePattern LOCALHOST_CONFIG =
      RulePattern.warning(
          "localhostConfig", "`%s` is %s wherever the program runs", "configure it");
  static final RulePattern TEST_CODE_IN_MAIN =
      RulePattern.warning(
          "testCodeInMain", "`%s` %s", "move it to the tests, or give it a `@Profile`");
  static final RulePattern TODO_LEFT =
      RulePattern.note("todoLeft", "`%s` on line %d puts work off", "do it, or file it")
          .ofChanges();
  static final RulePattern COMMENT_CONTRADICTS_CODE =
      RulePattern.warning(
              "commentContradictsCode",
              "%s promises what the code does not do",
              "do it, or say what is done")
          .with(Confidence.MEDIUM)
          .preview();

  public static final RuleInfo INFO =
      RuleInfo.named("AI19", "PlaceholderCode")
          .summary("Ship the real code, not what stands in for it")
          .cwe(1071, 546, 489, 561, 563, 1164, 1188)
          .patterns(
              STUB_PHRASE,
              NOT_IMPLEMENTED,
              HARDCODED_SUCCESS,
              DEMO_DATA,
              SIMULATED_WORK,
              DEBUG_LEFTOVER,
              DEAD_CODE,
              LOCALHOST_CONFIG,
              TEST_CODE_IN_MAIN,
              TODO_LEFT,
              COMMENT_CONTRADICTS_CODE);

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(SourceFile file, Reporter report) {
    if (file.role() != Role.MAIN) {
      return;
    }
    StubPhrase.find(file, report);
    NotImplemented.find(file, report);
    HardcodedSuccess.find(file, report);
    DemoData.find(file, report);
    SimulatedWork.find(file, report);
    DebugLeftover.find(file, report);
    DeadCode.find(file, report);
    LocalhostConfig.find(file, report);
    StrayTestCode.find(file, report);
    TodoLeft.find(file, report);
    Contradiction.find(file, report);
  }

  @Override
  public void check(ResourceFile file, ResourceReporter report) {
    if (file.role() == Role.MAIN) {
      LocalhostConfig.find(file, report);
    }
  }

  @Override
  public void settle(Candidate candidate, Settler settler) {
    if (candidate.evidence() instanceof HardcodedSuccess.Implementation of) {
      HardcodedSuccess.settle(candidate, of, settler);
    } else if (candidate.evidence() instanceof UnusedType.Helper helper) {
      UnusedType.settle(candidate, helper, settler);
    }
  }
}
