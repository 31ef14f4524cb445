package dev.zonegate.rules.naiveretry;

import dev.zonegate.match.LoopPauses;
import dev.zonegate.match.RemoteWork;
import dev.zonegate.match.RetryLoop;
import dev.zonegate.match.TypeSet;
import dev.zonegate.model.Answer;
import dev.zonegate.model.Catch;
import dev.zonegate.model.Expr;
import dev.zonegate.model.SourceFile;
import dev.zonegate.model.TypeNode;
import dev.zonegate.model.TypeRef;
import dev.zonegate.rule.Confidence;
import dev.zonegate.rule.Report;
import dev.zonegate.rule.Reporter;
import dev.zonegate.rule.RulePattern;
import dev.zonegate.rule.Severity;
import java.util.List;
import java.util.Set;

/** What a retry loop lacks: an end, a pause that grows, a choice of failures. */
final class LoopChecks {
  private static final TypeSet CONFLICTS = TypeSet.load("retries/conflicts.types");
  private static final Set<String> BROAD =
      Set.of("java.lang.Exception", "java.lang.Throwable", "java.lang.RuntimeException");
  private final RetryLoop loop;
  private final SourceFile file;
  private final Answer remote;

  private LoopChecks(RetryLoop loop) {
    this.loop = loop;
    this.file = loop.file();
    this.remote = RemoteWork.of(file).isRetriedBy(loop);
  }

  static void find(RetryLoop loop, Reporter report) {
    LoopChecks checks = new LoopChecks(loop);
    if (checks.remote.isNo()) {
      return;
    }
    boolean isBounded = loop.isBounded();
    if (!isBounded) {
      checks.report(NaiveRetryRule.UNBOUNDED_RETRY, report);
    }
    checks.checkPause(report);
    checks.checkChoice(report);
    if (isBounded) {
      LastErrorLost.find(loop, checks.subject(), report);
    }
  }

  private Report report(RulePattern pattern, Reporter report, Object... rest) {
    Object[] arguments = new Object[rest.length + 1];
    arguments[0] = subject();
    System.arraycopy(rest, 0, arguments, 1, rest.length);
    return report
        .at(loop.loop(), pattern, arguments)
        .confidence(remote.isYes() ? Confidence.HIGH : Confidence.MEDIUM);
  }

  /** What is tried, in short. */
  private String subject() {
    List<Expr.Call> tried = loop.tried();
    RemoteWork work = RemoteWork.of(file);
    return tried.stream()
        .filter(work::isRemote)
        .findFirst()
        .or(() -> tried.stream().findFirst())
        .map(each -> each.name() + "(...)")
        .orElse("it");
  }

  private void checkPause(Reporter report) {
    if (retriedTypes().stream().allMatch(each -> CONFLICTS.contains(each).isYes())) {
      return;
    }
    switch (LoopPauses.of(loop)) {
      case NONE -> report(NaiveRetryRule.NO_BACKOFF, report, "is retried at once");
      case CONSTANT ->
          report(NaiveRetryRule.NO_BACKOFF, report, "is retried after the same time each round");
      case GROWING ->
          report(NaiveRetryRule.NO_BACKOFF, report, "is retried without jitter")
              .severity(Severity.NOTE);
      default -> {}
    }
  }

  private List<TypeRef> retriedTypes() {
    return loop.retried().stream()
        .flatMap(each -> each.types().stream())
        .map(TypeNode::ref)
        .toList();
  }

  private void checkChoice(Reporter report) {
    for (Catch each : loop.retried()) {
      for (TypeNode type : each.types()) {
        if (BROAD.contains(type.ref().name()) && !chooses(each)) {
          report(
              NaiveRetryRule.RETRY_EVERYTHING,
              report,
              "is retried on `" + type.ref().simpleName() + "`");
          return;
        }
      }
    }
  }

  /** Whether the clause, or one before it, tells failures apart. */
  private boolean chooses(Catch clause) {
    boolean isNarrowedBefore =
        loop.attempt().catches().stream()
            .takeWhile(each -> each != clause)
            .flatMap(each -> each.types().stream())
            .map(TypeNode::ref)
            .anyMatch(each -> !each.isNamed("java.lang.InterruptedException"));
    String caught = clause.parameter().name();
    boolean isAsked =
        file.allIn(clause.body(), Expr.InstanceOf.class).stream()
                .anyMatch(each -> names(each.operand(), caught))
            || file.allIn(clause.body(), Expr.Call.class).stream()
                .anyMatch(each -> isQuestion(each, caught));
    return isNarrowedBefore || isAsked;
  }

  private boolean names(Expr expr, String caught) {
    return file.allIn(expr, Expr.Name.class).stream().anyMatch(each -> each.name().equals(caught));
  }

  /** {@code isTransient(e)}, {@code e.getStatusCode()}. */
  private boolean isQuestion(Expr.Call call, String caught) {
    boolean isOnCaught =
        call.target() != null
            && names(call.target(), caught)
            && call.name()
                .matches(
                    "(is|get)?(Status|Code|RawStatus|SQLState|ErrorCode|Retr|Transient).*|status|code");
    boolean isAskedOf =
        call.name().matches("(is|can|should|may).*")
            && call.arguments().stream().anyMatch(each -> names(each, caught));
    return isOnCaught || isAskedOf;
  }
}
