package dev.zonegate.facts;

import dev.zonegate.match.ApiSet;
import dev.zonegate.match.Retried;
import dev.zonegate.model.Annotation;
import dev.zonegate.model.Decl;
import dev.zonegate.model.Invocation;
import dev.zonegate.model.SourceFile;
import dev.zonegate.model.Span;
import java.util.function.Consumer;

/**
 * A method that is called again when it fails, or that tries something again; or a retrying part of
 * a framework that the project sets up.
 *
 * @param at what makes it so
 * @param type qualified name of the type, or of the framework's part
 * @param method its name; empty for a part of a framework
 * @param isProxied whether only calls from other objects are retried
 * @param isForConflicts whether it is for what optimistic locks throw, and for nothing else
 */
public record RetryPoint(
    String path, Span at, String type, String method, boolean isProxied, boolean isForConflicts)
    implements Fact {
  private static final ApiSet PARTS = ApiSet.load("retries/parts.api");

  static void collect(SourceFile file, Consumer<Fact> facts) {
    for (Retried each : Retried.in(file)) {
      Decl.Type type = file.enclosing(each.at(), Decl.Type.class);
      if (type != null && each.method() != null) {
        facts.accept(
            new RetryPoint(
                file.path(),
                each.at().anchor(),
                type.qualifiedName(),
                each.method().name(),
                each.at() instanceof Annotation,
                each.isForConflicts()));
      }
    }
    for (Invocation use : PARTS.usesIn(file)) {
      PARTS
          .find(use)
          .ifPresent(
              api ->
                  facts.accept(
                      new RetryPoint(
                          file.path(),
                          use.anchor(),
                          api.attributes().get("part"),
                          "",
                          false,
                          false)));
    }
  }
}
