package dev.zonegate.rules.scaletrap;

import dev.zonegate.facts.OutsideCalls;
import dev.zonegate.match.ApiSet;
import dev.zonegate.match.HandOver;
import dev.zonegate.match.OneTime;
import dev.zonegate.match.Repetition;
import dev.zonegate.match.TypeSet;
import dev.zonegate.model.Decl;
import dev.zonegate.model.Expr;
import dev.zonegate.model.Invocation;
import dev.zonegate.model.Modifier;
import dev.zonegate.model.Node;
import dev.zonegate.model.SourceFile;
import dev.zonegate.model.Stmt;
import dev.zonegate.rule.Reporter;
import java.util.Optional;
import java.util.Set;

/** Finds waiting on the few threads that serve all requests of a reactive program. */
final class BlockingReactive {
  private static final ApiSet BLOCKING = ApiSet.load("scale/blocking.api");
  private static final TypeSet REACTIVE = TypeSet.load("scale/reactive-handlers.types");
  private static final TypeSet PUBLISHERS = TypeSet.of("org.reactivestreams.Publisher");
  private static final TypeSet REACTIVE_STORES = TypeSet.load("scale/reactive-stores.types");
  private static final Set<String> FLATTENING =
      Set.of(
          "flatMap",
          "flatMapMany",
          "flatMapSequential",
          "concatMap",
          "switchMap",
          "onErrorResume",
          "defer",
          "filterWhen",
          "zipWhen",
          "delayUntil",
          "transformToUni");
  private static final TypeSet IN_MEMORY =
      TypeSet.of("java.io.ByteArrayInputStream", "java.io.StringReader");
  private final SourceFile file;

  private BlockingReactive(SourceFile file) {
    this.file = file;
  }

  static void find(SourceFile file, Reporter report) {
    BlockingReactive search = new BlockingReactive(file);
    for (Invocation use : file.all(Invocation.class)) {
      Node node = (Node) use;
      if (search.isBlocking(use) && !OneTime.isPartOf(file, node)) {
        search
            .where(node)
            .ifPresent(
                where -> report.at(node, ScaleTrapRule.BLOCKING_REACTIVE, use.shortName(), where));
      }
    }
  }

  private boolean isBlocking(Invocation use) {
    if (use instanceof Expr.Call call && PUBLISHERS.contains(call.type()).isYes()
        || REACTIVE_STORES.contains(use.receiverType()).isYes()) {
      return false;
    }
    if (BLOCKING.matches(use).isYes()) {
      return !IN_MEMORY.contains(use.receiverType()).isYes();
    }
    OutsideCalls.Kind kind = OutsideCalls.kind(file, use).orElse(null);
    return kind == OutsideCalls.Kind.REMOTE
        || OutsideCalls.isQuery(file, use) && !mayGivePublisher((Node) use);
  }

  /** Whether a call of an unknown type is, or begins, what a method or such a lambda returns. */
  private boolean mayGivePublisher(Node use) {
    if (!(use instanceof Expr.Call call) || !call.type().isUnknown()) {
      return false;
    }
    Node last = use;
    while (file.parent(last) instanceof Expr.Call next && next.target() == last) {
      last = next;
    }
    Node around = file.parent(last);
    return around instanceof Stmt.Return
        || around instanceof Expr.Lambda
            && file.parent(around) instanceof Expr.Call step
            && FLATTENING.contains(step.name());
  }

  /** Which threads it keeps; empty if only those that are there for it. */
  private Optional<String> where(Node node) {
    for (Node up = node; up != null; up = file.parent(up)) {
      if (isMoved(up) || up instanceof Decl.Body) {
        return Optional.empty();
      }
      boolean isStep = up instanceof Expr.Lambda || up instanceof Expr.MethodReference;
      if (isStep && file.parent(up) instanceof Expr.Call call && call.arguments().contains(up)) {
        if (HandOver.is(call) || isMovedBefore(call)) {
          return Optional.empty();
        }
        if (HandOver.isParallel(file, call.target()) && isOutside(node)) {
          return Optional.of("threads that all parallel streams share");
        }
        if (REACTIVE.contains(call.receiverType()).isYes()) {
          return around(call);
        }
      }
      if (up instanceof Decl.Method method) {
        boolean isReactive =
            method.returnType() != null && REACTIVE.contains(method.returnType().ref()).isYes();
        return isReactive && !isPrivateSource(method, node)
            ? Optional.of("the thread that is to give a `" + simple(method) + "`")
            : Optional.empty();
      }
    }
    return Optional.empty();
  }

  private boolean isOutside(Node node) {
    return node instanceof Invocation use && OutsideCalls.kind(file, use).isPresent()
        || Repetition.around(file, node).isEmpty();
  }

  private static String simple(Decl.Method method) {
    return method.returnType().ref().simpleName();
  }

  private Optional<String> around(Expr.Call operator) {
    for (Node up = file.parent(operator); up != null; up = file.parent(up)) {
      if (isMoved(up)) {
        return Optional.empty();
      }
      if (up instanceof Decl.Method method) {
        return isPrivateSource(method, operator)
            ? Optional.empty()
            : Optional.of("an event loop inside `" + operator.name() + "`");
      }
    }
    return Optional.of("an event loop inside `" + operator.name() + "`");
  }

  /** {@code ...subscribeOn(boundedElastic())} around it. */
  private static boolean isMoved(Node up) {
    return up instanceof Expr.Call call
        && (call.name().equals("subscribeOn") || call.name().equals("runSubscriptionOn"));
  }

  /** {@code publishOn(...)} before it in the chain. */
  private static boolean isMovedBefore(Expr.Call operator) {
    for (Expr each = operator.target(); each instanceof Expr.Call link; each = link.target()) {
      if (link.name().matches("publishOn|emitOn|subscribeOn")) {
        return true;
      }
    }
    return false;
  }

  /** A private method whose callers may move what it gives. */
  private boolean isPrivateSource(Decl.Method method, Node node) {
    return method.modifiers().contains(Modifier.PRIVATE)
            && file.enclosing(node, Expr.Lambda.class) != null
        || method.annotations().stream().anyMatch(each -> each.name().endsWith("Blocking"));
  }
}
