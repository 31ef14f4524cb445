package dev.zonegate.match.taint;

import dev.zonegate.model.Expr;
import java.util.List;

/** Objects that hold values under keys. */
final class Maps {
  private static final Object KEY = new Object();
  private static final Object VALUE = new Object();
  private final Containers containers;

  Maps(Containers containers) {
    this.containers = containers;
  }

  /** The result of a call of a method of one, or null if it is none that is known. */
  Value call(Expr.Call call, Value target, List<Value> arguments, State state) {
    Object key = arguments.isEmpty() ? null : arguments.get(0).constant();
    Value given = arguments.isEmpty() ? Value.UNKNOWN : arguments.get(0);
    Value second = arguments.size() < 2 ? Value.UNKNOWN : arguments.get(1);
    switch (call.name()) {
      case "put",
          "setProperty",
          "setAttribute",
          "putValue",
          "addAttribute",
          "replace",
          "add",
          "set" -> {
        put(target, given, second, state);
        return containers.at(target, key, state);
      }
      case "putIfAbsent", "merge" -> {
        Value before = containers.at(target, key, state);
        put(target, given, before.or(second), state);
        return before;
      }
      case "get", "getProperty", "getAttribute", "getValue", "getFirst" -> {
        return containers.at(target, key, state).orDefault(second, arguments.size() > 1);
      }
      case "getOrDefault" -> {
        return containers.at(target, key, state).or(second);
      }
      case "remove", "removeAttribute" -> {
        Value before = containers.at(target, key, state);
        if (key != null && target.sites.size() == 1) {
          Site site = target.sites.iterator().next();
          state.put(site, state.get(site).remove(key));
        }
        return before;
      }
      case "putAll", "load", "loadFromXML" -> {
        for (Value each : arguments) {
          containers.put(target, null, containers.content(each, state, 1).asTaint(), state);
        }
        return Value.UNKNOWN;
      }
      case "clear" -> {
        Containers.clear(target, Obj.EMPTY, state);
        return Value.UNKNOWN;
      }
      case "values", "elements" -> {
        return target;
      }
      case "entrySet" -> {
        return entries(call, target, state);
      }
      case "keySet", "keys", "propertyNames", "stringPropertyNames", "getAttributeNames" -> {
        return containers.made(call, Obj.EMPTY.add(keys(target, state)), state);
      }
      default -> {
        return null;
      }
    }
  }

  void put(Value map, Value key, Value value, State state) {
    containers.put(map, key.constant(), value, state);
    for (Site each : map.sites) {
      state.put(each, state.get(each).withKey(key));
    }
  }

  /** What its keys can be. */
  Value keys(Value map, State state) {
    Value keys = map.isTainted() ? map.asTaint() : Value.UNKNOWN;
    for (Site each : map.sites) {
      keys = keys.orTraces(state.get(each).keys());
    }
    return keys;
  }

  /** What is read of an entry of a map that is known, or null if it is none. */
  Value ofEntry(String read, Value entry, State state) {
    Object part = read.equals("getKey") ? KEY : read.equals("getValue") ? VALUE : null;
    boolean isEntry =
        part != null
            && !entry.sites.isEmpty()
            && entry.sites.stream().allMatch(each -> state.get(each).cells().containsKey(KEY));
    return isEntry ? containers.at(entry, part, state) : null;
  }

  private Value entries(Expr.Call call, Value map, State state) {
    Value value = containers.at(map, null, state);
    Obj entry = Obj.EMPTY.put(KEY, keys(map, state)).put(VALUE, value);
    return containers.view(call, entry, state).orTraces(map.asTaint());
  }
}
