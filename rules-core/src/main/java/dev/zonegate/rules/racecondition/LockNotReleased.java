package dev.zonegate.rules.racecondition;

import dev.zonegate.match.Api;
import dev.zonegate.match.ApiSet;
import dev.zonegate.match.Bindings;
import dev.zonegate.match.Discarded;
import dev.zonegate.match.Same;
import dev.zonegate.model.Decl;
import dev.zonegate.model.Expr;
import dev.zonegate.model.Invocation;
import dev.zonegate.model.Node;
import dev.zonegate.model.SourceFile;
import dev.zonegate.model.Stmt;
import dev.zonegate.model.Variable;
import dev.zonegate.rule.Report;
import dev.zonegate.rule.Reporter;
import dev.zonegate.rule.Severity;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Finds locks that stay taken when something goes wrong, or that were never got. */
final class LockNotReleased {
  private static final ApiSet LOCKS = ApiSet.load("concurrency/locks.api");
  private static final ApiSet TRIES = ApiSet.load("concurrency/try-locks.api");
  private static final Pattern BY_DESIGN =
      Pattern.compile("(?i)(acquire|lock|enter|begin|open|take|obtain|hold|start|await|wait).*");

  private LockNotReleased() {}

  static void find(SourceFile file, Reporter report) {
    for (Expr.Call call : file.all(Expr.Call.class)) {
      Optional<Api> lock = LOCKS.find(call);
      if (lock.isPresent() && file.parent(call) instanceof Stmt.Expression) {
        check(file, call, lock.get().attributes().get("release"), report);
      }
    }
    for (Expr.Call call : TRIES.callsIn(file)) {
      if (TRIES.matches(call).isYes() && !(file.parent(call) instanceof Stmt.Expression)) {
        String release = call.name().equals("tryLock") ? "unlock" : "release";
        if (!releases(file, call, release).isEmpty()) {
          check(file, call, release, report);
        }
      }
    }
    for (Expr.Call call : Discarded.calls(file)) {
      if (TRIES.matches(call).isYes()) {
        report.at(
            call,
            RaceConditionRule.LOCK_NOT_RELEASED,
            call.shortName(),
            "may not get the lock, and the work goes on without it");
      }
    }
  }

  private static void check(SourceFile file, Expr.Call lock, String release, Reporter report) {
    List<Expr.Call> releases = releases(file, lock, release);
    Node routine = routine(file, lock);
    List<Expr.Call> here = releases.stream().filter(each -> isIn(file, each, routine)).toList();
    if (releases.isEmpty()) {
      if (isKeptHere(file, lock)) {
        found(report, lock, "is never released");
      }
    } else if (leavesBetween(file, lock, here)) {
      found(report, lock, "stays taken when the method is left before it is released");
    } else if (!here.isEmpty() && here.stream().noneMatch(each -> isSafe(file, each, routine))) {
      Optional<Invocation> failing = fails(file, lock, here.get(0));
      if (failing.isPresent()) {
        found(report, lock, "is not released when `" + failing.get().shortName() + "` throws");
      } else if (worksBetween(file, lock, here.get(0))) {
        found(report, lock, "is not released in a `finally`").severity(Severity.NOTE);
      }
    }
  }

  private static Report found(Reporter report, Expr.Call lock, String fault) {
    return report.at(lock, RaceConditionRule.LOCK_NOT_RELEASED, lock.shortName(), fault);
  }

  /** {@code lock.lock(); if (isDone) { return; } try ... finally lock.unlock()}. */
  private static boolean leavesBetween(SourceFile file, Expr.Call lock, List<Expr.Call> releases) {
    if (!(file.parent(lock) instanceof Stmt.Expression taking)
        || !(file.parent(taking) instanceof Stmt.Block block)) {
      return false;
    }
    for (Stmt next : block.statements()) {
      if (!taking.span().isBefore(next.span())) {
        continue;
      }
      if (releases.stream().anyMatch(each -> next.span().contains(each.span()))) {
        return false;
      }
      boolean isLeft =
          file.allIn(next, Stmt.class).stream()
              .filter(each -> each instanceof Stmt.Return || each instanceof Stmt.Throw)
              .anyMatch(each -> routine(file, each) == routine(file, lock));
      if (isLeft) {
        return !releases.isEmpty();
      }
    }
    return false;
  }

  private static boolean worksBetween(SourceFile file, Expr.Call lock, Expr.Call release) {
    return file.enclosing(lock, Stmt.Block.class).statements().stream()
        .anyMatch(
            each -> lock.span().isBefore(each.span()) && each.span().isBefore(release.span()));
  }

  private static List<Expr.Call> releases(SourceFile file, Expr.Call lock, String release) {
    return file.all(Expr.Call.class).stream()
        .filter(each -> each.name().startsWith(release) && Same.are(lock.target(), each.target()))
        .toList();
  }

  /** Released in a {@code finally}, or by whoever finishes the work. */
  private static boolean isSafe(SourceFile file, Expr.Call release, Node routine) {
    Node child = release;
    for (Node up = file.parent(child); up != null && child != routine; up = file.parent(up)) {
      if (up instanceof Stmt.Try attempt && attempt.finallyBlock() == child) {
        return true;
      }
      if (up instanceof Expr.Lambda && up != routine) {
        return true;
      }
      child = up;
    }
    return false;
  }

  /** The first call between taking and releasing, which may throw. */
  private static Optional<Invocation> fails(SourceFile file, Expr.Call lock, Expr.Call release) {
    return file.all(Invocation.class).stream()
        .filter(each -> lock.span().isBefore(each.span()) && each.span().isBefore(release.span()))
        .filter(each -> each.target() == null || !Same.are(each.target(), lock.target()))
        .filter(each -> !release.span().contains(each.span()))
        .findFirst();
  }

  /** Whether nobody else can release it: a private field, or a local that is not passed on. */
  private static boolean isKeptHere(SourceFile file, Expr.Call lock) {
    Decl.Method method = file.enclosing(lock, Decl.Method.class);
    Expr root = lock.target();
    while (root instanceof Expr.Call getter && getter.target() != null) {
      root = getter.target();
    }
    Variable variable = root == null ? null : Bindings.of(file).declaration(root).orElse(null);
    boolean isOwn =
        variable instanceof Decl.Field field
                && field.modifiers().contains(dev.zonegate.model.Modifier.PRIVATE)
            || variable instanceof Stmt.Local;
    return isOwn
        && method != null
        && !BY_DESIGN.matcher(method.name()).matches()
        && Bindings.of(file).uses(variable).stream().allMatch(use -> isTarget(file, use));
  }

  private static boolean isTarget(SourceFile file, Expr use) {
    Node parent = file.parent(use);
    return parent instanceof Expr.Call call && call.target() == use
        || parent instanceof Expr.Assign assign && assign.assigned() == use;
  }

  private static Node routine(SourceFile file, Node node) {
    for (Node up = file.parent(node); up != null; up = file.parent(up)) {
      if (up instanceof Decl.Method
          || up instanceof Expr.Lambda
          || up instanceof Decl.Initializer) {
        return up;
      }
    }
    return null;
  }

  private static boolean isIn(SourceFile file, Node node, Node around) {
    for (Node up = file.parent(node); up != null; up = file.parent(up)) {
      if (up == around) {
        return true;
      }
    }
    return false;
  }
}
