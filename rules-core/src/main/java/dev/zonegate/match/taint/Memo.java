package dev.zonegate.match.taint;

import java.util.IdentityHashMap;
import java.util.Map;
import java.util.function.Function;

/** A function of nodes or types of one file, each answered once. */
final class Memo<K, V> {
  private final Map<K, V> known = new IdentityHashMap<>();
  private final Function<K, V> function;

  Memo(Function<K, V> function) {
    this.function = function;
  }

  V of(K key) {
    V value = known.get(key);
    if (value == null) {
      value = function.apply(key);
      known.put(key, value);
    }
    return value;
  }
}
