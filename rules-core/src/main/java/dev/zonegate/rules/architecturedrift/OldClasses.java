package dev.zonegate.rules.architecturedrift;

import dev.zonegate.match.Bindings;
import dev.zonegate.match.Sharing;
import dev.zonegate.model.Decl;
import dev.zonegate.model.Expr;
import dev.zonegate.model.Invocation;
import dev.zonegate.model.Modifier;
import dev.zonegate.model.Node;
import dev.zonegate.model.SourceFile;
import dev.zonegate.model.Stmt;
import dev.zonegate.model.TypeNode;
import dev.zonegate.model.Variable;
import dev.zonegate.rule.Candidate;
import dev.zonegate.rule.Evidence;
import dev.zonegate.rule.Reporter;
import dev.zonegate.rule.Settler;
import dev.zonegate.rule.Severity;

/** {@code Vector}, {@code Hashtable} and their like in code that is otherwise of today. */
final class OldClasses {
  private OldClasses() {}

  /** An object of an old class. */
  record Old(String path, String type) implements Evidence {}

  static void find(SourceFile file, Reporter report) {
    if (!isOfToday(file)) {
      return;
    }
    for (Expr.New each : file.all(Expr.New.class)) {
      String type = each.created().ref().name();
      for (Generation generation : Generation.OLD_CLASSES) {
        if (generation.isOlder(type) && each.body() == null && isFree(file, each, type)) {
          report
              .candidate(
                  each,
                  ArchitectureDriftRule.OBSOLETE_API,
                  new Old(file.path(), type),
                  each.shortName(),
                  generation.newerName())
              .severity(Severity.NOTE);
        }
      }
    }
  }

  /** Whether a file uses the language as it is since Java 7 or 8. */
  private static boolean isOfToday(SourceFile file) {
    return !file.all(Expr.Lambda.class).isEmpty()
        || !file.all(Expr.MethodReference.class).isEmpty()
        || !file.all(TypeNode.Var.class).isEmpty()
        || !file.all(Expr.SwitchExpr.class).isEmpty()
        || file.all(TypeNode.Named.class).stream().anyMatch(TypeNode.Named::isDiamond);
  }

  /** Whether nothing but this file says of which class it is. */
  private static boolean isFree(SourceFile file, Expr.New made, String type) {
    Node parent = file.parent(made);
    if (parent instanceof Stmt.Return || parent instanceof Invocation) {
      return !isWanted(file, made, type);
    }
    if (!(parent instanceof Variable variable)) {
      return parent instanceof Expr.Call;
    }
    boolean isOpen =
        variable instanceof Decl.Field field
            // what all threads share may need its locks
            && (!field.modifiers().contains(Modifier.PRIVATE)
                || Sharing.evidence(file, field).isPresent());
    return !isOpen
        && Bindings.of(file).uses(variable).stream().noneMatch(use -> isWanted(file, use, type));
  }

  /** Whether a value is handed to something that asks for this class. */
  private static boolean isWanted(SourceFile file, Expr value, String type) {
    Node parent = file.parent(value);
    if (parent instanceof Stmt.Return) {
      Decl.Method method = file.enclosing(value, Decl.Method.class);
      return method == null
          || method.returnType() == null
          || method.returnType().ref().isNamed(type);
    }
    if (parent instanceof Invocation use && use.arguments().contains(value)) {
      return use.method() == null
          || use.method().parameters().stream().anyMatch(each -> each.isNamed(type));
    }
    return parent instanceof Expr.Assign || parent instanceof Stmt.Synchronized;
  }

  /** A project that does so everywhere has its reasons, or its age. */
  static void settle(Candidate candidate, Old old, Settler settler) {
    Generation generation =
        Generation.OLD_CLASSES.stream()
            .filter(each -> each.isOlder(old.type()))
            .findFirst()
            .orElseThrow();
    Habit habit = Generations.of(settler.project()).others(old.path(), false, generation);
    if (habit.breaking() == 0 || habit.isRule()) {
      settler.report(candidate);
    }
  }
}
