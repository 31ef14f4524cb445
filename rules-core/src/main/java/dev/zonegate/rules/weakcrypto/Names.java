package dev.zonegate.rules.weakcrypto;

import dev.zonegate.match.Bindings;
import dev.zonegate.match.Methods;
import dev.zonegate.model.Decl;
import dev.zonegate.model.Expr;
import dev.zonegate.model.Invocation;
import dev.zonegate.model.Node;
import dev.zonegate.model.SourceFile;
import dev.zonegate.model.Variable;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** What expressions and the code around them are called. */
final class Names {
  private static final Pattern GETTER = Pattern.compile("get[A-Z]");

  private Names() {}

  /** What one expression is called: {@code apiKey} of {@code client.apiKey} and of a getter. */
  static String of(Expr expr) {
    if (expr instanceof Expr.Name name) {
      return name.name();
    }
    if (expr instanceof Expr.FieldAccess access) {
      return access.name();
    }
    if (expr instanceof Expr.Call call) {
      return GETTER.matcher(call.name()).lookingAt() ? call.name().substring(3) : call.name();
    }
    return "";
  }

  /**
   * The names of what {@code expr} is made of: in itself, in the variables it names, and in what
   * this file passes for a parameter.
   */
  static List<String> ingredients(SourceFile file, Expr expr) {
    List<String> names = new ArrayList<>();
    Set<Node> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    collect(file, expr, names, seen);
    return names;
  }

  private static void collect(SourceFile file, Expr expr, List<String> names, Set<Node> seen) {
    for (Expr each : file.allIn(expr, Expr.class)) {
      String name = of(each);
      if (!name.isEmpty()) {
        names.add(name);
      }
      Variable variable = Bindings.of(file).declaration(each).orElse(null);
      if (variable != null && seen.add(variable) && seen.size() < 20) {
        sources(file, variable).forEach(source -> collect(file, source, names, seen));
      }
    }
  }

  private static List<Expr> sources(SourceFile file, Variable variable) {
    List<Expr> sources = new ArrayList<>();
    if (variable.initializer() != null && !(variable instanceof Decl.Field)) {
      sources.add(variable.initializer());
    }
    if (variable instanceof Decl.Param param && file.parent(param) instanceof Decl.Method method) {
      int index = method.params().indexOf(param);
      for (Invocation use : Methods.of(file).calls(method)) {
        if (index < use.arguments().size()) {
          sources.add(use.arguments().get(index));
        }
      }
    }
    return sources;
  }

  /** The names of the methods and types around {@code node}, the nearest first. */
  static List<String> around(SourceFile file, Node node) {
    List<String> names = new ArrayList<>();
    for (Node up = file.parent(node); up != null; up = file.parent(up)) {
      if (up instanceof Decl.Method method) {
        names.add(method.name());
      } else if (up instanceof Decl.Type type) {
        names.add(type.name());
      }
    }
    return names;
  }

  /** The name of the method around {@code node}, or that of its type outside of one. */
  static String member(SourceFile file, Node node) {
    List<String> names = around(file, node);
    return names.isEmpty() ? "" : names.get(0);
  }
}
