package dev.zonegate.match;

import dev.zonegate.model.Decl;
import dev.zonegate.model.Expr;
import dev.zonegate.model.Modifier;
import dev.zonegate.model.Node;
import dev.zonegate.model.Operators;
import dev.zonegate.model.SourceFile;
import dev.zonegate.model.Stmt;
import dev.zonegate.model.VarRef;
import dev.zonegate.model.Variable;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The values that an expression can have, where this file alone tells: literals, constant
 * variables, operators and the usual {@code String} methods over them, conditionals and switches
 * between them, variables and private methods that hold or return nothing else.
 *
 * <p>No answer means "do not know", never "not a constant".
 */
public final class Constants {
  private static final int MOST_VALUES = 32;
  private static final Set<Object> UNKNOWN = Set.of();
  private final SourceFile file;
  private final Bindings bindings;
  private final Methods methods;
  private final EnumFields enumFields;
  private final Map<Expr, Set<Object>> known = new IdentityHashMap<>();
  private final Set<Object> open = Collections.newSetFromMap(new IdentityHashMap<>());

  private Constants(SourceFile file) {
    this.file = file;
    this.bindings = Bindings.of(file);
    this.methods = Methods.of(file);
    this.enumFields = new EnumFields(file);
  }

  /** The constants of a file. */
  public static Constants of(SourceFile file) {
    return file.derived(Constants.class, Constants::new);
  }

  /** The one value that {@code expr} always has. */
  public Optional<Object> value(Expr expr) {
    Set<Object> values = values(expr);
    return values.size() == 1 ? Optional.of(values.iterator().next()) : Optional.empty();
  }

  /** The one string that {@code expr} always is. */
  public Optional<String> text(Expr expr) {
    return value(expr).filter(String.class::isInstance).map(String.class::cast);
  }

  /** Every value that {@code expr} can have; empty if some are not known. */
  public Set<Object> values(Expr expr) {
    Set<Object> values = known.get(expr);
    if (values == null) {
      if (!open.add(expr)) {
        return UNKNOWN;
      }
      values = limited(compute(expr));
      open.remove(expr);
      known.put(expr, values);
    }
    return values;
  }

  private Set<Object> compute(Expr expr) {
    if (expr instanceof Expr.Literal literal) {
      return literal.isNull() ? UNKNOWN : Set.of(literal.value());
    }
    if (expr instanceof Expr.Name name) {
      return variable(name, name.variable());
    }
    if (expr instanceof Expr.FieldAccess access) {
      return variable(access, access.variable());
    }
    if (expr instanceof Expr.Binary binary) {
      return fold(binary);
    }
    if (expr instanceof Expr.Unary unary) {
      return fold(unary);
    }
    if (expr instanceof Expr.Conditional either) {
      return union(List.of(either.then(), either.otherwise()));
    }
    if (expr instanceof Expr.SwitchExpr choice) {
      return union(Results.of(choice));
    }
    if (expr instanceof Expr.Cast cast) {
      return values(cast.operand());
    }
    if (expr instanceof Expr.Assign assign && assign.operator().equals("=")) {
      return values(assign.value());
    }
    return expr instanceof Expr.Call call ? call(call) : UNKNOWN;
  }

  private Set<Object> variable(Expr use, VarRef symbol) {
    if (symbol != null && symbol.constant() != null) {
      return Set.of(symbol.constant());
    }
    Variable variable = bindings.declaration(use).orElse(null);
    if (variable == null || !open.add(variable)) {
      return UNKNOWN;
    }
    Set<Object> values = variable(variable);
    open.remove(variable);
    return values;
  }

  private Set<Object> variable(Variable variable) {
    if (variable instanceof Decl.Field field) {
      boolean isFixed = hidesChanges(field) && bindings.isAssignedOnce(field);
      return isFixed && field.initializer() != null ? values(field.initializer()) : UNKNOWN;
    }
    if (variable instanceof Decl.Param param) {
      return bindings.isAssignedOnce(param) ? union(methods.argumentsFor(param)) : UNKNOWN;
    }
    if (variable instanceof Stmt.Local local) {
      return file.parent(local) instanceof Stmt.ForEach loop && loop.variable() == local
          ? union(Elements.listed(loop.iterable(), bindings))
          : local(local);
    }
    return UNKNOWN;
  }

