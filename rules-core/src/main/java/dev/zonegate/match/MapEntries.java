package dev.zonegate.match;

import dev.zonegate.model.Expr;
import dev.zonegate.model.Invocation;
import dev.zonegate.model.Node;
import dev.zonegate.model.SourceFile;
import dev.zonegate.model.Variable;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** What a map holds under a key, as far as the code that makes the map says it in one place. */
public final class MapEntries {
  private static final Set<String> PAIRS = Set.of("of", "singletonMap", "entry", "put");
  private static final Set<String> MORE = Set.of("put", "putIfAbsent", "append");
  private static final int DEEPEST = 20;

  private final SourceFile file;
  private final String key;
  private final List<Expr> values = new ArrayList<>();

  private MapEntries(SourceFile file, String key) {
    this.file = file;
    this.key = key;
  }

  /** The values under a constant key; of a variable also those that are put into it. */
  public static List<Expr> of(SourceFile file, Expr map, String key) {
    MapEntries entries = new MapEntries(file, key);
    entries.read(map, 0);
    return entries.values;
  }

  private void read(Expr map, int depth) {
    if (depth > DEEPEST) {
      return;
    }
    if (map instanceof Expr.Name name) {
      Bindings.of(file).variable(name).ifPresent(variable -> read(variable, depth));
    } else if (map instanceof Expr.Call call) {
      if (PAIRS.contains(call.name())) {
        pairs(call);
      }
      call.arguments().forEach(each -> nested(each, depth));
      if (call.target() instanceof Expr.Call made) {
        read(made, depth + 1);
      }
    } else if (map instanceof Expr.New made) {
      made.arguments().forEach(each -> nested(each, depth));
    }
  }

  /** A map that is copied, or the entries of one; not what stands in the values. */
  private void nested(Expr argument, int depth) {
    boolean isEntry = argument instanceof Expr.Call call && call.name().equals("entry");
    Node parent = file.parent(argument);
    boolean isOnly = parent instanceof Invocation use && use.arguments().size() == 1;
    if (isEntry || isOnly) {
      read(argument, depth + 1);
    }
  }

  private void read(Variable variable, int depth) {
    if (variable.initializer() != null && Bindings.of(file).isAssignedOnce(variable)) {
      read(variable.initializer(), depth + 1);
      for (Expr use : Bindings.of(file).uses(variable)) {
        boolean isPut =
            file.parent(use) instanceof Expr.Call call
                && call.target() == use
                && MORE.contains(call.name());
        if (isPut) {
          pairs((Expr.Call) file.parent(use));
        }
      }
    }
  }

  private void pairs(Expr.Call call) {
    List<Expr> arguments = call.arguments();
    for (int i = 0; i + 1 < arguments.size(); i += 2) {
      if (Constants.of(file).text(arguments.get(i)).filter(key::equals).isPresent()) {
        values.add(arguments.get(i + 1));
      }
    }
  }
}
