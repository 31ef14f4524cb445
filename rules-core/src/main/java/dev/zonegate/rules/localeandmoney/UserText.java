package dev.zonegate.rules.localeandmoney;

import dev.zonegate.match.Bindings;
import dev.zonegate.match.LeafName;
import dev.zonegate.match.Vocabulary;
import dev.zonegate.model.Expr;
import dev.zonegate.model.SourceFile;
import dev.zonegate.model.Variable;

/** Tells texts that people write, in any script, from codes of ASCII characters. */
final class UserText {
  private static final Vocabulary TEXTS = Vocabulary.load("locale/user-text.words");
  private static final Vocabulary CODES = Vocabulary.load("locale/code-text.words");

  private UserText() {}

  /** Whether a value is such a text by its name, or by the name of what a local is made of. */
  static boolean isUserText(SourceFile file, Expr value) {
    Expr origin = origin(file, value);
    return isUserText(LeafName.of(value)) && !isCode(LeafName.of(origin))
        || !isCode(LeafName.of(value)) && isUserText(LeafName.of(origin));
  }

  static boolean isUserText(String name) {
    return TEXTS.isIn(name) && !isCode(name);
  }

  static boolean isCode(String name) {
    return CODES.isIn(name);
  }

  /** The call chain's start: {@code comment} of {@code comment.trim()}. */
  private static Expr origin(SourceFile file, Expr value) {
    Expr start = value;
    Variable variable = Bindings.of(file).variable(value).orElse(null);
    if (variable != null && variable.initializer() != null) {
      start = variable.initializer();
    }
    while (start instanceof Expr.Call call
        && call.target() != null
        && call.receiverType().isNamed("java.lang.String")) {
      start = call.target();
    }
    return start;
  }
}
