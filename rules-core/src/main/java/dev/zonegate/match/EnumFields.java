package dev.zonegate.match;

import dev.zonegate.model.Decl;
import dev.zonegate.model.Expr;
import dev.zonegate.model.SourceFile;
import dev.zonegate.model.Stmt;
import dev.zonegate.model.TypeShape;
import dev.zonegate.model.VarRef;
import dev.zonegate.model.Variable;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What the getters of this file's enums can return, where its constants are built of literals. */
final class EnumFields {
  private final SourceFile file;
  private final List<Decl.Type> enums;

  EnumFields(SourceFile file) {
    this.file = file;
    this.enums =
        file.all(Decl.Type.class).stream()
            .filter(type -> type.kind() == TypeShape.Kind.ENUM)
            .toList();
  }

  /** The values of {@code SORT.column()} or {@code sort.column()}; empty if not known. */
  Set<Object> values(Expr.Call call, Constants constants) {
    if (enums.isEmpty() || call.target() == null || !call.arguments().isEmpty()) {
      return Set.of();
    }
    Decl.Type owner = enumCalled(call.receiverType().name()).orElse(null);
    if (owner == null) {
      return Set.of();
    }
    int index = parameterBehind(owner, call.name());
    Set<Object> values = new LinkedHashSet<>();
    for (Decl member : owner.members()) {
      if (member instanceof Decl.EnumConstant constant && mayBe(call.target(), constant)) {
        Set<Object> some =
            index < 0 || constant.arguments().size() <= index
                ? Set.of()
                : constants.values(constant.arguments().get(index));
        if (some.isEmpty()) {
          return Set.of();
        }
        values.addAll(some);
      }
    }
    return values;
  }

  private Optional<Decl.Type> enumCalled(String name) {
    return enums.stream().filter(type -> type.qualifiedName().equals(name)).findFirst();
  }

  private static boolean mayBe(Expr target, Decl.EnumConstant constant) {
    VarRef named =
        target instanceof Expr.Name name
            ? name.variable()
            : target instanceof Expr.FieldAccess access ? access.variable() : null;
    return named == null
        || named.kind() != VarRef.Kind.ENUM_CONSTANT
        || named.name().equals(constant.name());
  }

  /** The constructor parameter that the getter returns; -1 if that is not plain. */
  private int parameterBehind(Decl.Type owner, String getter) {
    Bindings bindings = Bindings.of(file);
    for (Decl member : owner.members()) {
      if (member instanceof Decl.Method method && method.name().equals(getter)) {
        List<Expr> returned = Methods.of(file).returned(method);
        return returned.size() == 1
            ? bindings.declaration(returned.get(0)).map(it -> assignedFrom(it)).orElse(-1)
            : -1;
      }
    }
    return -1;
  }

  private int assignedFrom(Variable field) {
    Bindings bindings = Bindings.of(file);
    List<Expr.Assign> assignments = bindings.assignments(field);
    if (assignments.size() != 1) {
      return -1;
    }
    Variable source = bindings.declaration(assignments.get(0).value()).orElse(null);
    return source != null
            && file.parent(source) instanceof Decl.Method method
            && method.isConstructor()
            && file.enclosing(assignments.get(0), Stmt.If.class) == null
        ? method.params().indexOf(source)
        : -1;
  }
}
