package dev.zonegate.match;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Names of properties that tell whose a thing is: {@code userId}, {@code owner}, {@code tenant}.
 */
public final class OwnerNames {
  private static final Set<String> STRONG =
      new HashSet<>(Vocabulary.lines("ownership/strong.words"));
  private static final Set<String> WEAK = new HashSet<>(Vocabulary.lines("ownership/weak.words"));
  private static final Set<String> KEYS = new HashSet<>(Vocabulary.lines("ownership/key.words"));
  private static final Set<String> ACCESSORS = Set.of("get", "set", "with", "is", "has");

  private static final WordStarts STARTS = new WordStarts(union(STRONG, WEAK));

  private OwnerNames() {}

  private static Set<String> union(Set<String> one, Set<String> other) {
    Set<String> both = new HashSet<>(one);
    both.addAll(other);
    return both;
  }

  /** Whether a property of this name tells whose a thing is. */
  public static boolean isOwner(String property) {
    if (!STARTS.mayBeIn(property)) {
      return false;
    }
    List<String> words = Words.of(property);
    return isIn(STRONG, words) || isIn(WEAK, words);
  }

  /** As {@link #isOwner}, where no business between others is meant, as with a customer. */
  public static boolean isStrong(String property) {
    return STARTS.mayBeIn(property) && isIn(STRONG, Words.of(property));
  }

  /** The property that an accessor reads or sets: {@code userId} of {@code getUserId}. */
  public static String property(String accessor) {
    String verb = Words.first(accessor);
    if (!ACCESSORS.contains(verb) || Words.of(accessor).size() < 2) {
      return accessor;
    }
    String rest = accessor.substring(verb.length());
    return Character.toLowerCase(rest.charAt(0)) + rest.substring(1);
  }

  private static boolean isIn(Set<String> names, List<String> words) {
    int end = words.size();
    while (end > 0) {
      if (names.contains(String.join(" ", words.subList(0, end)))) {
        return true;
      }
      if (!KEYS.contains(words.get(end - 1))) {
        return false;
      }
      end--;
    }
    return false;
  }
}
