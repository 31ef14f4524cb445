package dev.zonegate.rules.rawsql;

import dev.zonegate.model.Expr;
import dev.zonegate.model.Invocation;
import dev.zonegate.model.SourceFile;

/** Short code for messages. */
final class Snippets {
  private static final int LONGEST = 30;

  private Snippets() {}

  static String of(Expr expr, SourceFile file) {
    String text =
        expr instanceof Invocation use ? of(use) : file.text(expr).replaceAll("\\s+", " ");
    return shortened(text);
  }

  static String shortened(String text) {
    return text.length() <= LONGEST ? text : text.substring(0, LONGEST - 3) + "...";
  }

  static String of(Invocation use) {
    String text = use.shortName();
    return text.length() <= LONGEST ? text : use.name() + "(...)";
  }
}
