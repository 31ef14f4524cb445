package dev.zonegate.rules.resourceleak;

import dev.zonegate.model.SourceFile;
import dev.zonegate.rule.Confidence;
import dev.zonegate.rule.Reporter;
import dev.zonegate.rule.Rule;
import dev.zonegate.rule.RuleInfo;
import dev.zonegate.rule.RulePattern;

/** Flags resources, threads, clients and bindings that nobody gives back. */
public final class ResourceLeakRule implements Rule {
  static final RulePattern UNCLOSED_LOCAL =
      RulePattern.warning(
          "unclosedLocal", "`%s` from `%s` is not closed %s", "open it in `try (...)`");
  static final RulePattern UNCLOSED_TEMPORARY =
      RulePattern.warning(
          "unclosedTemporary",
          "`%s` opens a resource that no variable holds, so nothing closes it",
          "open it in `try (...)`");
  static final RulePattern CLOSE_NOT_IN_FINALLY =
      RulePattern.warning("closeNotInFinally", "`%s` %s", "open it in `try (...)`");
  static final RulePattern JPA_STREAM =
      RulePattern.warning("jpaStream", "`%s` %s", "open it in `try (...)` in a transaction")
          .preview();
  static final RulePattern LEAKED_EXECUTOR =
      RulePattern.warning(
          "leakedExecutor", "`%s` starts threads that %s", "share one and shut it down");
  static final RulePattern CLIENT_PER_CALL =
      RulePattern.warning(
          "clientPerCall",
          "`%s` makes a client with its own connections and threads on each call",
          "make it once and share it");
  static final RulePattern THREAD_LOCAL_LEAK =
      RulePattern.warning(
          "threadLocalLeak", "`%s` stays bound to a pooled thread %s", "take it off in `finally`");
  static final RulePattern TEMP_FILE =
      RulePattern.warning("tempFile", "`%s` makes a file that %s", "delete it in `finally`");
  static final RulePattern LISTENER_LEAK =
      RulePattern.warning(
              "listenerLeak",
              "`%s` registers something on each call that nothing takes off again",
              "register once, or take it off")
          .with(Confidence.MEDIUM);

  private static final RuleInfo INFO =
      RuleInfo.named("AI16", "ResourceLeak")
          .summary("Give back what was opened, on every way out")
          .cwe(772, 404, 459, 775, 401, 1091)
          .patterns(
              UNCLOSED_LOCAL,
              UNCLOSED_TEMPORARY,
              CLOSE_NOT_IN_FINALLY,
              JPA_STREAM,
              LEAKED_EXECUTOR,
              CLIENT_PER_CALL,
              THREAD_LOCAL_LEAK,
              TEMP_FILE,
              LISTENER_LEAK);

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(SourceFile file, Reporter report) {
    if (file.isTest()) {
      return;
    }
    Unclosed.find(file, report);
    ManyCloses.find(file, report);
    LeakedExecutor.find(file, report);
    ClientPerCall.find(file, report);
    ThreadLocalLeak.find(file, report);
    TempFile.find(file, report);
    ListenerLeak.find(file, report);
  }
}
