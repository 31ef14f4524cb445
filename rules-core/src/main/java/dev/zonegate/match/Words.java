package dev.zonegate.match;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Takes names apart: {@code resetToken}, {@code RESET_TOKEN} and {@code reset-token2} are the words
 * reset and token.
 */
public final class Words {
  private static final Pattern BETWEEN =
      Pattern.compile(
          "[^A-Za-z]+|(?<=[a-z])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])", Pattern.UNICODE_CASE);

  private Words() {}

  /** The words of {@code name} in lower case, without digits. */
  public static List<String> of(String name) {
    List<String> words = new ArrayList<>();
    for (String word : BETWEEN.split(name)) {
      if (!word.isEmpty()) {
        words.add(word.toLowerCase(Locale.ROOT));
      }
    }
    return words;
  }
}
