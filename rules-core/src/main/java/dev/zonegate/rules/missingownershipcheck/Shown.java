package dev.zonegate.rules.missingownershipcheck;

import dev.zonegate.model.Expr;
import dev.zonegate.model.Invocation;
import dev.zonegate.model.SourceFile;

/** Code as a message shows it. */
final class Shown {
  private static final int LONGEST = 40;

  private Shown() {}

  static String of(SourceFile file, Expr value) {
    String text =
        value instanceof Invocation call
            ? call.shortName()
            : file.text(value).replaceAll("\\s+", " ");
    return text.length() > LONGEST ? text.substring(0, LONGEST) + "..." : text;
  }
}
