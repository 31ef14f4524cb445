package dev.zonegate.rules.racecondition;

import dev.zonegate.model.SourceFile;
import dev.zonegate.rule.Candidate;
import dev.zonegate.rule.Reporter;
import dev.zonegate.rule.Rule;
import dev.zonegate.rule.RuleInfo;
import dev.zonegate.rule.RulePattern;
import dev.zonegate.rule.Settler;

/** Flags code that is right as long as nobody else runs it at the same time. */
public final class RaceConditionRule implements Rule {
  static final RulePattern CHECK_THEN_ACT_MAP =
      RulePattern.warning(
              "checkThenActMap",
              "Another thread can come between `%s` and `%s`",
              "do both in one call, such as `computeIfAbsent`")
          .preview();
  static final RulePattern DB_CHECK_THEN_ACT =
      RulePattern.warning(
              "dbCheckThenAct",
              "Two requests can both %s `%s` before `%s`",
              "use a constraint, `@Version` or one `UPDATE`")
          .preview();
  static final RulePattern MUTABLE_SINGLETON =
      RulePattern.warning(
          "mutableSingleton",
          "All threads share `%s`, and `%s` changes it without a lock",
          "keep it local or make it thread-safe");
  static final RulePattern BROKEN_DCL =
      RulePattern.warning(
          "brokenDcl",
          "Threads can see `%s` twice or half made: %s",
          "create it in a nested holder class");
  static final RulePattern NON_ATOMIC_UPDATE =
      RulePattern.warning(
              "nonAtomicUpdate",
              "`%s` reads, then writes, so updates of other threads get lost",
              "do it in one atomic step")
          .preview();
  static final RulePattern WRONG_LOCK =
      RulePattern.warning(
              "wrongLock",
              "`synchronized` on %s %s",
              "lock one `private final Object` around it all")
          .preview();
  static final RulePattern LOCK_NOT_RELEASED =
      RulePattern.warning(
              "lockNotReleased",
              "`%s` %s",
              "take the lock, work briefly in `try`, release in `finally`")
          .preview();
  static final RulePattern STATIC_FORMATTER =
      RulePattern.warning(
          "staticFormatter",
          "`%s` is shared, and threads that use a `%s` at once mix up data",
          "make one for each call");
  static final RulePattern PARALLEL_SIDE_EFFECT =
      RulePattern.warning(
          "parallelSideEffect",
          "`%s` changes `%s` from several threads at once and loses data",
          "collect the results instead");
  static final RulePattern LOST_CONTEXT =
      RulePattern.warning(
          "lostContext",
          "`%s` is not the caller's on the thread of %s",
          "read it first and pass it on");

  private static final RuleInfo INFO =
      RuleInfo.named("AI13", "RaceCondition")
          .summary("Do at once what must not be done by two threads in turn")
          .cwe(362, 366, 367, 413, 543, 567, 609, 662, 667, 820, 833, 488)
          .patterns(
              CHECK_THEN_ACT_MAP,
              DB_CHECK_THEN_ACT,
              MUTABLE_SINGLETON,
              BROKEN_DCL,
              NON_ATOMIC_UPDATE,
              WRONG_LOCK,
              LOCK_NOT_RELEASED,
              STATIC_FORMATTER,
              PARALLEL_SIDE_EFFECT,
              LOST_CONTEXT);

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(SourceFile file, Reporter report) {
    if (file.role() != SourceFile.Role.MAIN) {
      return;
    }
    CheckThenActMap.find(file, report);
    DbCheckThenAct.find(file, report);
    DbLostUpdate.find(file, report);
    MutableSingleton.find(file, report);
    BrokenDcl.find(file, report);
    NonAtomicUpdate.find(file, report);
    WrongLock.find(file, report);
    LockNotReleased.find(file, report);
    SlowUnderLock.find(file, report);
    StaticFormatter.find(file, report);
    ParallelSideEffect.find(file, report);
    LostContext.find(file, report);
  }

  @Override
  public void settle(Candidate candidate, Settler settler) {
    if (candidate.evidence() instanceof StoredEntity stored) {
      stored.settle(candidate, settler);
    } else if (candidate.evidence() instanceof Detached detached) {
      detached.settle(candidate, settler);
    }
  }
}