  private static boolean hidesChanges(Decl.Field field) {
    return field.modifiers().contains(Modifier.FINAL)
        || field.modifiers().contains(Modifier.PRIVATE)
        || field.symbol() != null && field.symbol().isFinal();
  }

  private Set<Object> local(Stmt.Local local) {
    Set<Object> values = new LinkedHashSet<>();
    if (local.initializer() != null && !isNull(local.initializer())) {
      values.addAll(values(local.initializer()));
      if (values.isEmpty()) {
        return UNKNOWN;
      }
    }
    List<Expr.Assign> assignments = bindings.assignments(local);
    if (bindings.isCounted(local)) {
      return UNKNOWN;
    }
    for (Expr.Assign each : assignments) {
      Set<Object> assigned = each.operator().equals("=") ? values(each.value()) : UNKNOWN;
      if (assigned.isEmpty()) {
        return UNKNOWN;
      }
      values.addAll(assigned);
    }
    return values;
  }

  private static boolean isNull(Expr expr) {
    return expr instanceof Expr.Literal literal && literal.isNull();
  }

  private Set<Object> fold(Expr.Binary binary) {
    Set<Object> values = null;
    for (Expr each : Operands.of(binary, binary.operator())) {
      Set<Object> right = values(each);
      values = values == null ? right : combine(binary.operator(), values, right);
      if (values.isEmpty()) {
        return UNKNOWN;
      }
    }
    return values;
  }

  private Set<Object> fold(Expr.Unary unary) {
    Set<Object> values = new LinkedHashSet<>();
    for (Object each : values(unary.operand())) {
      Object value = Operators.unary(unary.operator(), each);
      if (value == null) {
        return UNKNOWN;
      }
      values.add(value);
    }
    return values;
  }

  private static Set<Object> combine(String operator, Set<Object> left, Set<Object> right) {
    if (left.size() * right.size() > MOST_VALUES) {
      return UNKNOWN;
    }
    Set<Object> values = new LinkedHashSet<>();
    for (Object one : left) {
      for (Object other : right) {
        Object value = Operators.binary(operator, one, other);
        if (value == null) {
          return UNKNOWN;
        }
        values.add(value);
      }
    }
    return values;
  }

  private Set<Object> call(Expr.Call call) {
    Set<Object> fromEnum = enumFields.values(call, this);
    if (!fromEnum.isEmpty()) {
      return fromEnum;
    }
    Set<Object> folded = StringCalls.fold(call, this);
    if (!folded.isEmpty()) {
      return folded;
    }
    Decl.Method method = methods.declaration(call).orElse(null);
    if (method == null || !cannotBeOverridden(method) || !open.add(method)) {
      return UNKNOWN;
    }
    Set<Object> values = union(methods.returned(method));
    open.remove(method);
    return values;
  }

  /** Whether no subclass can replace a method. */
  public boolean cannotBeOverridden(Decl.Method method) {
    Node owner = file.parent(method);
    return method.modifiers().contains(Modifier.PRIVATE)
        || method.modifiers().contains(Modifier.STATIC)
        || method.modifiers().contains(Modifier.FINAL)
        || owner instanceof Decl.Type type && type.modifiers().contains(Modifier.FINAL);
  }

  private Set<Object> union(List<Expr> alternatives) {
    Set<Object> values = new LinkedHashSet<>();
    for (Expr each : alternatives) {
      Set<Object> some = values(each);
      if (some.isEmpty()) {
        return UNKNOWN;
      }
      values.addAll(some);
    }
    return values;
  }

  private static Set<Object> limited(Set<Object> values) {
    return values.size() > MOST_VALUES ? UNKNOWN : values;
  }
}
