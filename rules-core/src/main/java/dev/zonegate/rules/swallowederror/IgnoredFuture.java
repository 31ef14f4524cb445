package dev.zonegate.rules.swallowederror;

import dev.zonegate.match.Bindings;
import dev.zonegate.match.Discarded;
import dev.zonegate.match.LogCall;
import dev.zonegate.match.TypeSet;
import dev.zonegate.model.Catch;
import dev.zonegate.model.Decl;
import dev.zonegate.model.Expr;
import dev.zonegate.model.Node;
import dev.zonegate.model.SourceFile;
import dev.zonegate.model.Stmt;
import dev.zonegate.model.TypeRef;
import dev.zonegate.rule.Confidence;
import dev.zonegate.rule.Report;
import dev.zonegate.rule.Reporter;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Work in the background that nobody asks how it went, or that never starts. */
final class IgnoredFuture {
  private static final TypeSet FUTURES = TypeSet.load("errors/futures.types");
  private static final TypeSet PUBLISHERS = TypeSet.load("errors/publishers.types");
  private static final TypeSet SELF_REPORTING = TypeSet.load("errors/self-reporting-futures.types");

  /** What a call tells how its work went, so that nobody needs its future. */
  private static final TypeSet CALLBACKS = TypeSet.load("errors/callbacks.types");

  /** Hands the futures out again, those of failed work too. */
  private static final TypeSet QUEUES = TypeSet.of("java.util.concurrent.CompletionService");

  /** A text for who watches: that the watcher left is told to the listener of the session. */
  private static final TypeSet AT_ITS_OWN_RISK =
      TypeSet.of("jakarta.websocket.RemoteEndpoint.Async");

  private static final Set<String> HANDLES =
      Set.of(
          "exceptionally",
          "exceptionallyAsync",
          "exceptionallyCompose",
          "handle",
          "handleAsync",
          "whenComplete",
          "whenCompleteAsync",
          "onFailure",
          "onComplete",
          "recover",
          "otherwise",
          "catching",
          "catchingAsync",
          "addCallback",
          "addListener");
  private static final Set<String> IN_PLACE =
      Set.of("orTimeout", "completeOnTimeout", "completeAsync", "fork", "toCompletableFuture");

  private IgnoredFuture() {}

  static void find(SourceFile file, Reporter report) {
    for (Expr.Call call : dropped(file)) {
      if (PUBLISHERS.contains(call.type()).isYes()) {
        report(call, "it never runs", report);
      } else if (isDroppedFuture(file, call)) {
        Report found = report(call, "its failure is never seen", report);
        if (!isWorkInSight(call)) {
          found.confidence(Confidence.MEDIUM);
        }
      }
    }
  }

  /** Calls that are a statement, and those whose value goes to a variable that nobody reads. */
  private static List<Expr.Call> dropped(SourceFile file) {
    List<Expr.Call> calls = new ArrayList<>(Discarded.calls(file));
    for (Stmt.Local local : file.all(Stmt.Local.class)) {
      if (local.initializer() instanceof Expr.Call call
          && Bindings.of(file).uses(local).isEmpty()
          && !local.name().matches("_|ignored?|unused")) {
        calls.add(call);
      }
    }
    return calls;
  }

  private static Report report(Expr.Call call, String consequence, Reporter report) {
    return report.at(
        call,
        SwallowedErrorRule.IGNORED_FUTURE,
        call.type().simpleName(),
        call.shortName(),
        consequence);
  }

  private static boolean isDroppedFuture(SourceFile file, Expr.Call call) {
    return FUTURES.contains(call.type()).isYes()
        && !SELF_REPORTING.contains(call.type()).isYes()
        && !IN_PLACE.contains(call.name())
        && !AT_ITS_OWN_RISK.contains(call.receiverType()).isYes()
        && !QUEUES.contains(call.receiverType()).isYes()
        && !tellsCallback(call)
        && !call.name().startsWith("schedule")
        && !isHandled(call)
        && !continuesVariable(call)
        && !isKept(call)
        && !doesItsOwnReporting(file, call);
  }

