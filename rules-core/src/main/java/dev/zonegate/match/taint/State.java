package dev.zonegate.match.taint;

import dev.zonegate.model.Variable;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;

/** What is known at one place of a method. Copies are cheap. */
final class State {
  private final Map<Variable, Integer> numbers;
  private Trie<Value> variables;
  private Trie<Obj> heap;
  private Map<Origin, Integer> checked;

  State() {
    this(new IdentityHashMap<>(), Trie.empty(), Trie.empty(), Map.of());
  }

  private State(
      Map<Variable, Integer> numbers,
      Trie<Value> variables,
      Trie<Obj> heap,
      Map<Origin, Integer> checked) {
    this.numbers = numbers;
    this.variables = variables;
    this.heap = heap;
    this.checked = checked;
  }

  State copy() {
    return new State(numbers, variables, heap, checked);
  }

  private int number(Variable variable) {
    Integer known = numbers.get(variable);
    if (known == null) {
      known = numbers.size();
      numbers.put(variable, known);
    }
    return known;
  }

  /** What a variable holds, or null if nothing was ever assigned. */
  Value get(Variable variable) {
    return variables.get(number(variable));
  }

  void put(Variable variable, Value value) {
    variables = variables.with(number(variable), value);
  }

  void drop(Variable variable) {
    if (get(variable) != null) {
      variables = variables.with(number(variable), null);
    }
  }

  Obj get(Site site) {
    Obj obj = heap.get(site.number);
    return obj == null ? Obj.EMPTY : obj;
  }

  void put(Site site, Obj obj) {
    heap = heap.with(site.number, obj);
  }

  /** Makes a new object at a site. */
  void allocate(Site site, Obj fresh) {
    Obj before = heap.get(site.number);
    put(site, before == null ? fresh : before.or(fresh).many());
  }

  /** Notes that the value from {@code origin} passed a check. */
  void check(Origin origin, int kinds) {
    Map<Origin, Integer> more = new HashMap<>(checked);
    more.merge(origin, kinds, (one, other) -> one | other);
    checked = more;
  }

  /** Whether no value is known to have passed a check. */
  boolean isUnchecked() {
    return checked.isEmpty();
  }

  /** The kinds of sink that a checked origin cannot harm here. */
  int checked(Origin origin) {
    int kinds = checked.getOrDefault(origin, SinkKind.NONE);
    return origin.whole() == null ? kinds : kinds | checked(origin.whole());
  }

  /** Takes a check back. */
  void uncheck(Origin origin) {
    Map<Origin, Integer> fewer = new HashMap<>(checked);
    fewer.remove(origin);
    checked = fewer;
  }

  /** Is from now on what {@code other} is. */
  void become(State other) {
    variables = other.variables;
    heap = other.heap;
    checked = other.checked;
  }

  /** Adds what holds on another way to the same place; {@code other} may be null. */
  State or(State other) {
    if (other == null || other == this) {
      return this;
    }
    State one = settled(other);
    State two = other.settled(this);
    variables = one.variables.or(two.variables, Value::or);
    heap = one.heap.or(two.heap, Obj::or);
    if (checked != other.checked) {
      Map<Origin, Integer> both = new HashMap<>(checked);
      both.replaceAll((origin, kinds) -> kinds & other.checked(origin));
      both.values().removeIf(kinds -> kinds == SinkKind.NONE);
      checked = both;
    }
    return this;
  }

  /** This state, where the values themselves say what was checked here and not in {@code other}. */
  private State settled(State other) {
    boolean isLost = false;
    for (Map.Entry<Origin, Integer> each : checked.entrySet()) {
      isLost |= (each.getValue() & ~other.checked(each.getKey())) != 0;
    }
    return isLost
        ? new State(
            numbers,
            variables.map(each -> each.checkedIn(this)),
            heap.map(each -> each.checkedIn(this)),
            checked)
        : this;
  }

  static State join(State one, State other) {
    return one == null ? other : one.or(other);
  }

  /** Forgets the constants of what changed since {@code before}, so that a loop comes to an end. */
  void widen(State before) {
    variables =
        variables.or(
            before.variables, (value, old) -> old.isSame(value) ? value : value.withoutConstants());
  }

  boolean isSame(State other) {
    return checked.equals(other.checked)
        && variables.isSame(other.variables, Value::isSame)
        && heap.isSame(other.heap, Obj::isSame);
  }
}
