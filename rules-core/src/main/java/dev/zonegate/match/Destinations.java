package dev.zonegate.match;

import dev.zonegate.model.Case;
import dev.zonegate.model.Decl;
import dev.zonegate.model.Expr;
import dev.zonegate.model.Invocation;
import dev.zonegate.model.Node;
import dev.zonegate.model.SourceFile;
import dev.zonegate.model.Stmt;
import dev.zonegate.model.TypeNode;
import dev.zonegate.model.TypeRef;
import dev.zonegate.model.Variable;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Where a value goes in this file, and what it is made into, by the names it is given on the way:
 * variables, setters, parameters, keys and headers, and the methods that return it.
 */
public final class Destinations {
  private static final int MOST_STEPS = 300;
  private static final Set<String> COMPARING = Set.of("==", "!=", "<", ">", "<=", ">=", "&&", "||");
  private static final Set<String> FILLING =
      Set.of("append", "add", "addAll", "addFirst", "addLast", "insert", "put", "push", "offer");
  private static final TypeSet TEXT_OR_BYTES = TypeSet.load("crypto/carriers.types");
  private final SourceFile file;
  private final Bindings bindings;
  private final Methods methods;
  private final List<Destination> found = new ArrayList<>();
  private final Set<Node> seen = Collections.newSetFromMap(new IdentityHashMap<>());

  /** The methods that the value was followed into: it comes back where they were called. */
  private final Set<Node> entered = Collections.newSetFromMap(new IdentityHashMap<>());

  private Destinations(SourceFile file) {
    this.file = file;
    this.bindings = Bindings.of(file);
    this.methods = Methods.of(file);
  }

  /**
   * A place that a value goes to.
   *
   * @param name what it is called there
   * @param node what gives it that name
   */
  public record Destination(String name, Node node) {}

  /** The destinations of {@code value}, the nearest first. */
  public static List<Destination> of(SourceFile file, Expr value) {
    Destinations walk = new Destinations(file);
    walk.climb(value);
    return List.copyOf(walk.found);
  }

  /** The destinations of what a variable is filled with, itself the first. */
  public static List<Destination> ofContents(SourceFile file, Expr filled) {
    Destinations walk = new Destinations(file);
    walk.assigned(filled);
    return List.copyOf(walk.found);
  }

  private void climb(Node value) {
    Node child = value;
    Node up = file.parent(child);
    while (up != null && seen.add(child) && seen.size() < MOST_STEPS) {
      Node next = step(up, child);
      if (next == null) {
        return;
      }
      child = next;
      up = file.parent(child);
    }
  }

  /** The node whose value goes on, or null where it ends or goes on under a name. */
  private Node step(Node up, Node child) {
    if (up instanceof Variable variable) {
      variable(variable);
      return null;
    }
    if (up instanceof Expr.Assign assign) {
      return assign.value() == child ? stored(assign) : null;
    }
    if (up instanceof Stmt.Return) {
      return returned(up);
    }
    if (up instanceof Stmt.ForEach loop) {
      if (loop.iterable() == child) {
        variable(loop.variable());
      }
      return null;
    }
    if (up instanceof Invocation use) {
      return passed(use, child);
    }
    if (up instanceof Stmt.Yield
        || up instanceof Stmt.Expression && file.parent(up) instanceof Case) {
      return file.enclosing(up, Expr.SwitchExpr.class);
    }
    return up instanceof Expr expr && isPart(expr, child) ? expr : null;
  }

  private static boolean isPart(Expr whole, Node child) {
    if (whole instanceof Expr.Binary binary) {
      return !COMPARING.contains(binary.operator());
    }
    if (whole instanceof Expr.Conditional either) {
      return either.condition() != child;
    }
    if (whole instanceof Expr.NewArray created) {
      return created.initializer() == child;
    }
    return whole instanceof Expr.Cast
        || whole instanceof Expr.Index
        || whole instanceof Expr.ArrayInitializer
        || whole instanceof Expr.Lambda
        || whole instanceof Expr.Unary unary && !unary.operator().equals("!")
        || whole instanceof Expr.SwitchExpr choice && choice.selector() != child;
  }

