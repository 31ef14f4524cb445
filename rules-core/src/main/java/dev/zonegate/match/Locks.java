package dev.zonegate.match;

import dev.zonegate.model.Annotation;
import dev.zonegate.model.Decl;
import dev.zonegate.model.Expr;
import dev.zonegate.model.Invocation;
import dev.zonegate.model.Modifier;
import dev.zonegate.model.Node;
import dev.zonegate.model.SourceFile;
import dev.zonegate.model.Stmt;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Whether a lock is held where something runs, of whatever kind. */
public final class Locks {
  private static final Set<String> TAKING =
      Set.of("lock", "locked", "locking", "acquire", "synchronized");
  private static final Set<String> ASKING = Set.of("is", "has", "get", "set", "add");
  private static final Set<String> GIVING = Set.of("unlock", "release", "relinquish");
  private static final Pattern SAYS_SO =
      Pattern.compile("(?i).*(locked|underLock|withLock|holdingLock|synchronized|guardedBy)");
  private static final Pattern ANNOTATION =
      Pattern.compile(
          "(.*\\.)?(\\w*Lock|Locked|Synchronized|\\w*GuardedBy|SchedulerLock|Lock4j|Idempotent)");
  private static final int DEEPEST = 3;
  private final SourceFile file;

  private Locks(SourceFile file) {
    this.file = file;
  }

  /** The locks of a file. */
  public static Locks of(SourceFile file) {
    return file.derived(Locks.class, Locks::new);
  }

  /** Whether some lock is held when {@code node} runs, in its method or in all its callers here. */
  public boolean isHeldAt(Node node) {
    return isHeldAt(node, DEEPEST);
  }

  /** Whether a name or an annotation says that the method runs under a lock. */
  public static boolean isSaidBy(Decl.Method method) {
    return method.modifiers().contains(Modifier.SYNCHRONIZED)
        || SAYS_SO.matcher(method.name()).matches()
        || method.annotations().stream().anyMatch(Locks::isLocking);
  }

  private boolean isHeldAt(Node node, int depth) {
    if (isTakenBefore(node)) {
      return true;
    }
    Node child = node;
    for (Node up = file.parent(child); up != null; child = up, up = file.parent(up)) {
      if (up instanceof Decl.Method method) {
        return isSaidBy(method) || isHeldByCallers(method, depth);
      }
      if (up instanceof Expr.Lambda work && HandOver.of(file, work).isPresent()) {
        return false;
      }
      if (up instanceof Stmt.Synchronized block && block.body() == child
          || up instanceof Expr.Call call && call.target() != child && takes(call)
          || up instanceof Stmt.Try attempt && takesLock(attempt)) {
        return true;
      }
    }
    return false;
  }

  private boolean isHeldByCallers(Decl.Method method, int depth) {
    if (depth == 0 || !method.modifiers().contains(Modifier.PRIVATE)) {
      return false;
    }
    List<Invocation> calls = Methods.of(file).calls(method);
    return !calls.isEmpty() && calls.stream().allMatch(each -> isHeldAt(each, depth - 1));
  }

  private boolean isTakenBefore(Node node) {
    Expr.Call last = null;
    for (Stmt before : Guards.of(file).completedBefore(node)) {
      for (Expr.Call call : file.allIn(before, Expr.Call.class)) {
        boolean isLast = last == null || last.span().isBefore(call.span());
        if (isLast && (takes(call) || gives(call))) {
          last = call;
        }
      }
    }
    return last != null && takes(last)
        || Guards.of(file).holdingAt(node).stream()
            .anyMatch(each -> each.holds() && each.test() instanceof Expr.Call c && takes(c));
  }

  private boolean takesLock(Stmt.Try attempt) {
    return attempt.resources().stream()
        .anyMatch(
            each ->
                file.allIn(each, Expr.Call.class).stream().anyMatch(Locks::takes)
                    || each instanceof Stmt.Local local && Words.of(local.name()).contains("lock"));
  }

  private static boolean takes(Expr.Call call) {
    List<String> words = Words.of(call.name());
    return words.stream().anyMatch(TAKING::contains)
        && !ASKING.contains(words.get(0))
        && !gives(call);
  }

  private static boolean gives(Expr.Call call) {
    return Words.of(call.name()).stream().anyMatch(GIVING::contains);
  }

  private static boolean isLocking(Annotation annotation) {
    return ANNOTATION.matcher(annotation.name()).matches();
  }
}
