package dev.zonegate.match;

import dev.zonegate.model.Expr;
import dev.zonegate.model.Node;
import dev.zonegate.model.SourceFile;
import dev.zonegate.model.Stmt;
import dev.zonegate.model.Variable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a list or map that is filled step by step, by fixed places or keys, holds in one of them.
 */
final class Slots {
  private final SourceFile file;
  private final Bindings bindings;
  private final Constants constants;
  private final Flow flow;

  Slots(SourceFile file) {
    this.file = file;
    this.bindings = Bindings.of(file);
    this.constants = Constants.of(file);
    this.flow = Flow.of(file);
  }

  /** What {@code collection.get(fixed)} gives; empty unless every step before it is known. */
  Optional<Expr> read(Expr.Call get) {
    boolean isRead = get.name().equals("get") && get.arguments().size() == 1;
    Variable variable = isRead ? bindings.declaration(get.target()).orElse(null) : null;
    Object key = isRead ? constants.value(get.arguments().get(0)).orElse(null) : null;
    if (key == null || !(variable instanceof Stmt.Local local) || !isCreatedEmpty(local)) {
      return Optional.empty();
    }
    List<Expr> list = new ArrayList<>();
    Map<Object, Expr> map = new HashMap<>();
    for (Expr use : bindings.uses(variable)) {
      if (use == get.target()) {
        break;
      }
      if (!step(use, get, list, map)) {
        return Optional.empty();
      }
    }
    boolean isIndex = key instanceof Integer index && index >= 0 && index < list.size();
    return isIndex ? Optional.of(list.get((Integer) key)) : Optional.ofNullable(map.get(key));
  }

  private static boolean isCreatedEmpty(Stmt.Local local) {
    return local.initializer() instanceof Expr.New created && created.arguments().isEmpty();
  }

  /** Does what the use does; false if that is not known. */
  private boolean step(Expr use, Expr.Call get, List<Expr> list, Map<Object, Expr> map) {
    Node parent = file.parent(use);
    if (!(parent instanceof Expr.Call call) || call.target() != use) {
      return false;
    }
    List<Expr> arguments = call.arguments();
    switch (call.name() + "/" + arguments.size()) {
      case "get/1", "size/0", "isEmpty/0", "contains/1", "containsKey/1" -> {
        return true;
      }
      case "add/1" -> list.add(arguments.get(0));
      case "remove/1" -> {
        Object index = constants.value(arguments.get(0)).orElse(null);
        if (!(index instanceof Integer at) || at < 0 || at >= list.size()) {
          return false;
        }
        list.remove(at.intValue());
      }
      case "put/2" -> {
        Object key = constants.value(arguments.get(0)).orElse(null);
        if (key == null) {
          return false;
        }
        map.put(key, arguments.get(1));
      }
      default -> {
        return false;
      }
    }
    return flow.surelyPrecedes(call, get);
  }
}
