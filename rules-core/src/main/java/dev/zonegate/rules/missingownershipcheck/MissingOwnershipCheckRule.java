package dev.zonegate.rules.missingownershipcheck;

import dev.zonegate.model.SourceFile;
import dev.zonegate.rule.Candidate;
import dev.zonegate.rule.Reporter;
import dev.zonegate.rule.Rule;
import dev.zonegate.rule.RuleInfo;
import dev.zonegate.rule.RulePattern;
import dev.zonegate.rule.Settler;

/** Flags data that reaches a caller without a look at whose it is. */
public final class MissingOwnershipCheckRule implements Rule {
  static final RulePattern UNSCOPED_LOAD =
      RulePattern.warning(
          "unscopedLoad", "`%s` gets anybody's `%s` %s", "look it up by id and owner");
  static final RulePattern UNSCOPED_WRITE =
      RulePattern.warning(
          "unscopedWrite", "`%s` changes anybody's `%s` %s", "ask for its owner first");
  static final RulePattern FINDER_SIBLING =
      RulePattern.warning(
          "finderSibling", "`%s` gets everybody's `%s` %s", "call the one with the owner");
  static final RulePattern BODY_OWNS_IDENTITY =
      RulePattern.warning(
          "bodyOwnsIdentity",
          "`%s` is what the client says, and `%s` takes it for who is calling",
          "take it from the authenticated principal");
  static final RulePattern SHARED_CACHE_KEY =
      RulePattern.warning("sharedCacheKey", "`%s` %s", "put the user or tenant into the key");
  static final RulePattern USER_DATA_IN_SINGLETON =
      RulePattern.warning(
          "userDataInSingleton",
          "`%s` keeps %s where the next caller finds it",
          "pass it as an argument, or clear it in `finally`");
  static final RulePattern NULL_PRINCIPAL_SKIPS =
      RulePattern.warning(
          "nullPrincipalSkips",
          "Without `%s` the check here is left out, and whoever is not logged in passes",
          "deny access when it is missing");
  static final RulePattern IGNORED_DECISION =
      RulePattern.warning("ignoredDecision", "`%s` %s", "deny access when it says no");
  static final RulePattern MASS_ASSIGNMENT =
      RulePattern.warning(
          "massAssignment",
          "`%s` fills entity `%s` from the request, %s included",
          "bind a DTO of what clients may set");

  private static final RuleInfo INFO =
      RuleInfo.named("AI02", "MissingOwnershipCheck")
          .summary("Give callers only what is theirs")
          .cwe(639, 284, 566, 488, 915, 524)
          .patterns(
              UNSCOPED_LOAD,
              UNSCOPED_WRITE,
              BODY_OWNS_IDENTITY,
              FINDER_SIBLING,
              SHARED_CACHE_KEY,
              USER_DATA_IN_SINGLETON,
              NULL_PRINCIPAL_SKIPS,
              IGNORED_DECISION,
              MASS_ASSIGNMENT);

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(SourceFile file, Reporter report) {
    if (file.isTest()) {
      return;
    }
    new UnscopedAccess(file, report).find();
    new NullPrincipalSkips(file, report).find();
    new IgnoredDecision(file, report).find();
    new SharedFields(file, report).find();
    new SharedCacheKey(file, report).find();
    new MassAssignment(file, report).find();
    new BodyOwnsIdentity(file, report).find();
  }

  @Override
  public void settle(Candidate candidate, Settler settler) {
    if (candidate.evidence() instanceof UnscopedAccess.Reached reached) {
      new Scoping(candidate, reached, settler).settle();
    } else if (candidate.evidence() instanceof MassAssignment.Filled filled) {
      FilledFields.settle(candidate, filled, settler);
    } else if (candidate.evidence() instanceof BodyOwnsIdentity.Claimed claimed) {
      BodyOwnsIdentity.settle(candidate, claimed, settler);
    } else if (candidate.evidence() instanceof SharedFields.InProgram) {
      SharedFields.settle(candidate, settler);
    } else if (candidate.evidence() instanceof InHandler where) {
      NullPrincipalSkips.settle(candidate, where, settler);
    }
  }
}
