package dev.zonegate.match.taint;

import dev.zonegate.model.Decl;
import dev.zonegate.model.Expr;
import dev.zonegate.model.Node;
import dev.zonegate.model.SourceFile;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What calls are given, and what they are called on, where the method around them tells it when it
 * is executed: branches that never run do not count. Only methods that are asked for are executed,
 * each once.
 */
public final class FixedArguments {
  private final SourceFile file;
  private final Map<Decl.Method, Map<Expr, Value>> known = new IdentityHashMap<>();

  private FixedArguments(SourceFile file) {
    this.file = file;
  }

  /** The arguments of a file. */
  public static FixedArguments of(SourceFile file) {
    return file.derived(FixedArguments.class, FixedArguments::new);
  }

  /** Every value that {@code argument} of a call can have; empty if some are not known. */
  public Set<Object> values(Expr argument) {
    return values(argument, argument);
  }

  /**
   * Every value that {@code argument} of a call can have when the method around {@code from} runs,
   * which may be another one that leads to the call; empty if some are not known.
   */
  public Set<Object> values(Expr argument, Node from) {
    Value value = value(argument, from);
    if (value == null || value.constants == null) {
      return Set.of();
    }
    Set<Object> values = new LinkedHashSet<>(value.constants);
    values.remove(Value.NULL);
    return values;
  }

  /**
   * The expressions that make the objects which {@code given}, an argument or the target of a call,
   * can be; empty if none is known.
   */
  public List<Expr.New> objects(Expr given) {
    Value value = value(given, given);
    List<Expr.New> made = new ArrayList<>();
    for (Site each : value == null ? Set.<Site>of() : value.sites) {
      if (!(each.node instanceof Expr.New created)) {
        return List.of();
      }
      made.add(created);
    }
    return made;
  }

  private Value value(Expr given, Node from) {
    Decl.Method method = file.enclosing(from, Decl.Method.class);
    boolean isRoot = method != null && file.enclosing(method, Expr.class) == null;
    return isRoot ? given(method).get(given) : null;
  }

  private Map<Expr, Value> given(Decl.Method method) {
    return known.computeIfAbsent(
        method, it -> new Execution(file, new Fields(file), Effort.FULL).arguments(it));
  }
}