  private Node stored(Expr.Assign assign) {
    assigned(assign.assigned());
    return assign;
  }

  private void assigned(Expr target) {
    Expr base = target;
    while (base instanceof Expr.Index index) {
      base = index.array();
    }
    Variable declared = bindings.declaration(base).orElse(null);
    if (declared != null) {
      variable(declared);
    } else if (base instanceof Expr.Name name) {
      found.add(new Destination(name.name(), base));
    } else if (base instanceof Expr.FieldAccess access) {
      found.add(new Destination(access.name(), base));
    }
  }

  private void variable(Variable variable) {
    if (!seen.add(variable)) {
      return;
    }
    found.add(new Destination(variable.name(), variable));
    if (variable.type() != null && !carries(variable.type().ref())) {
      return;
    }
    for (Expr use : bindings.uses(variable)) {
      boolean isWritten =
          file.parent(use) instanceof Expr.Assign assign && assign.assigned() == use;
      if (!isWritten) {
        climb(use);
      }
    }
  }

  private Node returned(Node statement) {
    for (Node each = file.parent(statement); each != null; each = file.parent(each)) {
      if (each instanceof Expr.Lambda) {
        return each;
      }
      if (each instanceof Decl.Method method) {
        if (!entered.contains(method) && seen.add(method)) {
          found.add(new Destination(method.name(), method));
          methods.calls(method).forEach(this::climb);
        }
        return null;
      }
    }
    return null;
  }

  /** A call on the value, or with it as an argument. */
  private Node passed(Invocation use, Node child) {
    if (use.target() == child) {
      return goesOn(use);
    }
    int index = Flow.indexOf(use.arguments(), child);
    if (index < 0) {
      return null;
    }
    label(use, index);
    own(use, index);
    if (FILLING.contains(use.name()) && use.target() != null) {
      Expr holder = use.target();
      while (holder instanceof Expr.Call chained && FILLING.contains(chained.name())) {
        holder = chained.target();
      }
      if (holder != null) {
        assigned(holder);
      }
    }
    return goesOn(use);
  }

  private void label(Invocation use, int index) {
    if (index > 0) {
      Expr key = use.arguments().get(index - 1);
      Optional<String> text = Constants.of(file).text(key);
      text.ifPresent(it -> found.add(new Destination(it, key)));
    }
    // as written: what nothing resolves has a name too
    String name =
        use instanceof Expr.New made && made.created() instanceof TypeNode.Named type
            ? type.simpleName()
            : use.name();
    boolean isConsumer =
        use instanceof Expr.New || name.matches("(set|with|put|save|store|send|create|of).*");
    if (isConsumer) {
      found.add(new Destination(name, use));
    }
  }

  private void own(Invocation use, int index) {
    Decl.Method method = methods.declaration(use).orElse(null);
    if (method != null && index < method.params().size() && entered.add(method)) {
      variable(method.params().get(index));
      entered.remove(method);
    } else if (method == null && use instanceof Expr.New created) {
      component(created, index);
    }
  }

  /** What the constructor that every record has is given, by the name of the component. */
  private void component(Expr.New created, int index) {
    for (Decl.Type each : file.all(Decl.Type.class)) {
      boolean isMade = each.qualifiedName().equals(created.receiverType().name());
      if (isMade && index < each.components().size()) {
        variable(each.components().get(index));
      }
    }
  }

  private static Node goesOn(Invocation use) {
    return use instanceof Expr expr && carries(expr.type()) ? use : null;
  }

  /** Whether a value of this type can be, or be made of, what goes in. */
  private static boolean carries(TypeRef type) {
    if (type.name().equals("boolean") || type.name().equals("void")) {
      return false;
    }
    return !type.isResolved()
        || type.isPrimitive()
        || type.isArray()
        || TEXT_OR_BYTES.contains(type).isYes();
  }
}
