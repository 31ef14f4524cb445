package dev.zonegate.frontend;

import dev.zonegate.model.Modifier;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/**
 * The modifiers that stand in the source before a declaration, read from its tokens, because hosts
 * add implied ones.
 *
 * @param modifiers those written, sorted
 * @param next index of the first token after modifiers and annotations
 */
public record WrittenModifiers(Set<Modifier> modifiers, int next) {

  /** Reads from the first token of a declaration. */
  public static WrittenModifiers at(Tokens tokens, int first) {
    EnumSet<Modifier> found = EnumSet.noneOf(Modifier.class);
    int i = first;
    while (i < tokens.size()) {
      if (tokens.get(i).is("@") && !isWord(tokens, i + 1, "interface")) {
        i = afterAnnotation(tokens, i);
      } else if (isWord(tokens, i, "non") && isWord(tokens, i + 1, "-")) {
        found.add(Modifier.NON_SEALED);
        i += 3;
      } else {
        Modifier modifier = modifier(tokens, i);
        if (modifier == null) {
          break;
        }
        found.add(modifier);
        i++;
      }
    }
    return new WrittenModifiers(Collections.unmodifiableSet(found), i);
  }

  private static Modifier modifier(Tokens tokens, int index) {
    boolean followed = index + 1 < tokens.size();
    return switch (tokens.get(index).text()) {
      case "public" -> Modifier.PUBLIC;
      case "protected" -> Modifier.PROTECTED;
      case "private" -> Modifier.PRIVATE;
      case "abstract" -> Modifier.ABSTRACT;
      case "default" -> Modifier.DEFAULT;
      case "static" -> Modifier.STATIC;
      case "final" -> Modifier.FINAL;
      case "transient" -> Modifier.TRANSIENT;
      case "volatile" -> Modifier.VOLATILE;
      case "synchronized" -> Modifier.SYNCHRONIZED;
      case "native" -> Modifier.NATIVE;
      case "strictfp" -> Modifier.STRICTFP;
      // also an identifier, but never one that another word follows, unless it is a type
      case "sealed" -> followed && startsDeclaration(tokens, index + 1) ? Modifier.SEALED : null;
      default -> null;
    };
  }

  private static boolean startsDeclaration(Tokens tokens, int index) {
    return switch (tokens.get(index).text()) {
      case "class",
          "interface",
          "abstract",
          "public",
          "protected",
          "private",
          "static",
          "strictfp",
          "@" ->
          true;
      default -> false;
    };
  }

  /** Index of the first token after the annotation that starts at {@code at}. */
  public static int afterAnnotation(Tokens tokens, int at) {
    int i = at + 2;
    while (i + 1 < tokens.size() && tokens.get(i).is(".")) {
      i += 2;
    }
    return i < tokens.size() && tokens.get(i).is("(") ? tokens.closing(i) + 1 : i;
  }

  private static boolean isWord(Tokens tokens, int index, String text) {
    return index < tokens.size() && tokens.get(index).is(text);
  }
}
