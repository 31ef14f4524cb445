package dev.zonegate.rules.placeholdercode;

import dev.zonegate.match.Bindings;
import dev.zonegate.match.Identifiers;
import dev.zonegate.model.Expr;
import dev.zonegate.model.SourceFile;
import java.util.HashSet;
import java.util.Set;

/**
 * The names that a file mentions without saying what they mean, found once for all its members.
 *
 * @param inTexts words of its literals: {@code @MethodSource("orders")} reaches what is called so
 * @param unbound names and accesses of which no declaration is known
 */
record Mentions(Set<String> inTexts, Set<String> unbound) {
  static Mentions of(SourceFile file) {
    return file.derived(Mentions.class, Mentions::read);
  }

  private static Mentions read(SourceFile file) {
    Set<String> inTexts = new HashSet<>();
    for (Expr.Literal each : file.all(Expr.Literal.class)) {
      if (each.value() instanceof String text) {
        Identifiers.add(text, 0, text.length(), (first, last) -> true, inTexts);
      }
    }
    Bindings bindings = Bindings.of(file);
    Set<String> unbound = new HashSet<>();
    for (Expr.FieldAccess each : file.all(Expr.FieldAccess.class)) {
      if (bindings.declaration(each).isEmpty()) {
        unbound.add(each.name());
      }
    }
    for (Expr.Name each : file.all(Expr.Name.class)) {
      if (bindings.declaration(each).isEmpty()) {
        unbound.add(each.name());
      }
    }
    return new Mentions(inTexts, unbound);
  }
}
