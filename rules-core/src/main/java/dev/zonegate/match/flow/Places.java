package dev.zonegate.match.flow;

import dev.zonegate.match.Bindings;
import dev.zonegate.model.Expr;
import dev.zonegate.model.Node;
import dev.zonegate.model.SourceFile;
import dev.zonegate.model.Variable;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;

/**
 * Gives equal names to expressions that mean the same place: a variable, or what is read from one
 * by fields and calls, such as {@code order.customer().name()} or {@code map.get("id")}. A call
 * that is repeated is taken to give the same again.
 */
public final class Places {
  private static final String NONE = "";
  private static final int LONGEST = 400;
  private final SourceFile file;
  private final Bindings bindings;
  private final Map<Expr, String> known = new IdentityHashMap<>();
  private final Map<String, Integer> mentions = new HashMap<>();
  private final Map<Variable, Integer> numbers = new IdentityHashMap<>();

  private Places(SourceFile file) {
    this.file = file;
    this.bindings = Bindings.of(file);
  }

  /** The places of a file. */
  public static Places of(SourceFile file) {
    return file.derived(Places.class, Places::new);
  }

  /** The name of the place that {@code expr} reads; empty if it is none. */
  public String name(Expr expr) {
    if (expr == null) {
      return NONE;
    }
    String name = known.get(expr);
    if (name == null) {
      name = compute(expr);
      known.put(expr, name);
    }
    return name;
  }

  /** The name of a variable's place. */
  public String name(Variable variable) {
    return "#" + numbers.computeIfAbsent(variable, any -> numbers.size() + 1) + "#";
  }

  /** Whether nothing else in this file reads the same place. */
  boolean isMentionedOnce(Expr expr) {
    if (mentions.isEmpty()) {
      for (Expr each : file.all(Expr.class)) {
        mentions.merge(name(each), 1, Integer::sum);
      }
    }
    return mentions.getOrDefault(name(expr), 0) == 1;
  }

  /** Whether both are the same place. */
  public boolean isSame(Expr one, Expr other) {
    return one != null && other != null && isSame(one, name(other));
  }

  boolean isSame(Expr expr, String place) {
    return !place.isEmpty() && place.equals(name(expr));
  }

  /** The name of {@code target.method(arguments)}; empty if that is no place. */
  String call(Expr target, String method, Iterable<Expr> arguments) {
    String start = target == null ? "this" : name(target);
    if (start.isEmpty() || start.length() > LONGEST) {
      return NONE;
    }
    StringBuilder text = new StringBuilder(start).append('.').append(method).append('(');
    for (Expr each : arguments) {
      String name = name(each);
      if (name.isEmpty()) {
        return NONE;
      }
      text.append(name).append(',');
    }
    return text.append(')').toString();
  }

  private String compute(Expr expr) {
    if (expr instanceof Expr.Name use) {
      return bindings.declaration(use).map(this::name).orElse("'" + use.name());
    }
    if (expr instanceof Expr.FieldAccess access) {
      return field(access);
    }
    if (expr instanceof Expr.Call call) {
      return call(call.target(), call.name(), call.arguments());
    }
    if (expr instanceof Expr.Literal literal) {
      return "=" + literal.value();
    }
    if (expr instanceof Expr.This) {
      return "this";
    }
    if (expr instanceof Expr.TypeName type) {
      return ":" + type.named().ref().name();
    }
    if (expr instanceof Expr.ClassLiteral type) {
      return "@" + type.named().ref().name();
    }
    return combined(expr);
  }

  private String combined(Expr expr) {
    if (expr instanceof Expr.Cast cast) {
      return name(cast.operand());
    }
    if (expr instanceof Expr.Assign assign && assign.operator().equals("=")) {
      return name(assign.assigned());
    }
    if (expr instanceof Expr.Index index) {
      return joined(name(index.array()), "[", name(index.index()));
    }
    return expr instanceof Expr.Binary binary && !(binary.left() instanceof Expr.Binary)
        ? joined(name(binary.left()), binary.operator(), name(binary.right()))
        : NONE;
  }

  private String field(Expr.FieldAccess access) {
    boolean isOwn = access.target() instanceof Expr.This;
    boolean isNamed = isOwn || access.target() instanceof Expr.TypeName;
    Variable declared = isNamed ? bindings.declaration(access).orElse(null) : null;
    if (declared != null) {
      return name(declared);
    }
    String target = isOwn ? "" : name(access.target());
    return isOwn ? "'" + access.name() : joined(target, ".", access.name());
  }

  private static String joined(String left, String by, String right) {
    boolean isLong = left.length() + right.length() > LONGEST;
    return isLong || left.isEmpty() || right.isEmpty() ? NONE : "(" + left + by + right + ")";
  }

  /** The variable that {@code node} gives a value, or null. */
  Variable assigned(Node node) {
    if (node instanceof Variable variable) {
      return variable;
    }
    if (node instanceof Expr.Assign assign) {
      return bindings.declaration(assign.assigned()).orElse(null);
    }
    boolean isStep =
        node instanceof Expr.Unary unary
            && (unary.operator().equals("++") || unary.operator().equals("--"));
    return isStep ? bindings.declaration(((Expr.Unary) node).operand()).orElse(null) : null;
  }

  /** Whether {@code node} gives {@code variable} a value. */
  public boolean isAssigned(Variable variable, Node node) {
    return assigned(node) == variable;
  }

  /** Whether {@code place} is read from {@code variable}. */
  boolean isReadFrom(String place, Variable variable) {
    return place.contains(name(variable));
  }
}
