package dev.zonegate.catalogue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Places of fixtures that pages name by a piece of their text. */
final class FixturePlaces {
  static final Path ROOT = Path.of(System.getProperty("zonegate.root"));
  private static final Path FIXTURES = ROOT.resolve("rules-core/src/test/resources/fixtures");
  private static final Pattern MARK_ALONE = Pattern.compile("\\s*(?://|#|<!--) finds\\?? .*");
  private static final Pattern WHOLE = Pattern.compile(".*[;}]\\s*(?://.*)?");

  private FixturePlaces() {}

  /**
   * The lines that {@code text} stands in: each with the body that begins there, if one does, and
   * the marks above it.
   */
  static List<String> of(String fixture, String text) throws IOException {
    List<String> lines = Files.readAllLines(FIXTURES.resolve(fixture));
    List<String> places = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      boolean isMark = MARK_ALONE.matcher(lines.get(i)).matches();
      if (lines.get(i).contains(text) && !isMark) {
        places.add(String.join("\n", lines.subList(start(lines, i), end(lines, i) + 1)));
      }
    }
    return places;
  }

  private static int start(List<String> lines, int line) {
    int start = line;
    while (start > 0 && MARK_ALONE.matcher(lines.get(start - 1)).matches()) {
      start--;
    }
    return start;
  }

  /** The line that closes what begins in {@code line}. */
  private static int end(List<String> lines, int line) {
    if (WHOLE.matcher(lines.get(line)).matches() || isOfType(lines, line)) {
      return line;
    }
    String indent = indent(lines.get(line));
    for (int i = line + 1; i < lines.size(); i++) {
      String each = lines.get(i);
      if (indent(each).equals(indent) && WHOLE.matcher(each).matches()) {
        return i;
      }
      if (!each.isBlank() && indent(each).length() < indent.length()) {
        return line;
      }
    }
    return line;
  }

  /** Whether a line is an annotation of a type, or of a part, of which not the rest is meant. */
  private static boolean isOfType(List<String> lines, int line) {
    String text = lines.get(line).strip();
    return text.startsWith("@") && text.endsWith(",")
        || text.startsWith("@")
            && line + 1 < lines.size()
            && lines.get(line + 1).matches(".*\\b(?:class|interface|record|enum) .*");
  }

  private static String indent(String line) {
    return line.substring(0, line.length() - line.stripLeading().length());
  }

  /** Whether it is marked, and so that only a {@code grade} is announced there. */
  static boolean isLowered(String place, String pattern, String grade) {
    return place.contains(" " + pattern + " (" + grade + ")");
  }

  static boolean isMarked(String place, String pattern) {
    return Pattern.compile("finds\\?? " + Pattern.quote(pattern) + "\\b").matcher(place).find();
  }
}
