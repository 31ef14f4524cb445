package dev.zonegate.rules.missingtimeout;

import dev.zonegate.match.ApiSet;
import dev.zonegate.match.Bindings;
import dev.zonegate.match.Condition;
import dev.zonegate.match.Guards;
import dev.zonegate.match.Limits;
import dev.zonegate.match.ObjectFlow;
import dev.zonegate.match.TypeSet;
import dev.zonegate.model.Decl;
import dev.zonegate.model.Expr;
import dev.zonegate.model.Invocation;
import dev.zonegate.model.Node;
import dev.zonegate.model.SourceFile;
import dev.zonegate.model.Stmt;
import dev.zonegate.model.Variable;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** What is known of a future where its value is asked for: done, with a limit, or neither. */
final class FutureState {
  private static final TypeSet BOUNDED = TypeSet.load("timeouts/bounded-futures.types");
  private static final ApiSet SENDS =
      ApiSet.of(
          "org.springframework.kafka.core.KafkaOperations#send*",
          "org.apache.kafka.clients.producer.Producer#send");
  private static final ApiSet OF_REQUESTS = ApiSet.of("java.net.http.HttpClient#sendAsync");
  private static final Set<String> AFTER =
      Set.of(
          "thenApply",
          "thenAccept",
          "thenRun",
          "thenCompose",
          "thenCombine",
          "whenComplete",
          "handle",
          "exceptionally",
          "thenApplyAsync",
          "thenAcceptAsync",
          "thenRunAsync",
          "thenComposeAsync",
          "whenCompleteAsync",
          "handleAsync",
          "addListener",
          "addCallback");
  private static final Set<String> ENDING =
      Set.of("orTimeout", "completeOnTimeout", "run", "complete");
  private static final Set<String> DONE =
      Set.of("completedFuture", "failedFuture", "completedStage", "invokeAny", "immediateFuture");
  private static final Set<String> COLLECTED = Set.of("allOf", "invokeAll", "awaitTermination");
  private static final int DEEPEST = 4;
  private final SourceFile file;

  FutureState(SourceFile file) {
    this.file = file;
  }

  /** Whether {@code asked}, a call or a method reference, does not wait without a limit. */
  boolean isBounded(Invocation asked) {
    Expr future = asked.target();
    if (future == null || BOUNDED.contains(asked.receiverType()).isYes()) {
      return true;
    }
    return isAskedWhenDone(asked)
        || isAfterCollection(asked)
        || isGuarded(asked)
        || areElementsEnding(asked)
        || !(asked instanceof Expr.MethodReference) && endsItself(future, DEEPEST);
  }

  /** {@code futures.stream().map(CompletableFuture::join)} of futures that were made to end. */
  private boolean areElementsEnding(Invocation asked) {
    Expr source = elements(asked);
    while (source instanceof Expr.Call stage && stage.target() != null && !isMaking(stage)) {
      source = stage.target();
    }
    if (source instanceof Expr.Name) {
      source =
          origins(source).stream().filter(each -> isStreamOfEnding(each)).findFirst().orElse(null);
      return source != null;
    }
    return source != null && isStreamOfEnding(source);
  }

  /** The stream or collection whose elements are asked, or null. */
  private Expr elements(Invocation asked) {
    if (asked instanceof Expr.MethodReference
        && file.parent(asked) instanceof Expr.Call stage
        && stage.target() != null) {
      return stage.target();
    }
    Variable each = Bindings.of(file).declaration(asked.target()).orElse(null);
    if (each == null) {
      return null;
    }
    if (file.parent(each) instanceof Stmt.ForEach loop) {
      return loop.iterable();
    }
    return file.parent(each) instanceof Expr.Lambda work
            && file.parent(work) instanceof Expr.Call stage
        ? stage.target()
        : null;
  }

  private boolean isMaking(Expr.Call stage) {
    return stage.name().equals("map") || stage.name().equals("mapToObj");
  }

  /** Whether some stage makes each future with an end. */
  private boolean isStreamOfEnding(Expr made) {
    return file.allIn(made, Expr.Call.class).stream()
        .filter(this::isMaking)
        .flatMap(each -> each.arguments().stream())
        .filter(Expr.Lambda.class::isInstance)
        .map(Expr.Lambda.class::cast)
        .anyMatch(each -> each.body() instanceof Expr value && endsItself(value, DEEPEST));
  }

