package dev.zonegate.match.taint;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What an object holds. Immutable.
 *
 * @param cells by field, by constant key, or by index
 * @param rest what stands under keys that are not known
 * @param keys what the keys can be that are not constants
 * @param size the number of elements of a list or array if they are all in {@code cells}, else -1
 * @param isMany whether it stands for several objects, so that nothing is ever overwritten
 */
record Obj(Map<Object, Value> cells, Value rest, Value keys, int size, boolean isMany) {
  private static final int MOST_CELLS = 64;

  /** A new object or map, of which nothing is known but that it holds nothing yet. */
  static final Obj EMPTY = new Obj(Map.of(), Value.NOTHING, Value.NOTHING, -1, false);

  /** A new list. */
  static final Obj EMPTY_LIST = new Obj(Map.of(), Value.NOTHING, Value.NOTHING, 0, false);

  static Obj list(List<Value> elements) {
    if (elements.size() > MOST_CELLS) {
      return new Obj(Map.of(), Value.join(elements), Value.NOTHING, -1, false);
    }
    Map<Object, Value> cells = new LinkedHashMap<>();
    for (int i = 0; i < elements.size(); i++) {
      cells.put(i, elements.get(i));
    }
    return new Obj(cells, Value.NOTHING, Value.NOTHING, elements.size(), false);
  }

  boolean isList() {
    return size >= 0;
  }

  /** The elements in order; only of a list. */
  List<Value> elements() {
    List<Value> elements = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      elements.add(cells.getOrDefault(i, Value.UNKNOWN));
    }
    return elements;
  }

  /** What is under a key, or null if nothing was ever put there. */
  Value get(Object key) {
    Value known = cells.get(key);
    if (known == null) {
      return rest == Value.NOTHING ? null : rest;
    }
    return rest == Value.NOTHING ? known : known.or(rest);
  }

  /** What is under just this key, or null; not what is there under some key. */
  Value under(Object key) {
    return cells.get(key);
  }

  /** Everything in it. */
  Value all() {
    Value all = rest;
    for (Value each : cells.values()) {
      all = all.or(each);
    }
    return all;
  }

  Obj put(Object key, Value value) {
    Value old = cells.get(key);
    if (old == null && cells.size() >= MOST_CELLS) {
      return add(value);
    }
    Map<Object, Value> changed = new LinkedHashMap<>(cells);
    changed.put(key, isMany && old != null ? old.or(value) : value);
    return new Obj(changed, rest, keys, size, isMany);
  }

  /** With something more under a key that is not known, or at the end. */
  Obj add(Value value) {
    return new Obj(cells, rest.or(value), keys, -1, isMany);
  }

  /** With a key that is not constant. */
  Obj withKey(Value key) {
    return key.traces.isEmpty() ? this : new Obj(cells, rest, keys.or(key), size, isMany);
  }

  /** With nothing known of the order. */
  Obj unordered() {
    return new Obj(Map.of(), all(), keys, -1, isMany);
  }

  Obj append(Value value) {
    if (size < 0 || isMany || size >= MOST_CELLS) {
      return add(value);
    }
    Map<Object, Value> changed = new LinkedHashMap<>(cells);
    changed.put(size, value);
    return new Obj(changed, rest, keys, size + 1, false);
  }

  Obj remove(Object key) {
    if (isMany || !cells.containsKey(key)) {
      return this;
    }
    Map<Object, Value> changed = new LinkedHashMap<>(cells);
    changed.remove(key);
    return new Obj(changed, rest, keys, size, false);
  }

  /** What was checked is clean in the values themselves. */
  Obj checkedIn(State state) {
    Map<Object, Value> changed = new LinkedHashMap<>();
    boolean isChanged = false;
    for (Map.Entry<Object, Value> each : cells.entrySet()) {
      Value cleaned = each.getValue().checkedIn(state);
      isChanged |= cleaned != each.getValue();
      changed.put(each.getKey(), cleaned);
    }
    Value others = rest.checkedIn(state);
    Value names = keys.checkedIn(state);
    return isChanged || others != rest || names != keys
        ? new Obj(changed, others, names, size, isMany)
        : this;
  }

  Obj many() {
    return isMany ? this : new Obj(cells, rest, keys, size, true);
  }

  Obj or(Obj other) {
    if (this == other) {
      return this;
    }
    boolean isList = size >= 0 || other.size >= 0;
    if (isList && size != other.size) {
      return orLonger(other);
    }
    Map<Object, Value> joined = new LinkedHashMap<>(cells);
    other.cells.forEach((key, value) -> joined.merge(key, value, Value::or));
    return new Obj(joined, rest.or(other.rest), keys.or(other.keys), size, isMany || other.isMany);
  }

  /** Of lists of different lengths, the beginnings stay known. */
  private Obj orLonger(Obj other) {
    Map<Object, Value> joined = new LinkedHashMap<>();
    Value others = rest.or(other.rest);
    for (Map.Entry<Object, Value> each : cells.entrySet()) {
      Value same = other.cells.get(each.getKey());
      if (same == null) {
        others = others.or(each.getValue());
      } else {
        joined.put(each.getKey(), each.getValue().or(same));
      }
    }
    for (Map.Entry<Object, Value> each : other.cells.entrySet()) {
      others = joined.containsKey(each.getKey()) ? others : others.or(each.getValue());
    }
    return new Obj(joined, others, keys.or(other.keys), -1, isMany || other.isMany);
  }

  boolean isSame(Obj other) {
    if (this == other) {
      return true;
    }
    if (size != other.size
        || isMany != other.isMany
        || cells.size() != other.cells.size()
        || !rest.isSame(other.rest)
        || !keys.isSame(other.keys)) {
      return false;
    }
    for (Map.Entry<Object, Value> each : cells.entrySet()) {
      Value value = other.cells.get(each.getKey());
      if (value == null || !each.getValue().isSame(value)) {
        return false;
      }
    }
    return true;
  }
}
