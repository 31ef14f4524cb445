package dev.zonegate.rules.missingstate;

import dev.zonegate.model.SourceFile;
import dev.zonegate.rule.Candidate;
import dev.zonegate.rule.Reporter;
import dev.zonegate.rule.Rule;
import dev.zonegate.rule.RuleInfo;
import dev.zonegate.rule.RulePattern;
import dev.zonegate.rule.Settler;

/** Flags code that takes one more element, a success or a known value for granted. */
public final class MissingStateRule implements Rule {
  static final RulePattern ENUM_SWITCH_GAP =
      RulePattern.warning(
              "enumSwitchGap",
              "`switch` on `%s` handles %s constants and does nothing for %s",
              "handle them or throw in `default`")
          .preview();
  static final RulePattern SILENT_DEFAULT =
      RulePattern.warning(
              "silentDefault",
              "For %s the `%s` of `%s` %s",
              "handle it or throw for what is unknown")
          .preview();
  static final RulePattern STATE_IF_CHAIN =
      RulePattern.warning(
              "stateIfChain",
              "This `if` chain over `%s` has no `else` and does nothing for %s",
              "add an `else` that throws")
          .preview();
  static final RulePattern UNGUARDED_FIRST =
      RulePattern.warning("unguardedFirst", "`%s` fails when %s", "check first").preview();
  static final RulePattern UNCHECKED_OPTIONAL =
      RulePattern.warning(
              "uncheckedOptional",
              "`%s` fails when there is no value",
              "use `orElseThrow` with an error of your own, or handle the empty case")
          .preview();
  static final RulePattern HTTP_STATUS_UNCHECKED =
      RulePattern.warning(
          "httpStatusUnchecked",
          "`%s` is used whatever the status, so an error page passes for data",
          "check the status first");
  static final RulePattern EMPTY_AGGREGATE =
      RulePattern.warning("emptyAggregate", "`%s` %s", "handle the empty case first").preview();
  static final RulePattern UNPARSED_INPUT =
      RulePattern.warning(
              "unparsedInput",
              "`%s` throws on malformed input, and nothing here expects that",
              "validate it or answer with an error of your own")
          .preview();
  static final RulePattern PARTIAL_RESPONSE =
      RulePattern.warning("partialResponse", "`%s` %s", "read on in a loop until there is no more")
          .preview();

  private static final RuleInfo INFO =
      RuleInfo.named("AI09", "MissingState")
          .summary("Handle the states that the happy path does not know")
          .cwe(478, 754, 484, 252, 369, 394, 1288)
          .patterns(
              ENUM_SWITCH_GAP,
              SILENT_DEFAULT,
              STATE_IF_CHAIN,
              UNGUARDED_FIRST,
              UNCHECKED_OPTIONAL,
              HTTP_STATUS_UNCHECKED,
              EMPTY_AGGREGATE,
              UNPARSED_INPUT,
              PARTIAL_RESPONSE);

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(SourceFile file, Reporter report) {
    if (file.role() != SourceFile.Role.MAIN) {
      return;
    }
    EnumSwitch.find(file, report);
    StateIfChain.find(file, report);
    UnguardedFirst.find(file, report);
    UnguardedText.find(file, report);
    UncheckedOptional.find(file, report);
    HttpStatusUnchecked.find(file, report);
    EmptyAggregate.find(file, report);
    EmptyRow.find(file, report);
    EmptyIn.find(file, report);
    UnparsedInput.find(file, report);
    PartialResponse.find(file, report);
  }

  @Override
  public void settle(Candidate candidate, Settler settler) {
    if (candidate.evidence() instanceof Unhandled unhandled) {
      unhandled.settle(candidate, settler);
    }
  }
}
