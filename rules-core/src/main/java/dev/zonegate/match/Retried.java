package dev.zonegate.match;

import dev.zonegate.model.Annotation;
import dev.zonegate.model.Decl;
import dev.zonegate.model.Expr;
import dev.zonegate.model.Node;
import dev.zonegate.model.SourceFile;
import java.util.ArrayList;
import java.util.List;

/**
 * Code that is run again when it fails: the {@code try} of a loop, the body of an annotated method,
 * what is handed to a library that retries.
 *
 * @param at what makes it so
 * @param code what is run again
 * @param method the method around it, or null
 * @param isForConflicts whether it is for what optimistic locks throw, and for nothing else
 */
public record Retried(Node at, Node code, Decl.Method method, boolean isForConflicts) {
  private static final ApiSet EXECUTORS = ApiSet.load("retries/executors.api");
  private static final TypeSet ANNOTATIONS = TypeSet.load("retries/annotations.types");

  private record All(List<Retried> found) {}

  /** What a file runs again; computed once. */
  public static List<Retried> in(SourceFile file) {
    return file.derived(All.class, it -> new All(find(it))).found();
  }

  private static List<Retried> find(SourceFile file) {
    List<Retried> found = new ArrayList<>();
    for (RetryLoop each : RetryLoop.in(file)) {
      if (!RemoteWork.of(file).isRetriedBy(each).isNo()) {
        found.add(
            new Retried(
                each.loop(),
                each.attempt().body(),
                each.method(),
                RetriedFailures.areConflicts(RetriedFailures.of(each.retried()))));
      }
    }
    for (Decl.Method each : file.all(Decl.Method.class)) {
      Annotation annotation = ANNOTATIONS.annotationIn(each.annotations());
      if (annotation != null && each.body() != null) {
        found.add(
            new Retried(
                annotation,
                each.body(),
                each,
                RetriedFailures.areConflicts(RetriedFailures.of(annotation))));
      }
    }
    for (Expr.Call each : EXECUTORS.callsIn(file)) {
      EXECUTORS.find(each).ifPresent(api -> add(file, each, api, found));
    }
    return List.copyOf(found);
  }

  private static void add(SourceFile file, Expr.Call call, Api api, List<Retried> found) {
    Decl.Method method = file.enclosing(call, Decl.Method.class);
    if (api.has("on", "target")) {
      if (call.target() != null) {
        found.add(new Retried(call, call.target(), method, false));
      }
      return;
    }
    call.arguments().stream()
        .filter(Expr.Lambda.class::isInstance)
        .findFirst()
        .ifPresent(each -> found.add(new Retried(call, each, method, false)));
  }
}
