package dev.zonegate.match.flow;

import dev.zonegate.model.Decl;
import dev.zonegate.model.Expr;
import dev.zonegate.model.Invocation;
import dev.zonegate.model.MethodRef;
import dev.zonegate.model.Node;
import dev.zonegate.model.SourceFile;
import dev.zonegate.model.Stmt;
import dev.zonegate.model.TypeRef;
import dev.zonegate.model.Variable;
import java.util.List;
import java.util.Set;

/** Where the language takes a primitive out of a wrapper, which fails on null. */
public final class Unboxing {
  private static final Set<String> WRAPPERS =
      Set.of(
          "java.lang.Boolean",
          "java.lang.Byte",
          "java.lang.Short",
          "java.lang.Character",
          "java.lang.Integer",
          "java.lang.Long",
          "java.lang.Float",
          "java.lang.Double");

  private Unboxing() {}

  /** Whether {@code type} is a wrapper of a primitive type. */
  public static boolean isWrapper(TypeRef type) {
    return WRAPPERS.contains(type.name());
  }

  /** Whether {@code value}, a wrapper, is unboxed right where it stands. */
  public static boolean isUnboxed(SourceFile file, Expr value) {
    if (!isWrapper(value.type())) {
      return false;
    }
    Node parent = file.parent(value);
    if (parent instanceof Expr.Binary binary) {
      return operand(binary, value);
    }
    if (parent instanceof Expr.Assign assign) {
      return assign.value() == value && assign.assigned().type().isPrimitive()
          || !assign.operator().equals("=") && !isText(assign.type());
    }
    if (parent instanceof Expr.Conditional either) {
      return either.condition() == value || either.type().isPrimitive();
    }
    if (parent instanceof Variable variable) {
      return variable.initializer() == value
          && variable.type() != null
          && variable.type().ref().isPrimitive();
    }
    if (parent instanceof Stmt.Return) {
      Decl.Method method = file.enclosing(parent, Decl.Method.class);
      return file.enclosing(parent, Expr.Lambda.class) == null
          && method != null
          && method.returnType() != null
          && method.returnType().ref().isPrimitive();
    }
    if (parent instanceof Invocation use) {
      return isPrimitiveParameter(use, value);
    }
    return isOperandOrTest(parent, value);
  }

  private static boolean isOperandOrTest(Node parent, Expr value) {
    return parent instanceof Expr.Unary
        || parent instanceof Expr.Cast cast && cast.type().isPrimitive()
        || parent instanceof Expr.Index index && index.index() == value
        || parent instanceof Stmt.If choice && choice.condition() == value
        || parent instanceof Stmt.While loop && loop.condition() == value
        || parent instanceof Stmt.DoWhile repeat && repeat.condition() == value
        || parent instanceof Stmt.For each && each.condition() == value;
  }

  private static boolean operand(Expr.Binary binary, Expr value) {
    Expr other = binary.left() == value ? binary.right() : binary.left();
    if (binary.operator().equals("==") || binary.operator().equals("!=")) {
      return other.type().isPrimitive() && !other.type().isNamed("null");
    }
    return !binary.operator().equals("+") || !isText(binary.type()) && binary.type().isPrimitive();
  }

  private static boolean isText(TypeRef type) {
    return type.isNamed("java.lang.String") || type.isUnknown();
  }

  private static boolean isPrimitiveParameter(Invocation use, Expr value) {
    MethodRef method = use.method();
    int index = -1;
    for (int i = 0; i < use.arguments().size(); i++) {
      index = use.arguments().get(i) == value ? i : index;
    }
    List<TypeRef> parameters = method == null ? List.of() : method.parameters();
    return index >= 0 && index < parameters.size() && parameters.get(index).isPrimitive();
  }
}
