package dev.zonegate.match;

import dev.zonegate.model.Decl;
import dev.zonegate.model.Expr;
import dev.zonegate.model.Node;
import dev.zonegate.model.SourceFile;
import dev.zonegate.model.Stmt;
import dev.zonegate.model.VarRef;
import dev.zonegate.model.Variable;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Which declaration in this file each name means, by lexical scope, and where each is used. */
public final class Bindings {
  private final SourceFile file;
  private final Map<Expr, Variable> declarations = new IdentityHashMap<>();
  private final Map<Variable, List<Expr>> uses = new IdentityHashMap<>();
  private final Map<Variable, List<Expr.Assign>> assignments = new IdentityHashMap<>();
  private final Map<String, Variable> fields = new HashMap<>();
  private final Deque<Map<String, Variable>> scopes = new ArrayDeque<>();

  private Bindings(SourceFile file) {
    this.file = file;
    for (Decl.Type type : file.all(Decl.Type.class)) {
      fieldsOf(type.members(), type.components())
          .forEach((name, field) -> fields.put(type.qualifiedName() + "." + name, field));
    }
    bind();
  }

  /** The bindings of a file, computed once. */
  public static Bindings of(SourceFile file) {
    return file.derived(Bindings.class, Bindings::new);
  }

  /**
   * What declares the variable that {@code use} names, if this file does; {@code use} is a name or
   * a field access.
   */
  public Optional<Variable> declaration(Expr use) {
    return Optional.ofNullable(declarations.get(use));
  }

  /**
   * What {@code use} means as {@link #declaration} says, unless it is read from another object:
   * {@code other.whole} is not the {@code whole} of this one.
   */
  public Optional<Variable> variable(Expr use) {
    boolean isForeign =
        use instanceof Expr.FieldAccess access && !(access.target() instanceof Expr.This);
    return isForeign ? Optional.empty() : declaration(use);
  }

  /** The names and field accesses that mean {@code variable}, in source order. */
  public List<Expr> uses(Variable variable) {
    return Collections.unmodifiableList(uses.getOrDefault(variable, List.of()));
  }

  /** The assignments to {@code variable} other than its initialiser, in source order. */
  public List<Expr.Assign> assignments(Variable variable) {
    return assignments.computeIfAbsent(variable, this::assigned);
  }

  private List<Expr.Assign> assigned(Variable variable) {
    List<Expr.Assign> found = new ArrayList<>();
    for (Expr use : uses.getOrDefault(variable, List.of())) {
      if (file.parent(use) instanceof Expr.Assign assign && assign.assigned() == use) {
        found.add(assign);
      }
    }
    return Collections.unmodifiableList(found);
  }

  /** Whether nothing in this file changes {@code variable} after its declaration. */
  public boolean isAssignedOnce(Variable variable) {
    for (Expr use : uses.getOrDefault(variable, List.of())) {
      Node parent = file.parent(use);
      if (parent instanceof Expr.Assign assign && assign.assigned() == use
          || parent instanceof Expr.Unary unary && isStep(unary.operator())) {
        return false;
      }
    }
    return true;
  }

  /** Whether {@code ++} or {@code --} changes it somewhere. */
  public boolean isCounted(Variable variable) {
    return uses.getOrDefault(variable, List.of()).stream()
        .anyMatch(use -> file.parent(use) instanceof Expr.Unary unary && isStep(unary.operator()));
  }

  private static boolean isStep(String operator) {
    return operator.equals("++") || operator.equals("--");
  }

  private void bind() {
    List<Node> nodes = file.all(Node.class);
    Deque<Integer> ends = new ArrayDeque<>();
    for (int at = 0; at < nodes.size(); at++) {
      while (!ends.isEmpty() && ends.peek() == at) {
        ends.pop();
        scopes.pop();
      }
      Node node = nodes.get(at);
      if (opensScope(node)) {
        ends.push(at + file.size(node));
        scopes.push(new HashMap<>());
      }
      enter(node);
    }
    scopes.clear();
  }

  private static boolean opensScope(Node node) {
    return node instanceof Decl.Type
        || node instanceof Decl.Body
        || node instanceof Decl.Method
        || node instanceof Stmt.Block
        || node instanceof Stmt.For
        || node instanceof Stmt.ForEach
        || node instanceof Stmt.Try
        || node instanceof Stmt.Switch
        || node instanceof Expr.SwitchExpr
        || node instanceof Expr.Lambda
        || node instanceof dev.zonegate.model.Catch;
  }

  private void enter(Node node) {
    if (node instanceof Decl.Type type) {
      scopes.element().putAll(fieldsOf(type.members(), type.components()));
    } else if (node instanceof Decl.Body body) {
      scopes.element().putAll(fieldsOf(body.members(), List.of()));
    } else if (node instanceof Variable variable && !(node instanceof Decl.Field)) {
      if (!scopes.isEmpty()) {
        scopes.peek().put(variable.name(), variable);
      }
    } else if (node instanceof Expr.Name name) {
      use(name, named(name));
    } else if (node instanceof Expr.FieldAccess access) {
      use(access, accessed(access));
    }
  }

  private static Map<String, Variable> fieldsOf(List<Decl> members, List<Decl.Param> components) {
    Map<String, Variable> found = new HashMap<>();
    for (Decl.Param component : components) {
      found.put(component.name(), component);
    }
    for (Decl member : members) {
      if (member instanceof Decl.Field field) {
        found.put(field.name(), field);
      }
    }
    return found;
  }

  private void use(Expr use, Variable declaration) {
    if (declaration != null) {
      declarations.put(use, declaration);
      uses.computeIfAbsent(declaration, any -> new ArrayList<>()).add(use);
    }
  }

  private Variable named(Expr.Name name) {
    VarRef variable = name.variable();
    if (variable == null) {
      return lookup(name.name());
    }
    if (variable.kind() == VarRef.Kind.ENUM_CONSTANT) {
      return null;
    }
    if (variable.isField() && !variable.owner().startsWith("<")) {
      return fields.get(variable.owner() + "." + name.name());
    }
    return lookup(name.name());
  }

  private Variable accessed(Expr.FieldAccess access) {
    if (access.variable() != null) {
      return fields.get(access.variable().owner() + "." + access.name());
    }
    if (access.target() instanceof Expr.This self && self.qualifier() == null) {
      Decl.Type type = file.enclosing(access, Decl.Type.class);
      return type == null ? null : fields.get(type.qualifiedName() + "." + access.name());
    }
    return null;
  }

  private Variable lookup(String name) {
    for (Map<String, Variable> scope : scopes) {
      Variable found = scope.get(name);
      if (found != null) {
        return found;
      }
    }
    return null;
  }
}
