package dev.zonegate.rules.missingstate;

import dev.zonegate.match.Bindings;
import dev.zonegate.model.Decl;
import dev.zonegate.model.Expr;
import dev.zonegate.model.Modifier;
import dev.zonegate.model.Node;
import dev.zonegate.model.SourceFile;
import dev.zonegate.model.Stmt;
import dev.zonegate.model.TypeRef;
import dev.zonegate.model.Variable;
import java.util.Set;

/** Whether the program itself made a text, in a form that it knows, or somebody else did. */
final class TextOrigin {
  private static final Set<String> KEYS = Set.of("keySet", "values", "entrySet");

  private TextOrigin() {}

  static boolean isOwn(SourceFile file, Expr text) {
    if (text instanceof Expr.Call call) {
      return isOfProject(file, call);
    }
    Variable variable = Bindings.of(file).declaration(text).orElse(null);
    if (variable == null || variable instanceof Decl.Field) {
      return text instanceof Expr.FieldAccess || variable != null;
    }
    Node around = file.parent(variable);
    if (around instanceof Decl.Method method) {
      return method.modifiers().contains(Modifier.PRIVATE);
    }
    if (around instanceof Stmt.ForEach loop) {
      return loop.iterable() instanceof Expr.Call keys && KEYS.contains(keys.name())
          || isOwn(file, loop.iterable());
    }
    Expr value = variable.initializer();
    return variable instanceof Stmt.Local
        && value != null
        && Bindings.of(file).isAssignedOnce(variable)
        && isOwn(file, value);
  }

  /** What a method of the program gives, or an object writes of itself. */
  private static boolean isOfProject(SourceFile file, Expr.Call call) {
    if (call.target() == null || call.target() instanceof Expr.This) {
      return true;
    }
    return call.name().equals("toString") || isOfProject(file, call.receiverType());
  }

  private static boolean isOfProject(SourceFile file, TypeRef type) {
    String[] parts = file.unit().packageName().split("\\.");
    return parts.length > 1 && type.name().startsWith(parts[0] + "." + parts[1] + ".");
  }
}
