package dev.zonegate.rules.missingtimeout;

import dev.zonegate.match.Api;
import dev.zonegate.match.ApiSet;
import dev.zonegate.match.Bindings;
import dev.zonegate.match.Following;
import dev.zonegate.model.Decl;
import dev.zonegate.model.Expr;
import dev.zonegate.model.Invocation;
import dev.zonegate.model.Modifier;
import dev.zonegate.model.Node;
import dev.zonegate.model.SourceFile;
import dev.zonegate.model.Variable;
import dev.zonegate.rule.Report;
import dev.zonegate.rule.Reporter;
import dev.zonegate.rule.Severity;
import java.util.Map;
import java.util.Set;

/** Finds waits for another thread, process or machine that nothing ends. */
final class UnboundedWait {
  private static final ApiSet WAITS = ApiSet.load("timeouts/waits.api");
  private static final ApiSet REMOTE_LOCKS =
      ApiSet.of(
          "org.springframework.integration.support.locks.LockRegistry#obtain",
          "org.redisson.api.RedissonClient#getLock",
          "org.redisson.api.RedissonClient#getFairLock");
  private static final Map<String, String> SAYS =
      Map.of(
          "future", "for ever if its task hangs",
          "sent", "up to `delivery.timeout.ms`, two minutes by default",
          "latch", "for ever if one count is missed",
          "queue", "for ever if nothing comes",
          "monitor", "for ever if no signal comes",
          "permit", "for ever if no permit comes back",
          "process", "for ever if the process hangs",
          "thread", "for ever if the thread hangs",
          "tasks", "for ever if one task hangs",
          "lock", "for ever if the lock is not released");
  private static final Set<String> OF_WORKERS = Set.of("queue", "monitor", "permit");
  private static final Set<String> AT_THE_TOP = Set.of("latch", "thread", "future");
  private final SourceFile file;
  private final FutureState futures;

  private UnboundedWait(SourceFile file) {
    this.file = file;
    this.futures = new FutureState(file);
  }

  static void find(SourceFile file, Reporter report) {
    UnboundedWait search = new UnboundedWait(file);
    for (Invocation use : file.all(Invocation.class)) {
      String kind = search.kind(use);
      if (kind != null && !search.isExcused(use, kind)) {
        search.report(use, kind, report);
      }
    }
  }

  private void report(Invocation use, String kind, Reporter report) {
    boolean isSent = kind.equals("future") && futures.isSent(use);
    Report found =
        report.at(
            use,
            MissingTimeoutRule.UNBOUNDED_WAIT,
            use.shortName(),
            SAYS.get(isSent ? "sent" : kind));
    if (kind.equals("monitor")) {
      found.severity(Severity.NOTE);
    }
  }

  private String kind(Invocation use) {
    Api api = WAITS.find(use).orElse(null);
    if (api != null) {
      return api.attributes().get("kind");
    }
    boolean isLock = use.name().equals("lock") && use.arguments().isEmpty() && use.target() != null;
    return isLock && isRemoteLock(use.target()) ? "lock" : null;
  }

  private boolean isRemoteLock(Expr lock) {
    if (lock instanceof Expr.Call call) {
      return REMOTE_LOCKS.matches(call).isYes();
    }
    return Bindings.of(file)
        .declaration(lock)
        .map(Variable::initializer)
        .filter(it -> it instanceof Expr.Call call && REMOTE_LOCKS.matches(call).isYes())
        .isPresent();
  }

  private boolean isExcused(Invocation use, String kind) {
    if (isDelegation(use)) {
      return true;
    }
    if (AT_THE_TOP.contains(kind) && isInMain(use)) {
      return true;
    }
    return switch (kind) {
      case "future" -> futures.isBounded(use);
      case "process" -> isDestroyed(use);
      case "tasks" -> false;
      default -> OF_WORKERS.contains(kind) && isInWorker(use);
    };
  }

  /** Whether the method around is the same wait under the same name, of a wrapper. */
  private boolean isDelegation(Invocation use) {
    Decl.Method method = file.enclosing(use, Decl.Method.class);
    return method != null
        && method.name().equals(use.name())
        && method.params().size() == use.arguments().size()
        && !method.modifiers().contains(Modifier.PRIVATE);
  }

  private boolean isInMain(Invocation use) {
    Decl.Method method = file.enclosing(use, Decl.Method.class);
    if (method == null) {
      return false;
    }
    boolean isMain = method.name().equals("main") && method.modifiers().contains(Modifier.STATIC);
    Decl.Type type = file.enclosing(method, Decl.Type.class);
    boolean isRunner =
        type != null
            && type.ref()
                .isAnyOf(
                    "org.springframework.boot.CommandLineRunner",
                    "org.springframework.boot.ApplicationRunner")
                .isYes();
    return isMain || isRunner && method.name().equals("run");
  }

  /** Whether a loop or a task of its own thread waits: that is what it is there for. */
  private boolean isInWorker(Invocation use) {
    for (Node up = file.parent(use); up != null; up = file.parent(up)) {
      boolean isTask =
          up instanceof Expr.Lambda lambda
              && lambda
                  .type()
                  .isAnyOf("java.lang.Runnable", "java.util.concurrent.Callable")
                  .isYes();
      boolean isRun =
          up instanceof Decl.Method method
              && (method.name().matches("run|call|loop|consume.*|process(Loop|Queue).*|work"));
      if (isRun
          || isTask
          || Following.isLoop(up) && !use.name().startsWith("acquire") && !isMonitor(use)) {
        return true;
      }
      if (up instanceof Decl.Type) {
        return false;
      }
    }
    return false;
  }

  private static boolean isMonitor(Invocation use) {
    return use.name().equals("wait") || use.name().equals("await");
  }

  /** Whether the process has been told to end before. */
  private boolean isDestroyed(Invocation use) {
    Decl.Method method = file.enclosing(use, Decl.Method.class);
    return method != null
        && file.allIn(method, Expr.Call.class).stream()
            .filter(each -> each.span().isBefore(use.span()))
            .anyMatch(each -> each.name().startsWith("destroy"));
  }
}
