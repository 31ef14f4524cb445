package shop.generics;

import java.util.*;
import java.util.function.*;

class Generics<K extends Comparable<? super K>, V> {
  static class Node<A> {
    class Child<B> { }
    A value;
    Node<A> next;
  }

  Node<String>.Child<Integer> child;
  Map<K, ? extends List<? super V>>[] maps;
  Generics<K, V>.Entry entry;

  class Entry { K key; V[] values; }

  <T extends Object & Comparable<? super T>> T max(Collection<? extends T> all) {
    Iterator<? extends T> each = all.iterator();
    T best = each.next();
    while (each.hasNext()) {
      T next = each.next();
      if (next.compareTo(best) > 0) best = next;
    }
    return best;
  }

  void use(List<?> any, List<? extends Number> numbers, Class<? extends V> type, K key) throws Exception {
    Object first = any.get(0);
    int sum = numbers.get(0).intValue() + 1;
    V made = type.getDeclaredConstructor().newInstance();
    key.compareTo(key);
    Map<String, List<Integer>> grouped = new HashMap<>();
    grouped.computeIfAbsent("a", k -> new ArrayList<>()).add(1);
    for (Map.Entry<String, List<Integer>> e : grouped.entrySet()) e.getValue().get(0).longValue();
    List<String> sorted = grouped.keySet().stream().map(String::trim).filter(s -> !s.isEmpty()).toList();
    boolean less = sum < sorted.size() && sum >> 1 > 2 == sum >= 3;
    Generics.<String>pick("a", "b").length();
    new <Integer>Generics<String, Integer>().entry.key.trim();
    Function<Integer, List<String>[]> arrays = List[]::new;
    Supplier<Node<String>> make = Node<String>::new;
    int[] numbersOf = {1, 2};
    entry.values[0].hashCode();
    Arrays.asList(1, 2L).get(0).intValue();
  }

  @SafeVarargs
  static <E> E pick(E... all) { return all[0]; }

  static <X extends Exception> void sneak(Exception e) throws X { throw (X) e; }
}
