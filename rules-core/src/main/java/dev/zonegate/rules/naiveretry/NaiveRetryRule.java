package dev.zonegate.rules.naiveretry;

import dev.zonegate.match.RetryLoop;
import dev.zonegate.model.ResourceFile;
import dev.zonegate.model.SourceFile;
import dev.zonegate.rule.Candidate;
import dev.zonegate.rule.Reporter;
import dev.zonegate.rule.ResourceReporter;
import dev.zonegate.rule.Rule;
import dev.zonegate.rule.RuleInfo;
import dev.zonegate.rule.RulePattern;
import dev.zonegate.rule.Settler;

/** Flags retries that make a failure worse: without an end, a pause, a choice or a key. */
public final class NaiveRetryRule implements Rule {
  static final RulePattern UNBOUNDED_RETRY =
      RulePattern.warning(
          "unboundedRetry",
          "`%s` is tried again without a limit until it works",
          "count the attempts or set a deadline");
  static final RulePattern NO_BACKOFF =
      RulePattern.warning(
              "noBackoff",
              "`%s` %s, so all callers come back together",
              "back off exponentially with jitter")
          .preview();
  static final RulePattern RETRY_EVERYTHING =
      RulePattern.warning(
          "retryEverything", "`%s` %s, also what can never work", "retry only failures that pass");
  static final RulePattern RETRY_NON_IDEMPOTENT =
      RulePattern.warning(
          "retryNonIdempotent",
          "A retry of `%s` does it twice if only the answer was lost",
          "send an idempotency key");
  static final RulePattern RETRY_INSIDE_TX =
      RulePattern.warning(
              "retryInsideTx",
              "`%s` %s inside a transaction, which holds its connection and may be aborted",
              "retry around the transaction")
          .preview();
  static final RulePattern NESTED_RETRY =
      RulePattern.warning(
              "nestedRetry",
              "`%s` retries around `%s`, which retries too, so attempts multiply",
              "retry at one level")
          .preview();
  static final RulePattern BLOCKING_SLEEP =
      RulePattern.warning(
          "blockingSleep",
          "`%s` holds %s while nothing happens",
          "schedule it or wait for a signal");
  static final RulePattern LAST_ERROR_LOST =
      RulePattern.warning(
          "lastErrorLost",
          "After the last attempt at `%s` the method %s, and its failure is lost",
          "throw the last exception");
  static final RulePattern POISON_LOOP =
      RulePattern.warning("poisonLoop", "`%s` %s", "limit the attempts and keep what failed");

  private static final RuleInfo INFO =
      RuleInfo.named("AI15", "NaiveRetry")
          .summary("Retry what can pass, a few times, later and later")
          .cwe(799, 837, 835, 400, 1088)
          .patterns(
              UNBOUNDED_RETRY,
              NO_BACKOFF,
              RETRY_EVERYTHING,
              RETRY_NON_IDEMPOTENT,
              RETRY_INSIDE_TX,
              NESTED_RETRY,
              BLOCKING_SLEEP,
              LAST_ERROR_LOST,
              POISON_LOOP);

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(SourceFile file, Reporter report) {
    if (file.isTest()) {
      return;
    }
    for (RetryLoop each : RetryLoop.in(file)) {
      LoopChecks.find(each, report);
    }
    SelfCalls.find(file, report);
    RetryPolicies.find(file, report);
    RetryAnnotations.find(file, report);
    NonIdempotent.find(file, report);
    RetryInsideTx.find(file, report);
    NestedRetry.find(file, report);
    BlockingSleep.find(file, report);
    PoisonLoop.find(file, report);
    OutboxPollers.find(file, report);
  }

  @Override
  public void check(ResourceFile file, ResourceReporter report) {
    RetrySettings.find(file, report);
  }

  @Override
  public void settle(Candidate candidate, Settler settler) {
    if (candidate.evidence() instanceof NestedRetry.Outer outer) {
      NestedRetry.settle(candidate, outer, settler);
    } else if (candidate.evidence() instanceof PoisonLoop.Rethrown) {
      PoisonLoop.settle(candidate, settler);
    } else if (candidate.evidence() instanceof NonIdempotent.OfFeign) {
      NonIdempotent.settle(candidate, settler);
    }
  }
}
