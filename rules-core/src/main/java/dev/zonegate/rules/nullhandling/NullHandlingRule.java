package dev.zonegate.rules.nullhandling;

import dev.zonegate.match.flow.PossibleNull.Sure;
import dev.zonegate.model.SourceFile;
import dev.zonegate.rule.Candidate;
import dev.zonegate.rule.Confidence;
import dev.zonegate.rule.Report;
import dev.zonegate.rule.Reporter;
import dev.zonegate.rule.Rule;
import dev.zonegate.rule.RuleInfo;
import dev.zonegate.rule.RulePattern;
import dev.zonegate.rule.Settler;
import dev.zonegate.rule.Severity;

/** Flags null from libraries that nobody looks for, and checks for null where it cannot be. */
public final class NullHandlingRule implements Rule {
  static final RulePattern NULLABLE_API_DEREF =
      RulePattern.warning(
          "nullableApiDeref",
          "`%s` can be `null`, and %s then throws `NullPointerException`",
          "check it first");
  static final RulePattern NULL_FOR_CONTAINER =
      RulePattern.warning(
          "nullForContainer",
          "`%s` returns `null` where callers expect %s",
          "return an empty one or throw");
  static final RulePattern UNBOX_NULLABLE =
      RulePattern.warning(
              "unboxNullable",
              "`%s` can be `null`, and taking its primitive value then throws",
              "check it first")
          .preview();
  static final RulePattern EQUALS_ON_NULLABLE =
      RulePattern.warning(
          "equalsOnNullable",
          "`%s` can be `null`, and calling `%s` on it then throws",
          "call it on the constant, or use `Objects.equals`");
  static final RulePattern CHECK_AFTER_USE =
      RulePattern.warning("checkAfterUse", "`%s` %s", "check it before it is used");
  static final RulePattern OPTIONAL_MISUSE =
      RulePattern.warning("optionalMisuse", "`%s` %s", "let the `Optional` say what is absent")
          .preview();
  static final RulePattern DEFENSIVE_NOISE =
      RulePattern.note(
          "defensiveNoise",
          "`%s` cannot be `null` here: %s",
          "remove the check and its dead branch");
  static final RulePattern NULL_TO_NON_NULL =
      RulePattern.warning(
          "nullToNonNull",
          "`%s` can be `null`, which `%s` rejects by throwing",
          "handle that before");

  private static final RuleInfo INFO =
      RuleInfo.named("AI10", "NullHandling")
          .summary("Deal with null where it comes from, and only there")
          .cwe(476, 690, 252, 595)
          .patterns(
              NULLABLE_API_DEREF,
              NULL_FOR_CONTAINER,
              UNBOX_NULLABLE,
              EQUALS_ON_NULLABLE,
              CHECK_AFTER_USE,
              OPTIONAL_MISUSE,
              DEFENSIVE_NOISE,
              NULL_TO_NON_NULL);

  /** What happens in odd circumstances only is a note, and seldom worth a change. */
  static void grade(Report made, Sure sure) {
    made.confidence(confidence(sure));
    if (sure == Sure.SELDOM) {
      made.severity(Severity.NOTE).preview();
    }
  }

  static Confidence confidence(Sure sure) {
    return switch (sure) {
      case YES -> Confidence.HIGH;
      case OFTEN -> Confidence.MEDIUM;
      case SELDOM -> Confidence.LOW;
    };
  }

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(SourceFile file, Reporter report) {
    if (file.isTest()) {
      return;
    }
    NullableUse.find(file, report);
    UnboxedNull.find(file, report);
    AbsentProperty.find(file, report);
    RejectedNull.find(file, report);
    NullForContainer.find(file, report);
    CheckAfterUse.find(file, report);
    OptionalMisuse.find(file, report);
    DefensiveNoise.find(file, report);
  }

  @Override
  public void settle(Candidate candidate, Settler settler) {
    if (candidate.evidence() instanceof AbsentProperty property) {
      property.settle(candidate, settler);
    }
  }
}
