package dev.zonegate.rules.naiveretry;

import dev.zonegate.match.Following;
import dev.zonegate.match.Methods;
import dev.zonegate.match.Pauses;
import dev.zonegate.match.RetryLoop;
import dev.zonegate.match.TypeSet;
import dev.zonegate.model.Decl;
import dev.zonegate.model.Expr;
import dev.zonegate.model.Modifier;
import dev.zonegate.model.Node;
import dev.zonegate.model.SourceFile;
import dev.zonegate.model.Stmt;
import dev.zonegate.rule.Reporter;
import java.util.Set;

/** Finds sleeps that hold a thread which others need. */
final class BlockingSleep {
  private static final TypeSet HANDLERS = TypeSet.load("timeouts/handlers.types");
  private static final TypeSet CONTROLLERS = TypeSet.load("web/controllers.types");
  private static final TypeSet COMPONENTS = TypeSet.load("timeouts/components.types");
  private static final TypeSet SCHEDULED =
      TypeSet.of("org.springframework.scheduling.annotation.Scheduled");
  private static final Set<String> VIRTUAL =
      Set.of("newVirtualThreadPerTaskExecutor", "ofVirtual", "startVirtualThread");
  private static final Set<String> OWN_THREAD = Set.of("submit", "execute", "start", "runAsync");
  private final SourceFile file;
  private final boolean hasVirtualThreads;

  private BlockingSleep(SourceFile file) {
    this.file = file;
    this.hasVirtualThreads =
        file.all(Expr.Call.class).stream().anyMatch(each -> VIRTUAL.contains(each.name()));
  }

  static void find(SourceFile file, Reporter report) {
    BlockingSleep search = new BlockingSleep(file);
    for (Expr.Call call : file.all(Expr.Call.class)) {
      if (Pauses.isSleep(call) && !search.isRetryPause(call)) {
        String held = search.held(call);
        if (held != null) {
          report.at(call, NaiveRetryRule.BLOCKING_SLEEP, call.shortName(), held);
        }
      }
    }
  }

  private boolean isRetryPause(Expr.Call call) {
    return RetryLoop.in(file).stream().anyMatch(each -> each.loop().span().contains(call.span()));
  }

  /** What the sleep holds, or null if that is its own. */
  private String held(Expr.Call call) {
    boolean isLocked = false;
    for (Node up = file.parent(call); up != null; up = file.parent(up)) {
      if (up instanceof Expr.New made && made.type().isA("java.lang.Thread").isYes()) {
        return null;
      }
      if (up instanceof Expr.Lambda lambda && file.parent(lambda) instanceof Expr.Call around) {
        if (around.receiverType().isA("org.reactivestreams.Publisher").isYes()) {
          return "a thread of the event loop";
        }
        if (OWN_THREAD.contains(around.name())) {
          return null;
        }
      }
      isLocked |= up instanceof Stmt.Synchronized;
      if (up instanceof Decl.Method method) {
        isLocked |= method.modifiers().contains(Modifier.SYNCHRONIZED);
        return isLocked && hasVirtualThreads ? "a lock and its carrier thread" : held(call, method);
      }
    }
    return null;
  }

  private String held(Expr.Call call, Decl.Method method) {
    Decl.Type type = file.enclosing(method, Decl.Type.class);
    if (type == null || type.name().matches("(?is).*(rate|limit|throttl|simulat|demo|mock).*")) {
      return null;
    }
    if (isHandler(method, type) || isCalledByHandler(method, type)) {
      return "a request thread";
    }
    if (SCHEDULED.annotationIn(method.annotations()) != null) {
      return "the scheduler's thread";
    }
    boolean isPolling =
        COMPONENTS.annotationIn(type.annotations()) != null
            && method.modifiers().contains(Modifier.PUBLIC)
            && isWaitLoop(call);
    return isPolling ? "the caller's thread" : null;
  }

  private static boolean isHandler(Decl.Method method, Decl.Type type) {
    return HANDLERS.annotationIn(method.annotations()) != null
        || !method.isConstructor()
            && CONTROLLERS.annotationIn(type.annotations()) != null
            && method.modifiers().contains(Modifier.PUBLIC);
  }

  private boolean isCalledByHandler(Decl.Method method, Decl.Type type) {
    return Methods.of(file).calls(method).stream()
        .map(each -> file.enclosing(each, Decl.Method.class))
        .anyMatch(each -> each != null && each != method && isHandler(each, type));
  }

  /** {@code while (!job.isDone()) Thread.sleep(100);}. */
  private boolean isWaitLoop(Expr.Call call) {
    for (Node up = file.parent(call); up != null && !(up instanceof Decl); up = file.parent(up)) {
      boolean isAsking =
          up instanceof Stmt.While loop && asks(loop.condition())
              || up instanceof Stmt.DoWhile again && asks(again.condition());
      if (isAsking) {
        return true;
      }
      if (Following.isLoop(up)) {
        return !file.allIn(up, Stmt.If.class).isEmpty();
      }
    }
    return false;
  }

  private boolean asks(Expr condition) {
    return !file.allIn(condition, Expr.Call.class).isEmpty();
  }
}
