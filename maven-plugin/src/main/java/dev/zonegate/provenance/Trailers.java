package dev.zonegate.provenance;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds trailers wherever they stand in a message: squash merges keep those of each commit in the
 * middle, and tools put lines of prose beside them, where git itself does not look.
 */
final class Trailers {
  private static final int LONGEST_MESSAGE = 256 * 1024;
  private static final int MOST = 1000;
  private static final int LONGEST_VALUE = 1000;
  private static final Pattern LINE =
      Pattern.compile("([A-Za-z][A-Za-z0-9-]{0,63})[ \\t]*:[ \\t]+(\\S.*)");

  private Trailers() {}

  /**
   * The trailers of a message in order.
   *
   * @param keys which are wanted, in lower case
   */
  static List<Trailer> of(String message, Set<String> keys) {
    List<Trailer> found = new ArrayList<>();
    List<String> lines = lines(message);
    int lastBlock = lastBlock(lines);
    boolean isFenced = false;
    for (int i = 0; i < lines.size() && found.size() < MOST; i++) {
      String line = lines.get(i);
      isFenced ^= line.startsWith("```");
      Matcher matcher = LINE.matcher(line);
      if (isFenced || !matcher.matches()) {
        continue;
      }
      StringBuilder value = new StringBuilder(matcher.group(2).strip());
      while (i + 1 < lines.size() && isContinuation(lines.get(i + 1))) {
        i++;
        value.append(' ').append(lines.get(i).strip());
      }
      Trailer trailer =
          new Trailer(
              matcher.group(1),
              value.length() > LONGEST_VALUE ? value.substring(0, LONGEST_VALUE) : value.toString(),
              i >= lastBlock);
      if (keys.contains(trailer.key())) {
        found.add(trailer);
      }
    }
    return found;
  }

  /** The lines of a message, as many as are read. */
  static List<String> lines(String message) {
    return head(message).lines().map(String::stripTrailing).toList();
  }

  /** As much of a message as is read. */
  static String head(String message) {
    boolean isLong = message.length() > LONGEST_MESSAGE;
    return isLong ? message.substring(0, message.offsetByCodePoints(LONGEST_MESSAGE, -1)) : message;
  }

  /** Where the last paragraph starts. */
  static int lastBlock(List<String> lines) {
    int at = lines.size();
    while (at > 0 && lines.get(at - 1).isEmpty()) {
      at--;
    }
    while (at > 0 && !lines.get(at - 1).isEmpty()) {
      at--;
    }
    return at;
  }

  private static boolean isContinuation(String line) {
    return (line.startsWith(" ") || line.startsWith("\t")) && !line.isBlank();
  }
}
