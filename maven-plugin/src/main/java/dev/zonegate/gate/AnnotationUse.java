package dev.zonegate.gate;

import dev.zonegate.frontend.Token;
import dev.zonegate.frontend.Tokens;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * An annotation as it is written, found without a parse.
 *
 * @param name as written, simple or qualified
 * @param line 1-based
 */
record AnnotationUse(String name, int line, Target target) {
  private static final Set<String> MODIFIERS =
      Set.of(
          "public",
          "protected",
          "private",
          "static",
          "final",
          "abstract",
          "sealed",
          "non",
          "-",
          "strictfp");

  /** What it stands on. */
  enum Target {
    PACKAGE,
    TYPE,
    /** A method, a field or something smaller. */
    MEMBER
  }

  /** The last part of its name. */
  String simpleName() {
    return name.substring(name.lastIndexOf('.') + 1);
  }

  /** All of a file, in order. */
  static List<AnnotationUse> in(Tokens tokens) {
    List<AnnotationUse> uses = new ArrayList<>();
    for (int i = 0; i < tokens.size(); i++) {
      if (isAnnotation(tokens, i)) {
        Target target = target(tokens, afterAnnotation(tokens, i));
        uses.add(new AnnotationUse(name(tokens, i), tokens.span(i).startLine(), target));
      }
    }
    return uses;
  }

  private static boolean isAnnotation(Tokens tokens, int at) {
    return is(tokens, at, "@") && isWord(tokens, at + 1) && !is(tokens, at + 1, "interface");
  }

  private static String name(Tokens tokens, int at) {
    StringBuilder name = new StringBuilder(tokens.get(at + 1).text());
    for (int i = at + 2; is(tokens, i, ".") && isWord(tokens, i + 1); i += 2) {
      name.append('.').append(tokens.get(i + 1).text());
    }
    return name.toString();
  }

  private static int afterAnnotation(Tokens tokens, int at) {
    int end = at + 2;
    while (is(tokens, end, ".") && isWord(tokens, end + 1)) {
      end += 2;
    }
    return is(tokens, end, "(") ? tokens.closing(end) + 1 : end;
  }

  private static Target target(Tokens tokens, int from) {
    int at = from;
    while (isAnnotation(tokens, at)
        || at < tokens.size() && MODIFIERS.contains(tokens.get(at).text())) {
      at = isAnnotation(tokens, at) ? afterAnnotation(tokens, at) : at + 1;
    }
    if (is(tokens, at, "package")) {
      return Target.PACKAGE;
    }
    boolean isRecord = is(tokens, at, "record") && isWord(tokens, at + 1);
    boolean isType =
        is(tokens, at, "class")
            || is(tokens, at, "enum")
            || is(tokens, at, "interface")
            || is(tokens, at, "@") && is(tokens, at + 1, "interface")
            || isRecord && (is(tokens, at + 2, "(") || is(tokens, at + 2, "<"));
    return isType ? Target.TYPE : Target.MEMBER;
  }

  private static boolean is(Tokens tokens, int at, String text) {
    return at < tokens.size() && tokens.get(at).is(text);
  }

  private static boolean isWord(Tokens tokens, int at) {
    return at < tokens.size() && tokens.get(at).kind() == Token.Kind.WORD;
  }
}
