package dev.zonegate.rules.naiveretry;

import dev.zonegate.facts.DeclaredType;
import dev.zonegate.facts.Project;
import dev.zonegate.facts.RetryPoint;
import dev.zonegate.match.Methods;
import dev.zonegate.match.Retried;
import dev.zonegate.match.TypeSet;
import dev.zonegate.model.Decl;
import dev.zonegate.model.Expr;
import dev.zonegate.model.Node;
import dev.zonegate.model.SourceFile;
import dev.zonegate.rule.Candidate;
import dev.zonegate.rule.Evidence;
import dev.zonegate.rule.Related;
import dev.zonegate.rule.Reporter;
import dev.zonegate.rule.Settler;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Finds retries around calls that retry themselves. A retry of conflicts in the database and one of
 * a remote call are for different failures, and do not multiply.
 */
final class NestedRetry {
  private static final TypeSet LISTENERS =
      TypeSet.of("org.springframework.kafka.annotation.KafkaListener");
  private static final TypeSet RETRYABLE_TOPIC =
      TypeSet.of("org.springframework.kafka.annotation.RetryableTopic");
  private static final TypeSet FEIGN =
      TypeSet.of("org.springframework.cloud.openfeign.FeignClient");
  private static final String HANDLER = "org.springframework.kafka.listener.DefaultErrorHandler";
  private final SourceFile file;

  private NestedRetry(SourceFile file) {
    this.file = file;
  }

  /**
   * A method that is called in a retry.
   *
   * @param type qualified name of what it is called on, or of a part of a framework
   * @param method empty for a part of a framework
   */
  record Callee(String type, String method) {}

  /**
   * The outer retry.
   *
   * @param name of its method
   * @param callees what it calls
   * @param isForConflicts whether it is for what optimistic locks throw, and for nothing else
   */
  record Outer(String name, List<Callee> callees, boolean isForConflicts) implements Evidence {}

  static void find(SourceFile file, Reporter report) {
    NestedRetry search = new NestedRetry(file);
    for (Retried each : Retried.in(file)) {
      search.leave(each, report);
    }
  }

  private void leave(Retried retried, Reporter report) {
    Decl.Method method = retried.method();
    List<Callee> callees = new ArrayList<>();
    collect(retried.code(), method, callees);
    if (method != null && LISTENERS.annotationIn(method.annotations()) != null) {
      callees.add(new Callee(HANDLER, ""));
      if (RETRYABLE_TOPIC.annotationIn(method.annotations()) != null) {
        report.at(retried.at(), NaiveRetryRule.NESTED_RETRY, "@RetryableTopic", method.name());
        return;
      }
    }
    if (!callees.isEmpty()) {
      String name = method == null ? "it" : method.name();
      Outer outer = new Outer(name, callees, retried.isForConflicts());
      report.candidate(retried.at(), NaiveRetryRule.NESTED_RETRY, outer, name, "it");
    }
  }

  /** The calls on types that may be the project's, helpers of the same class looked through. */
  private void collect(Node code, Decl.Method method, List<Callee> callees) {
    for (Expr.Call call : file.allIn(code, Expr.Call.class)) {
      String type = call.receiverType().name();
      if (type.isEmpty() || type.startsWith("java.") || type.startsWith("reactor.")) {
        continue;
      }
      callees.add(new Callee(type, call.name()));
      if (FEIGN.isOnType(call.receiverType())) {
        callees.add(new Callee("feign.Retryer", ""));
      }
      Decl.Method own = Methods.of(file).declaration(call).orElse(null);
      if (own != null && own != method && own.body() != null && call.target() == null) {
        for (Expr.Call inner : file.allIn(own.body(), Expr.Call.class)) {
          callees.add(new Callee(inner.receiverType().name(), inner.name()));
        }
      }
    }
  }

  static void settle(Candidate candidate, Outer outer, Settler settler) {
    Project project = settler.project();
    for (Callee each : outer.callees()) {
      Optional<RetryPoint> inner =
          project.all(RetryPoint.class).stream()
              .filter(it -> isThat(project, it, each) && !isItself(candidate, outer, it))
              .filter(it -> it.isForConflicts() == outer.isForConflicts())
              .findFirst();
      if (inner.isPresent()) {
        RetryPoint found = inner.get();
        String name = found.type().substring(found.type().lastIndexOf('.') + 1);
        String said = found.method().isEmpty() ? name : name + "." + found.method();
        settler
            .report(candidate, outer.name(), said)
            .related(new Related(found.path(), found.at(), "`" + said + "` retries, too"));
        return;
      }
    }
  }

  private static boolean isThat(Project project, RetryPoint point, Callee callee) {
    return point.method().equals(callee.method())
        && (point.type().equals(callee.type()) || isA(project, point.type(), callee.type()));
  }

  private static boolean isA(Project project, String type, String supertype) {
    return project.all(DeclaredType.class).stream()
        .anyMatch(each -> each.name().equals(type) && each.supertypes().contains(supertype));
  }

  private static boolean isItself(Candidate candidate, Outer outer, RetryPoint point) {
    return point.path().equals(candidate.finding().path())
        && (point.isProxied()
            || point.at().equals(candidate.finding().at())
            || point.method().equals(outer.name()));
  }
}
