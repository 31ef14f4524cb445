package dev.zonegate.rules.localeandmoney;

import dev.zonegate.model.SourceFile;
import dev.zonegate.model.SourceFile.Role;
import dev.zonegate.rule.Candidate;
import dev.zonegate.rule.Confidence;
import dev.zonegate.rule.Reporter;
import dev.zonegate.rule.Rule;
import dev.zonegate.rule.RuleInfo;
import dev.zonegate.rule.RulePattern;
import dev.zonegate.rule.Settler;

/** Flags text and money whose value depends on the machine, the alphabet or binary fractions. */
public final class LocaleAndMoneyRule implements Rule {
  static final RulePattern CASE_NO_LOCALE =
      RulePattern.warning(
          "caseNoLocale",
          "`%s` depends on the machine's locale: in Turkish `i` is no `I`",
          "pass `Locale.ROOT`");
  static final RulePattern FORMAT_NO_LOCALE =
      RulePattern.warning(
          "formatNoLocale", "`%s` %s by the machine's locale, %s", "pass a `Locale`");
  static final RulePattern DEFAULT_CHARSET =
      RulePattern.warning("defaultCharset", "`%s` %s", "name the charset");
  static final RulePattern SPLIT_SURROGATE =
      RulePattern.warning("splitSurrogate", "`%s` %s", "go by code points").with(Confidence.MEDIUM);
  static final RulePattern ASCII_VALIDATION =
      RulePattern.warning(
              "asciiValidation",
              "`%s` is checked for ASCII letters, %s",
              "allow `\\p{L}` and `\\p{M}`")
          .with(Confidence.MEDIUM);
  static final RulePattern HARDCODED_TEXT =
      RulePattern.note(
              "hardcodedText",
              "`%s` gives every user text in one language, while the project has translations",
              "take it from the messages")
          .with(Confidence.MEDIUM)
          .preview();
  static final RulePattern HARDCODED_FORMAT =
      RulePattern.warning(
              "hardcodedFormat", "`%s` %s", "format by the user's `Locale` or in an ISO form")
          .with(Confidence.MEDIUM);
  static final RulePattern MONEY_DOUBLE =
      RulePattern.warning(
              "moneyDouble",
              "`%s` %s money in binary fractions, which cannot hold `0.10`",
              "use `BigDecimal` or whole cents")
          .with(Confidence.MEDIUM);
  static final RulePattern BIG_DECIMAL_TRAPS =
      RulePattern.warning("bigDecimalTraps", "`%s` %s", "say exactly what is meant");

  public static final RuleInfo INFO =
      RuleInfo.named("AI12", "LocaleAndMoney")
          .summary("Keep text and money the same on every machine and for every user")
          .cwe(474, 176, 178, 838, 1025, 681, 682)
          .patterns(
              CASE_NO_LOCALE,
              FORMAT_NO_LOCALE,
              DEFAULT_CHARSET,
              SPLIT_SURROGATE,
              ASCII_VALIDATION,
              HARDCODED_TEXT,
              HARDCODED_FORMAT,
              MONEY_DOUBLE,
              BIG_DECIMAL_TRAPS);

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(SourceFile file, Reporter report) {
    if (file.role() != Role.MAIN) {
      return;
    }
    CaseNoLocale.find(file, report);
    FormatNoLocale.find(file, report);
    DefaultCharset.find(file, report);
    SplitSurrogate.find(file, report);
    AsciiValidation.find(file, report);
    HardcodedText.find(file, report);
    HardcodedFormat.find(file, report);
    MoneyDouble.find(file, report);
    BigDecimalTraps.find(file, report);
  }

  @Override
  public void settle(Candidate candidate, Settler settler) {
    if (candidate.evidence() instanceof Untranslated untranslated) {
      untranslated.settle(candidate, settler);
    }
  }
}
