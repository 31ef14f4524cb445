package dev.zonegate.increment;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;

/**
 * The words of a text as numbers, sorted. Two words that share a number cost a needless analysis
 * and never hide a change.
 */
final class Words {
  private static final String PRIMITIVES = "BCDFIJSZV";

  private Words() {}

  /** The words of a text; of {@code Map$Entry} also its parts. */
  static int[] of(CharSequence text) {
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
    return array(found);
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

  static int[] array(Set<Integer> sorted) {
    return sorted.stream().mapToInt(Integer::intValue).toArray();
  }

  /** Whether a text with these words has one of those. */
  static boolean meet(int[] words, Set<Integer> wanted) {
    return !wanted.isEmpty() && Arrays.stream(words).anyMatch(wanted::contains);
  }

  /** A number for a whole text that no other text has. */
  static long digest(CharSequence text) {
    return digest(text.toString().getBytes(StandardCharsets.UTF_8));
  }

  static long digest(byte[] bytes) {
    try {
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(bytes);
      long number = 0;
      for (int i = 0; i < Long.BYTES; i++) {
        number = number << Byte.SIZE | hash[i] & 0xFF;
      }
      return number;
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
