package dev.zonegate.match.taint;

import dev.zonegate.model.Answer;
import dev.zonegate.model.Node;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;

/** What a variable or expression can hold. Immutable. */
final class Value {
  /** Stands in a shape for text that is not fixed. */
  static final char HOLE = '\uFFFC';

  /** The constant {@code null}. */
  static final Object NULL =
      new Object() {
        @Override
        public String toString() {
          return "null";
        }
      };

  private static final int MOST_CONSTANTS = 6;
  private static final int MOST_TRACES = 12;
  private static final int LONGEST_SHAPE = 200;
  private static final String ANY = String.valueOf(HOLE);

  /** Anything, but nothing that somebody else chose. */
  static final Value UNKNOWN = new Value(Map.of(), Set.of(), null, ANY);

  /** No value at all; neutral when joined. */
  static final Value NOTHING = new Value(Map.of(), Set.of(), Set.of(), "");

  private static final Value TRUE = fixed(true);
  private static final Value FALSE = fixed(false);
  private static final Value NO_OBJECT = fixed(NULL);

  /** By origin. */
  final Map<Origin, Trace> traces;

  /** The objects that it can be. */
  final Set<Site> sites;

  /** All values that it can have, or null if they are not known. */
  final Set<Object> constants;

  /** Its text with {@link #HOLE} for what is not fixed. */
  final String shape;

  private Value(Map<Origin, Trace> traces, Set<Site> sites, Set<Object> constants, String shape) {
    this.traces = traces;
    this.sites = sites;
    this.constants = constants;
    this.shape = shape.length() > LONGEST_SHAPE ? shape.substring(0, LONGEST_SHAPE) : shape;
  }

  static Value constant(Object value) {
    if (value instanceof Boolean known) {
      return known ? TRUE : FALSE;
    }
    return value == NULL ? NO_OBJECT : fixed(value);
  }

  private static Value fixed(Object value) {
    return new Value(Map.of(), Set.of(), Set.of(value), String.valueOf(value));
  }

  static Value of(Trace trace) {
    return new Value(Map.of(trace.origin(), trace), Set.of(), null, ANY);
  }

  static Value of(Site site) {
    return new Value(Map.of(), Set.of(site), null, ANY);
  }

  static Value join(Collection<Value> values) {
    Value all = NOTHING;
    for (Value each : values) {
      all = all.or(each);
    }
    return all == NOTHING ? UNKNOWN : all;
  }

  /** The one value that it always has, or null if that is not known. */
  Object constant() {
    return constants != null && constants.size() == 1 ? constants.iterator().next() : null;
  }

  /** Whether it is always true, or never. */
  Answer truth() {
    return constant() instanceof Boolean known ? Answer.of(known) : Answer.UNKNOWN;
  }

  boolean isTainted() {
    for (Origin each : traces.keySet()) {
      if (each.isText()) {
        return true;
      }
    }
    return false;
  }

  boolean has(Origin origin) {
    return traces.containsKey(origin);
  }

  /** The same text and origins, as another object of which nothing else is known. */
  Value asText() {
    return new Value(traces, Set.of(), constants, shape);
  }

  /** The same origins as text with these constants and this shape. */
  Value asText(Set<Object> values, String text) {
    return new Value(traces, Set.of(), values, text);
  }

  /** With the origins of another value. */
  Value orTraces(Value other) {
    return other.traces.isEmpty() ? this : new Value(tracesOr(other), sites, constants, shape);
  }

  /** The origins alone. */
  Value asTaint() {
    return new Value(traces, Set.of(), null, ANY);
  }

  Value withoutTraces() {
    return traces.isEmpty() ? this : new Value(Map.of(), sites, constants, shape);
  }

  Value withoutConstants() {
    return constants == null ? this : new Value(traces, sites, null, ANY);
  }

  Value with(Site site) {
    return new Value(traces, Set.of(site), null, shape);
  }

