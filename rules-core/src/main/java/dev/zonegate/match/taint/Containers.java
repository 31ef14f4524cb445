package dev.zonegate.match.taint;

import dev.zonegate.model.Expr;
import dev.zonegate.model.Node;
import dev.zonegate.model.TypeRef;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Collections, maps, arrays, text builders and plain objects, and what they hold. */
final class Containers {
  private final Execution execution;
  private final Holders holders = new Holders(this);
  private final TextBuilders builders = new TextBuilders(this);
  private final Maps maps = new Maps(this);
  private final Sequences sequences = new Sequences(this);

  Containers(Execution execution) {
    this.execution = execution;
  }

  Holders holders() {
    return holders;
  }

  TextBuilders builders() {
    return builders;
  }

  Maps maps() {
    return maps;
  }

  Value list(Node node, List<Value> elements, State state) {
    return made(node, Obj.list(elements), state);
  }

  /** What {@code List.of(...)}, {@code Map.of(...)} and the like make; null if it is none. */
  Value of(Expr.Call call, List<Value> arguments, State state) {
    TypeRef type = call.type().isUnknown() ? call.receiverType() : call.type();
    if (execution.types().isKeyed(type)) {
      Value map = made(call, Obj.EMPTY, state);
      if (call.name().equals("ofEntries")) {
        call.arguments().forEach(each -> entry(map, each, state));
        return map;
      }
      for (int i = 0; i + 1 < arguments.size(); i += 2) {
        maps.put(map, arguments.get(i), arguments.get(i + 1), state);
      }
      return map;
    }
    if (!execution.types().isSequence(type) && !type.isNamed("java.util.Arrays")) {
      return null;
    }
    boolean isArray =
        call.arguments().size() == 1
            && execution.types().isSequence(call.arguments().get(0).type());
    if (!isArray) {
      return list(call, arguments, state);
    }
    return copy(call, arguments.get(0), state);
  }

  private void entry(Value map, Expr written, State state) {
    if (written instanceof Expr.Call entry && entry.arguments().size() == 2) {
      Value key = execution.expressions().eval(entry.arguments().get(0), state);
      maps.put(map, key, execution.expressions().eval(entry.arguments().get(1), state), state);
    }
  }

  /** A new object with what another holds. */
  Value copy(Expr.Call call, Value copied, State state) {
    Obj copy = copied.sites.isEmpty() ? Obj.EMPTY : null;
    for (Site each : copied.sites) {
      copy = copy == null ? state.get(each) : copy.or(state.get(each));
    }
    return made(call, copy, state).orTraces(copied);
  }

  Value newArray(Expr.NewArray created, State state) {
    Expr size = created.sizes().isEmpty() ? null : created.sizes().get(0);
    Object length = size == null ? null : execution.expressions().eval(size, state).constant();
    boolean isKnown = length instanceof Integer number && number >= 0 && number <= 32;
    List<Value> empty = new ArrayList<>();
    for (int i = 0; isKnown && i < (Integer) length; i++) {
      empty.add(Value.UNKNOWN);
    }
    return made(created, isKnown ? Obj.list(empty) : Obj.EMPTY, state);
  }

  /** A new object. */
  Value made(Node node, Obj obj, State state) {
    return made(execution.site(node), obj, state);
  }

  private static Value made(Site site, Obj obj, State state) {
    state.allocate(site, obj);
    return Value.of(site);
  }

  /** A new view, with one object that stands for all its elements. */
  Value view(Node node, Obj element, State state) {
    Value elements = made(execution.elements(node), element.many(), state);
    return made(node, Obj.EMPTY.add(elements), state);
  }

  /** What an index or a constant key gives; any of it if {@code key} is null. */
  Value at(Value container, Object key, State state) {
    Value found = container.isTainted() ? container.asTaint() : Value.NOTHING;
    for (Site each : container.sites) {
      Obj obj = state.get(each);
      Value part = key == null ? obj.all() : obj.get(key);
      found = part == null ? found : found.or(part);
    }
    return found == Value.NOTHING ? Value.UNKNOWN : found;
  }

