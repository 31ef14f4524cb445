package dev.zonegate.rules.hardcodedsecret;

import dev.zonegate.model.Annotation;
import dev.zonegate.model.Expr;
import dev.zonegate.model.Node;
import java.util.List;
import java.util.Set;

/**
 * Finds texts with the shape of a provider's token, of a private key, or of a URL with a password.
 */
final class KnownTokens {
  private static final Set<String> SHOWN =
      Set.of("example", "examples", "description", "summary", "defaultMessage", "message");

  private KnownTokens() {}

  static void find(Search search) {
    for (Expr.Literal each : search.file().all(Expr.Literal.class)) {
      if (each.isString()) {
        check(search, each);
      }
    }
  }

  private static void check(Search search, Expr.Literal literal) {
    Expr whole = whole(search, literal);
    String value =
        whole == literal
            ? (String) literal.value()
            : search.text(whole).map(Search.Text::value).orElse((String) literal.value());
    TokenShapes.in(value)
        .filter(token -> !isShown(search, literal))
        .filter(
            token ->
                search.take(
                    new Search.Text(
                        value, List.copyOf(search.file().allIn(whole, Expr.Literal.class)))))
        .ifPresent(
            token ->
                search
                    .report()
                    .at(literal, HardcodedSecretRule.KNOWN_TOKEN, token.kind(), token.length()));
  }

  /** The sum that a text is the first part of. */
  private static Expr whole(Search search, Expr.Literal literal) {
    Expr whole = literal;
    while (search.file().parent(whole) instanceof Expr.Binary sum
        && sum.operator().equals("+")
        && sum.left() == whole) {
      whole = sum;
    }
    return whole;
  }

  /** Whether it is documentation, such as {@code @Schema(example = "...")}. */
  private static boolean isShown(Search search, Expr.Literal literal) {
    for (Node up = search.file().parent(literal);
        up instanceof Expr || up instanceof Annotation.Argument;
        up = search.file().parent(up)) {
      if (up instanceof Annotation.Argument argument && SHOWN.contains(argument.name())
          || up instanceof Annotation annotation && annotation.name().endsWith("ExampleObject")) {
        return true;
      }
    }
    return false;
  }
}
