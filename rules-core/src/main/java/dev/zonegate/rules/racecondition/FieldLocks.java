package dev.zonegate.rules.racecondition;

import dev.zonegate.match.Same;
import dev.zonegate.model.Decl;
import dev.zonegate.model.Expr;
import dev.zonegate.model.Modifier;
import dev.zonegate.model.Node;
import dev.zonegate.model.SourceFile;
import dev.zonegate.model.Stmt;
import dev.zonegate.rule.Reporter;
import java.util.ArrayList;
import java.util.List;

/** Finds fields that several locks guard, and static ones that the lock of an object guards. */
final class FieldLocks {
  /**
   * A lock that is held at a change.
   *
   * @param lock what is locked; null for the object itself
   * @param isOfClass whether it is the class of a static method
   */
  private record Held(Node at, Expr lock, boolean isOfClass) {
    boolean isObject() {
      return !isOfClass && (lock == null || lock instanceof Expr.This);
    }

    boolean isSame(Held other) {
      return isOfClass == other.isOfClass && Same.are(lock, other.lock);
    }
  }

  private FieldLocks() {}

  static void find(SourceFile file, Reporter report) {
    for (Decl.Field each : file.all(Decl.Field.class)) {
      SharedField field = new SharedField(file, each);
      List<Held> locks = locks(field);
      if (locks == null || isDocumented(each)) {
        continue;
      }
      if (field.isStatic()) {
        checkStatic(field, locks, report);
      } else {
        checkSame(field, locks, report);
      }
    }
  }

  /** The locks of its assignments; null if some have none, or several. */
  private static List<Held> locks(SharedField field) {
    List<Held> locks = new ArrayList<>();
    for (Expr use : field.assigning()) {
      if (!Startup.isPartOf(field.file(), use)) {
        Held held = held(field.file(), use);
        if (held == null) {
          return null;
        }
        locks.add(held);
      }
    }
    return locks;
  }

  private static Held held(SourceFile file, Expr use) {
    Held found = null;
    Node child = use;
    for (Node up = file.parent(child); up != null; child = up, up = file.parent(up)) {
      if (up instanceof Expr.Lambda || up instanceof Decl.Body) {
        return null;
      }
      if (up instanceof Stmt.Synchronized block && child == block.body()) {
        if (found != null) {
          return null;
        }
        found = new Held(use, block.lock(), false);
      }
      if (up instanceof Decl.Method method) {
        boolean isLocked = method.modifiers().contains(Modifier.SYNCHRONIZED);
        boolean isOfClass = method.modifiers().contains(Modifier.STATIC);
        return isLocked && found == null ? new Held(use, null, isOfClass) : isLocked ? null : found;
      }
    }
    return null;
  }

  private static void checkStatic(SharedField field, List<Held> locks, Reporter report) {
    boolean isOnlyObject = field.isOfSingleton() || isSelf(field);
    for (Held each : locks) {
      if (each.isObject() && !isOnlyObject) {
        report.at(
            each.at(),
            RaceConditionRule.WRONG_LOCK,
            "one object",
            "does not guard the static `" + field.field().name() + "`");
        return;
      }
    }
  }

  /** Whether its class keeps its one object itself. */
  private static boolean isSelf(SharedField field) {
    Decl.Type owner = field.owner();
    return owner == null
        || owner.members().stream()
            .anyMatch(
                each ->
                    each instanceof Decl.Field one
                        && one.modifiers().contains(Modifier.STATIC)
                        && one.type().ref().name().equals(owner.qualifiedName()));
  }

  private static void checkSame(SharedField field, List<Held> locks, Reporter report) {
    for (int i = 1; i < locks.size(); i++) {
      Held first = locks.get(0);
      Held other = locks.get(i);
      if (!first.isSame(other) && isKnown(first) && isKnown(other)) {
        report.at(
            other.at(),
            RaceConditionRule.WRONG_LOCK,
            "another lock",
            "lets threads change `" + field.field().name() + "` at once");
        return;
      }
    }
  }

  private static boolean isKnown(Held held) {
    return held.lock() == null
        || held.lock() instanceof Expr.This
        || held.lock() instanceof Expr.Name
        || held.lock() instanceof Expr.FieldAccess access && access.target() instanceof Expr.This;
  }

  private static boolean isDocumented(Decl.Field field) {
    return field.annotations().stream().anyMatch(each -> each.name().endsWith("GuardedBy"));
  }
}