  Value with(Trace trace) {
    Map<Origin, Trace> more = new LinkedHashMap<>(traces);
    more.merge(trace.origin(), trace, Trace::or);
    return new Value(more, sites, constants, shape);
  }

  /** With another trace in place of that of the same origin. */
  Value replaced(Trace trace) {
    Map<Origin, Trace> changed = new LinkedHashMap<>(traces);
    changed.put(trace.origin(), trace);
    return new Value(changed, sites, constants, shape);
  }

  Value without(Origin origin) {
    Map<Origin, Trace> changed = new LinkedHashMap<>(traces);
    changed.remove(origin);
    return new Value(changed, sites, constants, shape);
  }

  Value withShape(String text) {
    return new Value(traces, sites, constants, text);
  }

  Value cleaned(int kinds) {
    return kinds == 0 ? this : map(each -> each.cleaned(kinds));
  }

  /** What was checked is clean in the value itself. */
  Value checkedIn(State state) {
    if (traces.isEmpty() || state.isUnchecked()) {
      return this;
    }
    Value cleaned = this;
    for (Trace each : traces.values()) {
      int kinds = state.checked(each.origin());
      if ((each.clean() | kinds) != each.clean()) {
        cleaned = cleaned.replaced(each.cleaned(kinds));
      }
    }
    return cleaned;
  }

  Value restored() {
    return map(Trace::restored);
  }

  Value at(Node node, String message) {
    return map(each -> each.at(node, message));
  }

  private Value map(UnaryOperator<Trace> change) {
    if (traces.isEmpty()) {
      return this;
    }
    if (traces.size() == 1) {
      Trace only = traces.values().iterator().next();
      Trace other = change.apply(only);
      return other == only
          ? this
          : new Value(Map.of(other.origin(), other), sites, constants, shape);
    }
    Map<Origin, Trace> changed = new LinkedHashMap<>();
    traces.forEach((origin, trace) -> changed.put(origin, change.apply(trace)));
    return new Value(changed, sites, constants, shape);
  }

  Value orDefault(Value other, boolean isGiven) {
    return isGiven ? or(other) : this;
  }

  Value or(Value other) {
    if (other == NOTHING || isSame(other)) {
      return this;
    }
    if (this == NOTHING) {
      return other;
    }
    return new Value(
        tracesOr(other),
        union(sites, other.sites),
        constantsOr(other),
        shape.equals(other.shape) ? shape : ANY);
  }

  private Map<Origin, Trace> tracesOr(Value other) {
    if (other.traces.isEmpty()) {
      return traces;
    }
    if (traces.isEmpty()) {
      return other.traces;
    }
    if (traces == other.traces) {
      return traces;
    }
    Map<Origin, Trace> joined = new LinkedHashMap<>(traces);
    for (Trace each : other.traces.values()) {
      if (joined.size() < MOST_TRACES || joined.containsKey(each.origin())) {
        joined.merge(each.origin(), each, Trace::or);
      }
    }
    return joined;
  }

  private Set<Object> constantsOr(Value other) {
    if (constants == null || other.constants == null) {
      return null;
    }
    Set<Object> joined = union(constants, other.constants);
    return joined.size() > MOST_CONSTANTS ? null : joined;
  }

  private static <T> Set<T> union(Set<T> one, Set<T> other) {
    if (one.containsAll(other)) {
      return one;
    }
    if (one.isEmpty()) {
      return other;
    }
    Set<T> both = new LinkedHashSet<>(one);
    both.addAll(other);
    return both;
  }

  boolean isSame(Value other) {
    if (this == other) {
      return true;
    }
    if (traces.size() != other.traces.size()
        || !sites.equals(other.sites)
        || (constants == null ? other.constants != null : !constants.equals(other.constants))
        || !shape.equals(other.shape)) {
      return false;
    }
    for (Trace each : traces.values()) {
      Trace same = other.traces.get(each.origin());
      if (same == null || !same.isSame(each)) {
        return false;
      }
    }
    return true;
  }
}
