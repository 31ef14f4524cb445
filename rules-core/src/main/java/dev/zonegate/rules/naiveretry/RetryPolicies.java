package dev.zonegate.rules.naiveretry;

import dev.zonegate.match.Api;
import dev.zonegate.match.ApiSet;
import dev.zonegate.match.ObjectFlow;
import dev.zonegate.match.TypeSet;
import dev.zonegate.model.Decl;
import dev.zonegate.model.Expr;
import dev.zonegate.model.Invocation;
import dev.zonegate.model.Node;
import dev.zonegate.model.SourceFile;
import dev.zonegate.rule.Reporter;
import dev.zonegate.rule.Severity;
import java.util.List;
import java.util.Set;

/** Finds policies of retry libraries that do not back off, or that choose no failures. */
final class RetryPolicies {
  private static final ApiSet POLICIES = ApiSet.load("retries/policies.api");
  private static final ApiSet CUSTOM = ApiSet.of("io.github.resilience4j.retry.RetryConfig#custom");
  private static final ApiSet TEMPLATES =
      ApiSet.of("org.springframework.retry.support.RetryTemplate#new()");
  private static final TypeSet CONFLICTS = TypeSet.load("retries/conflicts.types");
  private static final Set<String> CHOICES =
      Set.of(
          "retryExceptions",
          "retryOnException",
          "ignoreExceptions",
          "retryOnResult",
          "retryOn",
          "notRetryOn",
          "retryOnExceptionPredicate");
  private static final Set<String> BROAD =
      Set.of("java.lang.Exception", "java.lang.Throwable", "java.lang.RuntimeException");
  private final SourceFile file;
  private final Reporter report;

  private RetryPolicies(SourceFile file, Reporter report) {
    this.file = file;
    this.report = report;
  }

  static void find(SourceFile file, Reporter report) {
    RetryPolicies search = new RetryPolicies(file, report);
    for (Invocation use : file.all(Invocation.class)) {
      if (!(use instanceof Expr.MethodReference)) {
        POLICIES.find(use).ifPresent(api -> search.check(use, api));
        search.checkCustom(use);
        search.checkTemplate(use);
        search.checkChoice(use);
      }
    }
  }

  private void check(Invocation use, Api api) {
    String pause = api.attributes().getOrDefault("pause", "");
    switch (pause) {
      case "none" -> pause(use, "retries at once");
      case "same" -> pause(use, "retries after the same time each round");
      case "growing" -> {
        if (!hasJitter(use)) {
          report
              .at(use, NaiveRetryRule.NO_BACKOFF, use.shortName(), "retries without jitter")
              .severity(Severity.NOTE);
        }
      }
      default -> {}
    }
    if (api.has("all", "true")) {
      everything(use, "every failure");
    }
  }

  private void pause(Invocation use, String says) {
    if (isForConflicts(use)) {
      return;
    }
    report.at(use, NaiveRetryRule.NO_BACKOFF, use.shortName(), says);
  }

  /** Whether the method around names failures of optimistic locks. */
  private boolean isForConflicts(Invocation use) {
    Decl.Method method = file.enclosing(use, Decl.Method.class);
    return method != null
        && file.allIn(method, Expr.ClassLiteral.class).stream()
            .anyMatch(each -> CONFLICTS.contains(each.named().ref()).isYes());
  }

  private void everything(Invocation use, String what) {
    report.at(use, NaiveRetryRule.RETRY_EVERYTHING, use.shortName(), "retries " + what);
  }

  /** {@code Retry.fixedDelay(3, d).jitter(0.5)}, {@code setSleeper}. */
  private boolean hasJitter(Invocation use) {
    return use instanceof Expr made
        && ObjectFlow.of(file, made).calls().stream()
            .anyMatch(each -> each.name().matches("jitter|setSleeper|randomized.*"));
  }

  private void checkCustom(Invocation use) {
    if (!(use instanceof Expr made) || !CUSTOM.matches(use).isYes()) {
      return;
    }
    List<Expr.Call> calls = ObjectFlow.of(file, made).calls();
    boolean isSpaced = calls.stream().anyMatch(each -> each.name().startsWith("interval"));
    if (!isSpaced) {
      pause(use, "retries after the same time each round");
    }
    boolean isChosen = calls.stream().anyMatch(each -> CHOICES.contains(each.name()));
    if (!isChosen) {
      everything(use, "every failure");
    }
  }

  private void checkTemplate(Invocation use) {
    if (use instanceof Expr made && TEMPLATES.matches(use).isYes()) {
      boolean isSpaced =
          ObjectFlow.of(file, made).calls().stream()
              .anyMatch(each -> each.name().equals("setBackOffPolicy"));
      if (!isSpaced) {
        pause(use, "retries at once");
      }
    }
  }

  /** {@code retryExceptions(Exception.class)}, {@code retryOnException(e -> true)}. */
  private void checkChoice(Invocation use) {
    boolean isRetry =
        use instanceof Expr.Call
            && CHOICES.contains(use.name())
            && !use.name().startsWith("ignore")
            && !use.name().startsWith("not")
            && use.receiverType().name().contains("etry");
    if (!isRetry) {
      return;
    }
    for (Expr argument : use.arguments()) {
      if (isEverything(argument) && !isNarrowed(use)) {
        everything(use, "every failure");
        return;
      }
    }
  }

  private boolean isNarrowed(Invocation use) {
    Node chain = use;
    while (file.parent(chain) instanceof Expr.Call next && next.target() == chain) {
      if (next.name().startsWith("ignore") || next.name().startsWith("not")) {
        return true;
      }
      chain = next;
    }
    return false;
  }

  private static boolean isEverything(Expr argument) {
    return argument instanceof Expr.ClassLiteral type && BROAD.contains(type.named().ref().name())
        || argument instanceof Expr.Lambda lambda
            && lambda.body() instanceof Expr.Literal always
            && Boolean.TRUE.equals(always.value());
  }
}
