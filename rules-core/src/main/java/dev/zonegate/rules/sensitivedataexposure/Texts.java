package dev.zonegate.rules.sensitivedataexposure;

import dev.zonegate.model.Expr;
import dev.zonegate.model.Invocation;
import dev.zonegate.model.SourceFile;

/** Short texts of code, for messages. */
final class Texts {
  private static final int LONGEST = 48;

  private Texts() {}

  /** What {@code expr} reads, without its arguments. */
  static String shown(SourceFile file, Expr expr) {
    String text = expr instanceof Invocation use ? use.shortName() : file.text(expr);
    return shortened(text);
  }

  /** {@code text} in one line that fits a message. */
  static String shortened(String text) {
    String line = text.replaceAll("\\s+", " ");
    return line.length() > LONGEST ? line.substring(0, LONGEST - 3) + "..." : line;
  }
}
