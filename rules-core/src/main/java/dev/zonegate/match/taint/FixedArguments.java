package dev.zonegate.match.taint;

import dev.zonegate.model.Decl;
import dev.zonegate.model.Expr;
import dev.zonegate.model.SourceFile;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/**
 * What calls are given where the method around them tells it, when it is executed: branches that
 * never run do not count. Only methods that are asked for are executed, each once.
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
    Decl.Method method = file.enclosing(argument, Decl.Method.class);
    boolean isRoot = method != null && file.enclosing(method, Expr.class) == null;
    Value value = isRoot ? given(method).get(argument) : null;
    if (value == null || value.constants == null) {
      return Set.of();
    }
    Set<Object> values = new LinkedHashSet<>(value.constants);
    values.remove(Value.NULL);
    return values;
  }

  private Map<Expr, Value> given(Decl.Method method) {
    return known.computeIfAbsent(
        method, it -> new Execution(file, new Fields(file), Effort.FULL).arguments(it));
  }
}
