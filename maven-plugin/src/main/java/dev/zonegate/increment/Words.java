package dev.zonegate.increment;

import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;

/**
 * The words of a text as numbers. Two words that share a number cost a needless analysis and never
 * hide a change.
 */
final class Words {
  static final Words NONE = new Words(new int[0]);
  private static final String PRIMITIVES = "BCDFIJSZV";

  private final int[] numbers;

  /** Words of these numbers, which are sorted. */
  Words(int[] numbers) {
    this.numbers = numbers.clone();
  }

  static Words of(Set<Integer> numbers) {
    return of(numbers.stream().mapToInt(Integer::intValue));
  }

  /** Words of these numbers in any order, of which some may be there twice. */
  static Words of(IntStream numbers) {
    int[] sorted = numbers.toArray();
    Arrays.sort(sorted);
    int count = 0;
    for (int each : sorted) {
      if (count == 0 || sorted[count - 1] != each) {
        sorted[count++] = each;
      }
    }
    return new Words(Arrays.copyOf(sorted, count));
  }

  /** The words of a text; of {@code Map$Entry} also its parts. */
  static Words in(CharSequence text) {
    Set<Integer> found = new TreeSet<>();
    int start = -1;
    for (int at = 0; at <= text.length(); at++) {
      boolean isPart = at < text.length() && isPart(text.charAt(at));
      if (isPart && start < 0) {
        start = at;
      } else if (!isPart && start >= 0) {
        add(text.subSequence(start, at).toString(), found);
        start = -1;
      }
    }
    return of(found);
  }

  private static void add(String word, Set<Integer> found) {
    found.add(word.hashCode());
    if (word.indexOf('$') >= 0) {
      for (String part : word.split("\\$")) {
        found.add(part.hashCode());
      }
    }
    // of a descriptor, where signs of types may stand before a name
    int at = 0;
    while (at < word.length() && PRIMITIVES.indexOf(word.charAt(at)) >= 0) {
      at++;
    }
    if (at < word.length() && word.charAt(at) == 'L') {
      found.add(word.substring(at + 1).hashCode());
    }
  }

  private static boolean isPart(char c) {
    return Character.isJavaIdentifierPart(c) || Character.isSurrogate(c);
  }

  /** Whether one of these is wanted. */
  boolean meet(Set<Integer> wanted) {
    return !wanted.isEmpty() && Arrays.stream(numbers).anyMatch(wanted::contains);
  }

  void addTo(Set<Integer> more) {
    for (int each : numbers) {
      more.add(each);
    }
  }

  int[] numbers() {
    return numbers.clone();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Words that && Arrays.equals(numbers, that.numbers);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(numbers);
  }
}
