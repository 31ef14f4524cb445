package dev.zonegate.rules.hollowtest;

import dev.zonegate.model.SourceFile;
import dev.zonegate.rule.Candidate;
import dev.zonegate.rule.Confidence;
import dev.zonegate.rule.Reporter;
import dev.zonegate.rule.Rule;
import dev.zonegate.rule.RuleInfo;
import dev.zonegate.rule.RulePattern;
import dev.zonegate.rule.Settler;

/** Flags tests that pass whatever the code does. */
public final class HollowTestRule implements Rule {
  static final RulePattern NO_ASSERTION =
      RulePattern.warning(
          "noAssertion", "`%s` checks nothing and passes whatever comes out", "assert the outcome");
  static final RulePattern TAUTOLOGY =
      RulePattern.warning(
          "tautology", "`%s` is true whatever the code does", "assert what the code returns");
  static final RulePattern WEAK_ONLY =
      RulePattern.warning(
              "weakOnly", "`%s` checks no more than %s", "assert the values that matter")
          .with(Confidence.MEDIUM)
          .preview();
  static final RulePattern MOCK_ECHO =
      RulePattern.warning(
          "mockEcho",
          "`%s` only gets back what the mock was told to give",
          "test code that decides");
  static final RulePattern MOCKED_SUT =
      RulePattern.warning(
          "mockedSut", "`%s` is what this class tests, and here it is %s", "test the real one");
  static final RulePattern SWALLOWED_ASSERTION =
      RulePattern.warning(
          "swallowedAssertion",
          "%s, so that the test passes",
          "use `assertThrows`, or let it fail");
  static final RulePattern SUT_NEVER_CALLED =
      RulePattern.warning(
              "sutNeverCalled",
              "`%s` calls no code of the program, only what the test made itself",
              "call what it is to test")
          .with(Confidence.MEDIUM);
  static final RulePattern SLEEPING_TEST =
      RulePattern.warning("sleepingTest", "`%s` %s", "wait for the outcome, fix clock and seed")
          .with(Confidence.MEDIUM);
  static final RulePattern DISABLED_TEST =
      RulePattern.note("disabledTest", "`%s` never runs%s", "repair it, or delete it");
  static final RulePattern INCOMPLETE_ASSERTION =
      RulePattern.warning(
          "incompleteAssertion", "`%s` starts a check and never makes it", "finish it");

  public static final RuleInfo INFO =
      RuleInfo.named("AI20", "HollowTest")
          .summary("Let tests fail when the code is wrong")
          .cwe(1053)
          .patterns(
              NO_ASSERTION,
              TAUTOLOGY,
              WEAK_ONLY,
              MOCK_ECHO,
              MOCKED_SUT,
              SWALLOWED_ASSERTION,
              SUT_NEVER_CALLED,
              SLEEPING_TEST,
              DISABLED_TEST,
              INCOMPLETE_ASSERTION);

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public boolean isForTests() {
    return true;
  }

  @Override
  public void check(SourceFile file, Reporter report) {
    if (!file.isTest()) {
      return;
    }
    SwitchedOff.find(file, report);
    MockedSut.find(file, report);
    for (TestCase each : TestCase.of(file)) {
      if (!IncompleteAssertion.find(each, report)) {
        NoAssertion.find(each, report);
      }
      Tautology.find(each, report);
      SwallowedAssertion.find(each, report);
      FixedWait.find(each, report);
      if (!MockEcho.find(each, report) && !SutNeverCalled.find(each, report)) {
        WeakOnly.find(each, report);
      }
    }
  }

  @Override
  public void settle(Candidate candidate, Settler settler) {
    if (candidate.evidence() instanceof NoAssertion.Helpers helpers) {
      NoAssertion.settle(candidate, helpers, settler);
    } else if (candidate.evidence() instanceof MockEcho.Delegate delegate) {
      MockEcho.settle(candidate, delegate, settler);
    }
  }
}