  /** What was put under just this key. */
  Value under(Value container, Object key, State state) {
    Value found = Value.UNKNOWN;
    for (Site each : container.sites) {
      Value part = state.get(each).under(key);
      found = part == null ? found : found.or(part);
    }
    return found;
  }

  void put(Value container, Object key, Value value, State state) {
    for (Site each : container.sites) {
      Obj obj = state.get(each);
      boolean isSure = container.sites.size() == 1 && key != null;
      state.put(each, isSure ? obj.put(key, value) : obj.add(value));
    }
  }

  void putField(Value owner, Object key, Value value, State state) {
    for (Site each : owner.sites) {
      Obj obj = state.get(each);
      Value before = owner.sites.size() == 1 ? null : obj.get(key);
      state.put(each, obj.put(key, before == null ? value : before.or(value)));
    }
  }

  /** A property of an object. */
  Value field(Value owner, Expr use, Object name, State state) {
    Value found = Value.NOTHING;
    for (Site each : owner.sites) {
      Value cell = state.get(each).get(name);
      found = cell == null ? found : found.or(cell);
    }
    if (owner.isTainted()) {
      found = found.or(Sources.part(owner, String.valueOf(name)));
    }
    return found == Value.NOTHING ? Value.UNKNOWN : found;
  }

  /** What a loop over it, or a function applied to each of it, is given. */
  Value element(Value sequence, State state) {
    return at(sequence, null, state);
  }

  /** Everything that can be read out of a value, as text. */
  Value content(Value value, State state, int depth) {
    Value all = value;
    if (depth > 0) {
      for (Site each : value.sites) {
        all = all.orTraces(content(state.get(each).all(), state, depth - 1));
      }
    }
    return all;
  }

  /** The result of a call of a method of a container, or null if it is none. */
  Value call(Expr.Call call, Value target, List<Value> arguments, State state) {
    if (call.target() == null || call.target() instanceof Expr.TypeName) {
      return null;
    }
    TypeRef type = call.receiverType();
    if (execution.types().isBuilder(type) || type.isUnknown() && isBuilder(target)) {
      return builders.call(call, located(call, target, state), arguments, state);
    }
    if (execution.types().isHolder(type)) {
      return holders.call(call, located(call, target, state), arguments, state);
    }
    if (execution.types().isKeyed(type)) {
      return maps.call(call, located(call, target, state), arguments, state);
    }
    return execution.types().isSequence(type)
        ? sequences.call(call, located(call, target, state), arguments, state)
        : maps.ofEntry(call.name(), target, state);
  }

  /** Whether it was made as one here, where a chain of calls has hidden the type. */
  private boolean isBuilder(Value target) {
    return !target.sites.isEmpty()
        && target.sites.stream()
            .allMatch(
                each ->
                    each.node instanceof Expr.New made && execution.types().isBuilder(made.type()));
  }

  /** The container as an object: one that came from outside becomes one here. */
  private Value located(Expr.Call call, Value target, State state) {
    if (!target.sites.isEmpty()) {
      return target;
    }
    Site site = execution.site(call.target());
    boolean isName = call.target() instanceof Expr.Name;
    if (!isName && !(call.target() instanceof Expr.FieldAccess)) {
      return target;
    }
    state.put(
        site,
        execution.types().isBuilder(call.receiverType())
            ? TextBuilders.holding(target)
            : Obj.EMPTY);
    Value located = target.with(site);
    execution.expressions().keep(call.target(), located, state);
    return located;
  }

  /** Forgets what it holds. */
  static void clear(Value target, Obj empty, State state) {
    if (target.sites.size() == 1) {
      Site site = target.sites.iterator().next();
      state.put(site, state.get(site).isMany() ? state.get(site) : empty);
    }
  }

  /** The property that a getter, setter or accessor means, or null. */
  static String property(String method, String prefix) {
    if (!method.startsWith(prefix) || method.length() == prefix.length()) {
      return null;
    }
    String rest = method.substring(prefix.length());
    return Character.isUpperCase(rest.charAt(0))
        ? rest.substring(0, 1).toLowerCase(Locale.ROOT) + rest.substring(1)
        : null;
  }
}
