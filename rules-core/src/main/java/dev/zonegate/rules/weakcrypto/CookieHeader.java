package dev.zonegate.rules.weakcrypto;

import dev.zonegate.match.Composition;
import dev.zonegate.match.Constants;
import dev.zonegate.match.TextComposition;
import dev.zonegate.model.Expr;
import dev.zonegate.model.Invocation;
import dev.zonegate.model.SourceFile;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * A cookie that is written as the text of a header.
 *
 * @param name the cookie's name
 * @param attributes what follows its value, in lower case
 */
record CookieHeader(String name, String attributes) {
  private static final Set<String> ADDING =
      Set.of("setHeader", "addHeader", "header", "add", "set", "put", "putHeader");

  /** The cookie that {@code use} sends, if its text shows one. */
  static Optional<CookieHeader> of(SourceFile file, Invocation use) {
    if (!ADDING.contains(use.name()) || use.arguments().size() != 2) {
      return Optional.empty();
    }
    boolean isCookie =
        Constants.of(file)
            .text(use.arguments().get(0))
            .filter(header -> header.equalsIgnoreCase("Set-Cookie"))
            .isPresent();
    Expr value = use.arguments().get(1);
    if (!isCookie || !value.type().isA("java.lang.String").isYes()) {
      return Optional.empty();
    }
    String text = TextComposition.of(file).of(value).text();
    int equals = text.indexOf('=');
    int end = text.indexOf(';');
    boolean isWhole = equals > 0 && text.indexOf(Composition.HOLE) > equals;
    boolean isOpen = end > 0 && text.indexOf(Composition.HOLE, end) >= 0 || end < 0;
    return !isWhole || isOpen && end > 0
        ? Optional.empty()
        : Optional.of(
            new CookieHeader(
                text.substring(0, equals).strip(),
                end < 0 ? "" : text.substring(end).toLowerCase(Locale.ROOT)));
  }

  boolean isSecure() {
    return attributes.matches("(?s).*;\\s*secure\\b.*");
  }

  boolean isHttpOnly() {
    return attributes.matches("(?s).*;\\s*httponly\\b.*");
  }

  boolean isDeletion() {
    return attributes.matches("(?s).*max-age\\s*=\\s*0\\b.*");
  }
}