  /** Whether the future is that of a message sent. */
  boolean isSent(Invocation asked) {
    return origins(asked.target()).stream()
        .anyMatch(each -> each instanceof Expr.Call call && SENDS.matches(call).isYes());
  }

  /** Whether this runs when the future, or all of them, are done. */
  private boolean isAskedWhenDone(Invocation asked) {
    for (Node up = file.parent(asked); up != null; up = file.parent(up)) {
      if (up instanceof Expr.Lambda lambda
          && file.parent(lambda) instanceof Expr.Call call
          && AFTER.contains(call.name())) {
        return true;
      }
      if (up instanceof Decl.Method method) {
        return method.name().equals("done");
      }
    }
    return false;
  }

  /** Whether the method has waited for all of them before, which is judged there. */
  private boolean isAfterCollection(Invocation asked) {
    if (isCollection(asked.target())) {
      return false;
    }
    Decl.Method method = file.enclosing(asked, Decl.Method.class);
    return method != null
        && (isBehindItsExecutor(method, asked)
            || file.allIn(method, Expr.Call.class).stream()
                .anyMatch(
                    each ->
                        COLLECTED.contains(each.name())
                            && each.nameSpan().isBefore(asked.anchor())));
  }

  /** {@code try (var tasks = newVirtualThreadPerTaskExecutor()) {...}} ends when its tasks have. */
  private boolean isBehindItsExecutor(Decl.Method method, Invocation asked) {
    return file.allIn(method, Stmt.Try.class).stream()
        .filter(each -> each.span().isBefore(asked.span()))
        .flatMap(each -> each.resources().stream())
        .anyMatch(
            each ->
                each instanceof Stmt.Local local
                    && local.type().ref().isA("java.util.concurrent.ExecutorService").isYes());
  }

  private boolean isCollection(Expr future) {
    return origins(future).stream()
        .anyMatch(each -> each instanceof Expr.Call call && call.name().equals("allOf"));
  }

  /** Whether {@code isDone()} has been asked. */
  private boolean isGuarded(Invocation asked) {
    for (Condition each : Guards.of(file).holdingAt(asked)) {
      if (each.holds() && names(each.test(), "isDone")) {
        return true;
      }
    }
    Node statement = file.enclosing(asked, Stmt.class);
    return statement != null && names(statement, "isDone");
  }

  private boolean names(Node node, String method) {
    return file.allIn(node, Invocation.class).stream().anyMatch(each -> each.name().equals(method));
  }

  /** Whether something ends the future, or it is done. */
  private boolean endsItself(Expr future, int depth) {
    for (Expr each : origins(future)) {
      if (each instanceof Expr.Call call && (isEnding(call) || isChained(call, depth))) {
        return true;
      }
    }
    Variable variable = Bindings.of(file).declaration(future).orElse(null);
    return variable != null
        && ObjectFlow.of(file, variable).calls().stream().anyMatch(this::isEnding);
  }

  private boolean isChained(Expr.Call call, int depth) {
    boolean isPart =
        depth > 0
            && call.target() != null
            && !(call.target() instanceof Expr.TypeName)
            && endsItself(call.target(), depth - 1);
    return isPart || OF_REQUESTS.matches(call).isYes() || isTaken(call) || areEnding(call, depth);
  }

  /** {@code allOf} of futures that all end. */
  private boolean areEnding(Expr.Call call, int depth) {
    return call.name().equals("allOf")
        && depth > 0
        && !call.arguments().isEmpty()
        && call.arguments().stream().allMatch(each -> endsItself(each, depth - 1));
  }

  private boolean isEnding(Expr.Call call) {
    return ENDING.contains(call.name())
        || DONE.contains(call.name())
        || Limits.isNamed(call.name());
  }

  private static boolean isTaken(Expr.Call call) {
    return (call.name().equals("take") || call.name().equals("poll"))
        && call.receiverType().isA("java.util.concurrent.CompletionService").isYes();
  }

  /** What the future is made by: itself, or what the variable is set to. */
  private List<Expr> origins(Expr future) {
    List<Expr> found = new ArrayList<>();
    if (future == null) {
      return found;
    }
    Variable variable = Bindings.of(file).declaration(future).orElse(null);
    if (variable == null) {
      found.add(future);
      return found;
    }
    if (variable.initializer() != null) {
      found.add(variable.initializer());
    }
    Bindings.of(file).assignments(variable).forEach(each -> found.add(each.value()));
    return found;
  }
}
