package dev.zonegate.catalogue;

import dev.zonegate.rule.Rule;
import dev.zonegate.rule.RulePattern;
import dev.zonegate.rules.architecturedrift.ArchitectureDriftRule;
import dev.zonegate.rules.authbypass.AuthBypassRule;
import dev.zonegate.rules.hardcodedsecret.HardcodedSecretRule;
import dev.zonegate.rules.hollowtest.HollowTestRule;
import dev.zonegate.rules.localeandmoney.LocaleAndMoneyRule;
import dev.zonegate.rules.missingownershipcheck.MissingOwnershipCheckRule;
import dev.zonegate.rules.missingstate.MissingStateRule;
import dev.zonegate.rules.missingtimeout.MissingTimeoutRule;
import dev.zonegate.rules.naiveretry.NaiveRetryRule;
import dev.zonegate.rules.nullhandling.NullHandlingRule;
import dev.zonegate.rules.placeholdercode.PlaceholderCodeRule;
import dev.zonegate.rules.racecondition.RaceConditionRule;
import dev.zonegate.rules.rawsql.RawSqlRule;
import dev.zonegate.rules.resourceleak.ResourceLeakRule;
import dev.zonegate.rules.scaletrap.ScaleTrapRule;
import dev.zonegate.rules.sensitivedataexposure.SensitiveDataExposureRule;
import dev.zonegate.rules.swallowederror.SwallowedErrorRule;
import dev.zonegate.rules.timezone.TimeZoneRule;
import dev.zonegate.rules.untrustedinput.UntrustedInputRule;
import dev.zonegate.rules.weakcrypto.WeakCryptoRule;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** The rules in the order of their ids. */
public final class Catalogue {
  private static final List<Rule> RULES =
      List.of(
          new AuthBypassRule(),
          new MissingOwnershipCheckRule(),
          new RawSqlRule(),
          new UntrustedInputRule(),
          new HardcodedSecretRule(),
          new WeakCryptoRule(),
          new SensitiveDataExposureRule(),
          new SwallowedErrorRule(),
          new MissingStateRule(),
          new NullHandlingRule(),
          new TimeZoneRule(),
          new LocaleAndMoneyRule(),
          new RaceConditionRule(),
          new MissingTimeoutRule(),
          new NaiveRetryRule(),
          new ResourceLeakRule(),
          new ScaleTrapRule(),
          new ArchitectureDriftRule(),
          new PlaceholderCodeRule(),
          new HollowTestRule());

  private Catalogue() {}

  public static List<Rule> rules() {
    return RULES;
  }

  /** The patterns with some property, as {@code TimeZone.implicitNow}. */
  public static Set<String> keys(Predicate<RulePattern> property) {
    return RULES.stream()
        .map(Rule::info)
        .flatMap(
            rule ->
                rule.patterns().stream()
                    .filter(property)
                    .map(pattern -> rule.name() + "." + pattern.id()))
        .collect(Collectors.toUnmodifiableSet());
  }
}
