package dev.zonegate.rules.resourceleak;

import dev.zonegate.match.ApiSet;
import dev.zonegate.match.Bindings;
import dev.zonegate.match.flow.ResourceOwnership;
import dev.zonegate.model.Decl;
import dev.zonegate.model.Expr;
import dev.zonegate.model.Invocation;
import dev.zonegate.model.Modifier;
import dev.zonegate.model.Node;
import dev.zonegate.model.SourceFile;
import dev.zonegate.rule.Confidence;
import dev.zonegate.rule.Reporter;

/** Threads that nobody stops: a pool made in each call, or kept by a bean without an end. */
final class LeakedExecutor {
  private static final ApiSet EXECUTORS = ApiSet.load("resources/executors.api");

  /** What runs on an executor and leaves it to whoever made it. */
  private static final ApiSet RUNNING =
      ApiSet.of(
          "java.util.concurrent.CompletableFuture#runAsync",
          "java.util.concurrent.CompletableFuture#supplyAsync",
          "java.util.concurrent.CompletableFuture#thenApplyAsync",
          "java.util.concurrent.CompletableFuture#thenAcceptAsync",
          "java.util.concurrent.CompletableFuture#thenRunAsync",
          "java.util.concurrent.CompletableFuture#thenComposeAsync",
          "java.util.concurrent.CompletableFuture#whenCompleteAsync",
          "java.util.concurrent.CompletableFuture#handleAsync");

  private LeakedExecutor() {}

  static void find(SourceFile file, Reporter report) {
    for (Invocation use : EXECUTORS.usesIn(file)) {
      if (use instanceof Expr made
          && !(use instanceof Expr.MethodReference)
          && EXECUTORS.matches(use).isYes()
          && !isDaemon(file, use)) {
        judge(file, made, use, report);
      }
    }
  }

  private static boolean isDaemon(SourceFile file, Invocation use) {
    return use.arguments().stream()
        .anyMatch(
            each ->
                file.text(each).toLowerCase(java.util.Locale.ROOT).contains("daemon")
                    || each instanceof Expr.Literal literal
                        && Boolean.TRUE.equals(literal.value())
                        && use.receiverType().isNamed("java.util.Timer"));
  }

  private static void judge(SourceFile file, Expr made, Invocation use, Reporter report) {
    Decl.Field field = field(file, made);
    if (field != null) {
      boolean isBean =
          !field.modifiers().contains(Modifier.STATIC) && Lifetimes.isInApplication(file, field);
      if (isBean && !ResourceOwnership.of(file).isFieldReleased(field)) {
        report
            .at(made, ResourceLeakRule.LEAKED_EXECUTOR, use.shortName(), "outlive their bean")
            .confidence(Confidence.MEDIUM);
      }
      return;
    }
    if (Lifetimes.runsOnce(file, made)) {
      return;
    }
    ResourceOwnership.Fate fate = ResourceOwnership.of(file).fate(made);
    boolean isLeft =
        fate instanceof ResourceOwnership.Fate.Dropped
            || file.parent(made) instanceof Expr.Call call && RUNNING.matches(call).isYes()
            || fate instanceof ResourceOwnership.Fate.Held held
                && !ResourceOwnership.of(file).isEverReleased(held.variable());
    if (isLeft) {
      report.at(made, ResourceLeakRule.LEAKED_EXECUTOR, use.shortName(), "outlive each call");
    }
  }

  private static Decl.Field field(SourceFile file, Expr made) {
    Node parent = file.parent(made);
    if (parent instanceof Decl.Field field) {
      return field;
    }
    return parent instanceof Expr.Assign assign
            && Bindings.of(file).declaration(assign.assigned()).orElse(null)
                instanceof Decl.Field field
        ? field
        : null;
  }
}
