package dev.zonegate.rules.swallowederror;

import dev.zonegate.model.Catch;
import dev.zonegate.model.SourceFile;
import dev.zonegate.rule.Reporter;
import dev.zonegate.rule.Rule;
import dev.zonegate.rule.RuleInfo;
import dev.zonegate.rule.RulePattern;
import java.util.List;

/** Flags failures that are caught and lost, or never looked at. */
public final class SwallowedErrorRule implements Rule {
  static final RulePattern EMPTY_CATCH =
      RulePattern.error(
          "emptyCatch",
          "`catch (%s)` drops the failure and goes on as if nothing had happened",
          "handle it, rethrow it, or catch less");
  static final RulePattern CATCH_RETURN_DEFAULT =
      RulePattern.error(
          "catchReturnDefault",
          "Catching `%s` here returns %s, which hides the failure from callers",
          "rethrow or return a result");
  static final RulePattern LOG_AND_CONTINUE =
      RulePattern.warning(
          "logAndContinue",
          "`catch (%s)` only logs, then the method %s as if all had worked",
          "rethrow or report the failure");
  static final RulePattern CATCH_TOO_BROAD =
      RulePattern.warning(
              "catchTooBroad", "`catch (%s)` swallows %s", "catch only what the `try` can throw")
          .preview();
  static final RulePattern LOST_CAUSE =
      RulePattern.warning(
          "lostCause",
          "`%s` loses the cause and the stack trace of `%s`",
          "pass the exception too");
  static final RulePattern INTERRUPTED =
      RulePattern.warning(
          "interrupted",
          "`catch (%s)` loses the interrupt that stops the thread",
          "restore it with `interrupt()` or rethrow");
  static final RulePattern IGNORED_FUTURE =
      RulePattern.warning(
          "ignoredFuture",
          "Nobody looks at the `%s` of `%s`, so %s",
          "return it or handle its failure");
  static final RulePattern IGNORED_RESULT =
      RulePattern.warning("ignoredResult", "`%s` %s, and that result is dropped", "check or use it")
          .preview();
  static final RulePattern TX_SWALLOW =
      RulePattern.warning(
          "txSwallow",
          "Catching `%s` here lets the transaction commit half of its work",
          "rethrow or call `setRollbackOnly()`");
  static final RulePattern ACK_ON_ERROR =
      RulePattern.warning(
          "ackOnError",
          "Catching `%s` here acknowledges a message that was not processed",
          "rethrow it or publish to a dead-letter queue");

  private static final RuleInfo INFO =
      RuleInfo.named("AI08", "SwallowedError")
          .summary("Let failures reach somebody who can act on them")
          .cwe(390, 391, 396, 252, 755)
          .patterns(
              EMPTY_CATCH,
              CATCH_RETURN_DEFAULT,
              LOG_AND_CONTINUE,
              CATCH_TOO_BROAD,
              LOST_CAUSE,
              INTERRUPTED,
              IGNORED_FUTURE,
              IGNORED_RESULT,
              TX_SWALLOW,
              ACK_ON_ERROR);

  /** The first that matches is the one reported; what it costs and how it is mended decides. */
  private static final List<CatchPattern> BY_PRECEDENCE =
      List.of(
          Interrupted::findNamed,
          AckOnError::find,
          TxSwallow::find,
          EmptyCatch::find,
          CatchReturnDefault::find,
          LogAndContinue::find,
          Interrupted::findHidden,
          LostCause::find,
          CatchTooBroad::find,
          LogAndContinue::findSilentEnd);

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(SourceFile file, Reporter report) {
    for (Catch clause : file.all(Catch.class)) {
      checkClause(Handling.of(file, clause), report);
    }
    if (!file.isTest()) {
      FunctionalDefault.find(file, report);
      IgnoredFuture.find(file, report);
      IgnoredResult.find(file, report);
    }
  }

  private static void checkClause(Handling handling, Reporter report) {
    if (handling.file().isTest()) {
      EmptyCatch.find(handling, report);
      return;
    }
    for (CatchPattern pattern : BY_PRECEDENCE) {
      if (pattern.find(handling, report)) {
        return;
      }
    }
  }
}
