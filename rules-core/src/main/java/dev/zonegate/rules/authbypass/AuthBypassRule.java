package dev.zonegate.rules.authbypass;

import dev.zonegate.model.SourceFile;
import dev.zonegate.rule.Candidate;
import dev.zonegate.rule.Confidence;
import dev.zonegate.rule.Reporter;
import dev.zonegate.rule.Rule;
import dev.zonegate.rule.RuleInfo;
import dev.zonegate.rule.RulePattern;
import dev.zonegate.rule.Settler;

/** Flags ways past the access checks that a program has. */
public final class AuthBypassRule implements Rule {
  static final RulePattern MISSING_AUTHZ =
      RulePattern.warning(
          "missingAuthz",
          "`%s` has no access check while %s",
          "add `@PreAuthorize` or a security rule");
  static final RulePattern PERMIT_ALL_CATCH_ALL =
      RulePattern.warning(
          "permitAllCatchAll",
          "`%s` opens %s to everybody",
          "name what is public, ask for a login on the rest");
  static final RulePattern OPEN_CHAIN =
      RulePattern.warning(
          "openChain", "`%s` %s", "put narrow rules first and end in `anyRequest()`");
  static final RulePattern CSRF_DISABLED =
      RulePattern.warning(
          "csrfDisabled",
          "`%s` drops CSRF protection while `%s` keeps users logged in by cookie",
          "keep it, or make the chain stateless");
  static final RulePattern FAIL_OPEN_FILTER =
      RulePattern.warning(
          "failOpenFilter",
          "`%s` in `%s` lets the caller pass when the check fails",
          "deny access there");
  static final RulePattern VERBLESS_MAPPING =
      RulePattern.warning(
          "verblessMapping",
          "`%s` runs `%s` on any HTTP method, a plain link included",
          "name the method, as in `@PostMapping`");
  static final RulePattern WILDCARD_CORS =
      RulePattern.warning(
          "wildcardCors",
          "`%s` lets a page of any site call this %s",
          "list the origins you trust");
  static final RulePattern UNVERIFIED_JWT =
      RulePattern.warning(
          "unverifiedJwt", "`%s` %s", "verify it with a key from the configuration");
  static final RulePattern CLIENT_ASSERTED_ROLE =
      RulePattern.warning(
          "clientAssertedRole",
          "`%s` is the client's own claim and %s",
          "take it from the authenticated principal");
  static final RulePattern DEAD_ANNOTATION =
      RulePattern.warning(
              "deadAnnotation",
              "`%s` on `%s` %s",
              "enable it, or call the method from another bean")
          .with(Confidence.MEDIUM);

  private static final RuleInfo INFO =
      RuleInfo.named("AI01", "AuthBypass")
          .summary("Check who is calling, on every way in")
          .cwe(862, 863, 306, 285, 352, 346, 347)
          .patterns(
              MISSING_AUTHZ,
              PERMIT_ALL_CATCH_ALL,
              OPEN_CHAIN,
              CSRF_DISABLED,
              FAIL_OPEN_FILTER,
              VERBLESS_MAPPING,
              WILDCARD_CORS,
              UNVERIFIED_JWT,
              CLIENT_ASSERTED_ROLE,
              DEAD_ANNOTATION);

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(SourceFile file, Reporter report) {
    if (file.isTest()) {
      return;
    }
    PermitAllCatchAll.find(file, report);
    OpenChain.find(file, report);
    CsrfDisabled.find(file, report);
    FailOpenFilter.find(file, report);
    VerblessMapping.find(file, report);
    new WildcardCors(file, report).find();
    new UnverifiedJwt(file, report).find();
    new ClientAssertedRole(file, report).find();
    MissingAuthz.find(file, report);
    DeadAnnotation.find(file, report);
  }

  @Override
  public void settle(Candidate candidate, Settler settler) {
    if (candidate.evidence() instanceof MissingAuthz.Handler handler) {
      MissingAuthz.settle(candidate, handler, settler);
    } else if (candidate.evidence() instanceof DeadAnnotation.Dead dead) {
      DeadAnnotation.settle(candidate, dead, settler);
    }
  }
}
