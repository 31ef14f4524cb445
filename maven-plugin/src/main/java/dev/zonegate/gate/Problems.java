package dev.zonegate.gate;

import dev.zonegate.match.SecretValues;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.nodes.Node;

/** What is wrong with a policy, in the order in which it was met. */
final class Problems {
  private static final int MOST = 20;
  private static final int LONGEST_QUOTE = 60;

  /** A long word of small and capital letters and digits: no key, hardly a zone or a package. */
  private static final Pattern PASSWORD =
      Pattern.compile(
          "(?<![\\w+=-])(?=[\\w+=-]{0,60}\\d)(?=[\\w+=-]{0,60}[A-Z])(?=[\\w+=-]{0,60}[a-z])"
              + "[\\w+=-]{8}");

  private final String file;
  private final List<String> lines = new ArrayList<>();

  Problems(String file) {
    this.file = file;
  }

  void add(String what) {
    if (lines.size() < MOST) {
      lines.add(file + ": " + what);
    }
  }

  void add(int line, int column, String what) {
    if (lines.size() < MOST) {
      lines.add(file + ":" + line + ":" + column + ": " + what);
    }
  }

  void add(Node where, String what) {
    add(where.getStartMark(), what);
  }

  void add(Optional<Mark> where, String what) {
    if (lines.size() < MOST) {
      String place = where.map(m -> ":" + (m.getLine() + 1) + ":" + (m.getColumn() + 1)).orElse("");
      lines.add(file + place + ": " + what);
    }
  }

  /** Text of the policy, short and on one line, for a message; none that may be a secret. */
  static String quote(String text) {
    if (SecretValues.mayHold(text) || PASSWORD.matcher(text).find()) {
      return "(a text of " + text.length() + " characters)";
    }
    String line = text.replaceAll("\\p{Cntrl}", " ");
    boolean isLong = line.length() > LONGEST_QUOTE;
    return "`" + (isLong ? line.substring(0, LONGEST_QUOTE) + "..." : line) + "`";
  }

  boolean isEmpty() {
    return lines.isEmpty();
  }

  List<String> lines() {
    return lines;
  }
}
