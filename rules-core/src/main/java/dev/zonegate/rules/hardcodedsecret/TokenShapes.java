package dev.zonegate.rules.hardcodedsecret;

import dev.zonegate.match.SecretValues;
import dev.zonegate.match.Vocabulary;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Knows secrets of well-known providers by their shape. */
final class TokenShapes {
  private static final List<Shape> SHAPES = shapes();
  private static final Pattern EXAMPLE =
      Pattern.compile(
          "(?i)example|sample|dummy|placeholder|your[-_]|xxxx|00000000|QWxhZGRpb|\\.\\.\\.|<|redacted");

  /** The token of jwt.io, and its key. */
  private static final String DOCUMENTED_JWT = "eyJzdWIiOiIxMjM0NTY3ODkw";

  private static final Pattern URL =
      Pattern.compile(
          "(?i)^(?:jdbc:)?[a-z][\\w+.:-]*://([^\\s/:@?#]*):([^\\s/@?#]+)@[\\w.\\[\\]-]+.*");
  private static final Pattern URL_PARAMETER =
      Pattern.compile("(?i)^jdbc:\\S*[?&;](?:password|pwd)=([^&;\\s]+).*");
  private static final Pattern ORACLE =
      Pattern.compile("(?i)^jdbc:oracle:\\w+:[^/\\s:@]+/([^@\\s]+)@.+");
  private static final Pattern WORD_FOR_ONE =
      Pattern.compile(
          "(?i)pass(?:word|wd)?|pwd|pw|secret|token|credentials?|\\w*:?password|\\*+|x+|my-?password|p");

  private TokenShapes() {}

  private record Shape(String kind, Pattern pattern) {}

  /** A token found in a text. */
  record Token(String kind, int length) {}

  private static List<Shape> shapes() {
    List<Shape> shapes = new ArrayList<>();
    for (String line : Vocabulary.lines("secrets/tokens.patterns")) {
      int colon = line.indexOf(": ");
      shapes.add(new Shape(line.substring(0, colon), Pattern.compile(line.substring(colon + 2))));
    }
    return List.copyOf(shapes);
  }

  /** The first token in {@code text} that is no documented example. */
  static Optional<Token> in(String text) {
    for (Shape each : mayBeAlive(text) ? SHAPES : List.<Shape>of()) {
      Matcher found = each.pattern().matcher(text);
      while (found.find()) {
        if (isAlive(found.group())) {
          return Optional.of(new Token(each.kind(), found.group().length()));
        }
      }
    }
    return password(text);
  }

  /** Whether a token in {@code text} may be {@link #isAlive}. */
  private static boolean mayBeAlive(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (Character.isDigit(text.charAt(i))) {
        return true;
      }
    }
    return false;
  }

  private static boolean isAlive(String token) {
    return !EXAMPLE.matcher(token).find()
        && !token.contains(DOCUMENTED_JWT)
        && token.toLowerCase(Locale.ROOT).chars().distinct().count() >= 8
        && token.chars().anyMatch(Character::isDigit);
  }

  private static Optional<Token> password(String text) {
    if (text.indexOf(':') < 0) {
      return Optional.empty();
    }
    for (Pattern each : List.of(URL, URL_PARAMETER, ORACLE)) {
      Matcher found = each.matcher(text);
      if (found.matches()) {
        String password = found.group(found.groupCount());
        boolean isReal =
            !SecretValues.isPlaceholder(password)
                && !WORD_FOR_ONE.matcher(password).matches()
                && !password.matches("(?s).*[${}<>%].*")
                && !text.matches("(?s).*(?:<|\\{\\}|%s|@example\\.|@host\\b|@hostname\\b).*");
        return isReal
            ? Optional.of(new Token("URL with a password", password.length()))
            : Optional.empty();
      }
    }
    return Optional.empty();
  }
}