  /** {@code client.execute(request, callback)}. */
  private static boolean tellsCallback(Expr.Call call) {
    List<TypeRef> parameters = call.method() == null ? List.of() : call.method().parameters();
    int given = Math.min(parameters.size(), call.arguments().size());
    for (int i = 0; i < given; i++) {
      boolean isNull = call.arguments().get(i) instanceof Expr.Literal text && text.isNull();
      if (!isNull && CALLBACKS.contains(parameters.get(i)).isYes()) {
        return true;
      }
    }
    return false;
  }

  /** {@code running.put(id, future)}: the one in the collection is not the call's own. */
  private static boolean isKept(Expr.Call call) {
    return call.receiverType().isAnyOf("java.util.Map", "java.util.Collection").isYes();
  }

  private static boolean isHandled(Expr.Call call) {
    for (Expr each = call; each instanceof Expr.Call link; each = link.target()) {
      if (HANDLES.contains(link.name())) {
        return true;
      }
    }
    return false;
  }

  /** {@code reply.thenAccept(...)}: whoever made the variable may look at it elsewhere. */
  private static boolean continuesVariable(Expr.Call call) {
    Expr root = call;
    while (root instanceof Expr.Call link && FUTURES.contains(link.type()).isYes()) {
      root = link.target();
    }
    return root != null
        && !(root instanceof Expr.TypeName)
        && FUTURES.contains(root.type()).isYes();
  }

  private static boolean isWorkInSight(Expr.Call call) {
    return call.arguments().stream().anyMatch(Expr.Lambda.class::isInstance);
  }

  /** Whether the work that is handed over catches all and tells somebody. */
  private static boolean doesItsOwnReporting(SourceFile file, Expr.Call call) {
    for (Expr each = call; each instanceof Expr.Call link; each = link.target()) {
      if (link.arguments().stream().anyMatch(work -> reports(file, work))) {
        return true;
      }
    }
    return false;
  }

  private static boolean reports(SourceFile file, Expr work) {
    if (work instanceof Expr.Lambda lambda) {
      return isGuarded(file, lambda.body());
    }
    if (work instanceof Expr.MethodReference reference) {
      return isGuardedMethod(file, reference.name());
    }
    return work instanceof Expr.New created
        && created.type().isA("java.lang.Runnable").isYes()
        && isGuardedMethod(file, "run");
  }

  private static boolean isGuardedMethod(SourceFile file, String name) {
    return file.all(Decl.Method.class).stream()
        .filter(method -> method.name().equals(name) && method.body() != null)
        .anyMatch(method -> isGuarded(file, method.body()));
  }

  private static boolean isGuarded(SourceFile file, Node body) {
    if (body instanceof Expr.Call only && only.target() == null) {
      return isGuardedMethod(file, only.name());
    }
    List<Stmt> statements =
        body instanceof Stmt.Block block
            ? block.statements().stream().filter(s -> !(s instanceof Stmt.Local)).toList()
            : List.of();
    if (statements.isEmpty()) {
      return body instanceof Stmt.Block;
    }
    return statements.stream()
            .anyMatch(each -> each instanceof Stmt.Try attempt && isCatchAll(file, attempt))
        || statements.size() == 1
            && statements.get(0) instanceof Stmt.Expression only
            && isGuarded(file, only.expression());
  }

  private static boolean isCatchAll(SourceFile file, Stmt.Try attempt) {
    return attempt.catches().stream()
        .anyMatch(
            clause ->
                CaughtTypes.isBroad(clause)
                    && file.allIn(clause.body(), Stmt.Throw.class).isEmpty()
                    && tells(file, clause));
  }

  private static boolean tells(SourceFile file, Catch clause) {
    return ExceptionUse.in(file, clause).stream().anyMatch(ExceptionUse::isMoreThanText)
        || file.allIn(clause.body(), Expr.Call.class).stream()
            .anyMatch(call -> LogCall.of(file, call).isPresent() || !call.arguments().isEmpty());
  }
}
