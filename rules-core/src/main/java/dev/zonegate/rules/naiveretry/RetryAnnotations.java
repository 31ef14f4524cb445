package dev.zonegate.rules.naiveretry;

import dev.zonegate.match.RetriedFailures;
import dev.zonegate.match.TypeSet;
import dev.zonegate.model.Annotation;
import dev.zonegate.model.SourceFile;
import dev.zonegate.model.TypeRef;
import dev.zonegate.rule.Reporter;
import dev.zonegate.rule.Severity;
import java.util.List;
import java.util.Set;

/** Finds `@Retryable` without a back-off that grows, or without a choice of failures. */
final class RetryAnnotations {
  private static final TypeSet RETRYABLE =
      TypeSet.of(
          "=org.springframework.retry.annotation.Retryable",
          "=org.springframework.resilience.annotation.Retryable");
  private static final Set<String> CHOOSING =
      Set.of(
          "exclude",
          "excludes",
          "noRetryFor",
          "exceptionExpression",
          "predicate",
          "interceptor",
          "notRecoverable");
  private static final Set<String> BROAD =
      Set.of("java.lang.Exception", "java.lang.Throwable", "java.lang.RuntimeException");

  private RetryAnnotations() {}

  static void find(SourceFile file, Reporter report) {
    for (Annotation each : file.all(Annotation.class)) {
      if (RETRYABLE.contains(each.type()).isYes() && each.argument("interceptor") == null) {
        checkPause(each, report);
        checkChoice(each, report);
      }
    }
  }

  private static void checkPause(Annotation retry, Reporter report) {
    if (isForConflicts(retry)) {
      return;
    }
    Annotation backoff = retry.argument("backoff") instanceof Annotation given ? given : retry;
    boolean isRandom = has(backoff, "random", "randomExpression", "jitter", "jitterString");
    boolean isGrowing =
        has(backoff, "multiplier", "multiplierExpression", "multiplierString", "maxDelay");
    String name = "@" + retry.type().simpleName();
    if (!isRandom && !isGrowing) {
      report.at(retry, NaiveRetryRule.NO_BACKOFF, name, "retries after the same time each round");
    } else if (!isRandom) {
      report
          .at(retry, NaiveRetryRule.NO_BACKOFF, name, "retries without jitter")
          .severity(Severity.NOTE);
    }
  }

  /** Whether it retries only what optimistic locks throw. */
  static boolean isForConflicts(Annotation retry) {
    return RetriedFailures.areConflicts(RetriedFailures.of(retry));
  }

  private static boolean has(Annotation annotation, String... names) {
    return List.of(names).stream().anyMatch(each -> annotation.argument(each) != null);
  }

  private static void checkChoice(Annotation retry, Reporter report) {
    if (CHOOSING.stream().anyMatch(each -> retry.argument(each) != null)) {
      return;
    }
    List<TypeRef> included = RetriedFailures.of(retry);
    boolean isAll =
        included.isEmpty()
            && RetriedFailures.ATTRIBUTES.stream().noneMatch(each -> retry.argument(each) != null);
    TypeRef broad =
        included.stream().filter(each -> BROAD.contains(each.name())).findFirst().orElse(null);
    if (isAll || broad != null) {
      String what = broad == null ? "every failure" : "`" + broad.simpleName() + "`";
      report.at(
          retry,
          NaiveRetryRule.RETRY_EVERYTHING,
          "@" + retry.type().simpleName(),
          "retries " + what);
    }
  }
}
