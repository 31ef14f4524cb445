package dev.zonegate.rules.naiveretry;

import dev.zonegate.facts.ConfigSetting;
import dev.zonegate.facts.Project;
import dev.zonegate.facts.RetryPoint;
import dev.zonegate.match.Api;
import dev.zonegate.match.ApiSet;
import dev.zonegate.match.Constants;
import dev.zonegate.match.ObjectFlow;
import dev.zonegate.match.TypeSet;
import dev.zonegate.model.Catch;
import dev.zonegate.model.Decl;
import dev.zonegate.model.Expr;
import dev.zonegate.model.Invocation;
import dev.zonegate.model.Node;
import dev.zonegate.model.SourceFile;
import dev.zonegate.model.Stmt;
import dev.zonegate.model.Variable;
import dev.zonegate.rule.Candidate;
import dev.zonegate.rule.Evidence;
import dev.zonegate.rule.Reporter;
import dev.zonegate.rule.Settler;

/** Finds listeners that take a message again for ever. */
final class PoisonLoop {
  private static final ApiSet REQUEUES = ApiSet.load("retries/requeues.api");
  private static final ApiSet BACK_OFFS = ApiSet.load("retries/back-offs.api");
  private static final TypeSet RABBIT =
      TypeSet.of("org.springframework.amqp.rabbit.annotation.RabbitListener");
  private static final TypeSet REJECTING =
      TypeSet.of(
          "org.springframework.amqp.AmqpRejectAndDontRequeueException",
          "org.springframework.amqp.ImmediateAcknowledgeAmqpException");
  private static final String COUNTING = "(?is).*(redeliver|x-death|attempt|retrycount|retries).*";
  private final SourceFile file;

  private PoisonLoop(SourceFile file) {
    this.file = file;
  }

  /** A listener whose failure goes to its container. */
  record Rethrown() implements Evidence {}

  static void find(SourceFile file, Reporter report) {
    PoisonLoop search = new PoisonLoop(file);
    for (Invocation use : ApiSet.usesIn(file, REQUEUES, BACK_OFFS)) {
      if (use instanceof Expr.MethodReference) {
        continue;
      }
      REQUEUES.find(use).ifPresent(api -> search.checkRequeue(use, api, report));
      BACK_OFFS.find(use).ifPresent(api -> search.checkBackOff(use, api, report));
    }
    for (Stmt.Throw each : file.all(Stmt.Throw.class)) {
      search.checkRethrow(each, report);
    }
  }

  private void checkRequeue(Invocation use, Api api, Reporter report) {
    int index = api.number("arg", -1);
    boolean isRequeue =
        index < 0
            || index < use.arguments().size()
                && Constants.of(file)
                    .value(use.arguments().get(index))
                    .filter(Boolean.TRUE::equals)
                    .isPresent();
    Catch clause = file.enclosing(use, Catch.class);
    if (isRequeue && clause != null && !countsDeliveries(use)) {
      report.at(
          use,
          NaiveRetryRule.POISON_LOOP,
          use.shortName(),
          "takes a message that fails again for ever");
    }
  }

  /** Whether the method asks how often the message came. */
  private boolean countsDeliveries(Node node) {
    Decl.Method method = file.enclosing(node, Decl.Method.class);
    return file.allIn(method == null ? file.unit() : method, Node.class).stream()
        .map(PoisonLoop::named)
        .anyMatch(each -> each.matches(COUNTING));
  }

  private static String named(Node node) {
    if (node instanceof Expr.Literal literal) {
      return literal.isString() ? (String) literal.value() : "";
    }
    if (node instanceof Variable variable) {
      return variable.name();
    }
    if (node instanceof Expr.Name name) {
      return name.name();
    }
    return node instanceof Invocation use ? use.name() : "";
  }

  private void checkBackOff(Invocation use, Api api, Reporter report) {
    int index = api.number("arg", -1);
    boolean isEndless =
        index < 0 || index < use.arguments().size() && isUnlimited(use.arguments().get(index));
    Node handler = file.parent(use);
    boolean isLimitedLater =
        handler instanceof Stmt.Local local
            && ObjectFlow.of(file, local).calls().stream()
                .anyMatch(each -> each.name().startsWith("setMax"));
    if (isEndless && !isLimitedLater) {
      report.at(
          use,
          NaiveRetryRule.POISON_LOOP,
          use.shortName(),
          "delivers a message that fails for ever");
    }
  }

  private boolean isUnlimited(Expr amount) {
    String name =
        amount instanceof Expr.FieldAccess access
            ? access.name()
            : amount instanceof Expr.Name simple ? simple.name() : "";
    return name.equals("UNLIMITED_ATTEMPTS")
        || name.equals("MAX_VALUE")
        || Constants.of(file)
            .value(amount)
            .filter(
                it ->
                    it instanceof Number count
                        && (count.longValue() < 0 || count.longValue() >= Integer.MAX_VALUE))
            .isPresent();
  }

  /** RabbitMQ puts a message back by default when its listener throws. */
  private void checkRethrow(Stmt.Throw thrown, Reporter report) {
    Decl.Method method = file.enclosing(thrown, Decl.Method.class);
    boolean isInListener =
        method != null
            && RABBIT.annotationIn(method.annotations()) != null
            && file.enclosing(thrown, Catch.class) != null
            && file.enclosing(thrown, Expr.Lambda.class) == null;
    if (isInListener
        && REJECTING.contains(thrown.value().type()).isNo()
        && !countsDeliveries(thrown)) {
      report.candidate(
          thrown,
          NaiveRetryRule.POISON_LOOP,
          new Rethrown(),
          method.name(),
          "throws, and the message comes back for ever");
    }
  }

  static void settle(Candidate candidate, Settler settler) {
    Project project = settler.project();
    boolean isLimited =
        project.all(ConfigSetting.class).stream()
            .map(ConfigSetting::relaxedKey)
            .anyMatch(
                each ->
                    each.startsWith("spring.rabbitmq.listener.")
                            && (each.endsWith("defaultrequeuerejected")
                                || each.endsWith("retry.enabled"))
                        || each.contains("deadletter"));
    boolean isDeadLettered =
        project.all(RetryPoint.class).stream().anyMatch(each -> each.type().equals("dead-letters"));
    if (project.isWhole() && !isLimited && !isDeadLettered) {
      settler.report(candidate);
    }
  }
}
