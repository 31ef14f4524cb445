package dev.zonegate.frontend.javac;

import dev.zonegate.frontend.Token;
import dev.zonegate.frontend.Tokens;
import dev.zonegate.model.Modifier;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * The modifiers that stand at a place; hosts add implied ones.
 *
 * @param next index of the first token after modifiers and annotations
 */
record WrittenModifiers(Set<Modifier> modifiers, int next) {
  private static final Map<String, Modifier> BY_TEXT = new HashMap<>();

  static {
    for (Modifier each : Modifier.values()) {
      BY_TEXT.put(each.toString(), each);
    }
  }

  static WrittenModifiers at(Tokens tokens, int first) {
    EnumSet<Modifier> found = EnumSet.noneOf(Modifier.class);
    int at = Math.max(0, first);
    while (at < tokens.size()) {
      Token token = tokens.get(at);
      Modifier modifier = BY_TEXT.get(token.text());
      if (modifier != null) {
        found.add(modifier);
        at++;
      } else if (isNonSealed(tokens, at)) {
        found.add(Modifier.NON_SEALED);
        at += 3;
      } else if (token.is("@") && !is(tokens, at + 1, "interface")) {
        at = afterAnnotation(tokens, at);
      } else {
        break;
      }
    }
    return new WrittenModifiers(
        found.isEmpty() ? Set.of() : Collections.unmodifiableSet(found), at);
  }

  private static boolean isNonSealed(Tokens tokens, int at) {
    return is(tokens, at, "non") && is(tokens, at + 1, "-") && is(tokens, at + 2, "sealed");
  }

  private static int afterAnnotation(Tokens tokens, int at) {
    int next = at + 2;
    while (is(tokens, next, ".")) {
      next += 2;
    }
    return is(tokens, next, "(") ? tokens.closing(next) + 1 : next;
  }

  private static boolean is(Tokens tokens, int at, String text) {
    return at < tokens.size() && tokens.get(at).is(text);
  }
}
