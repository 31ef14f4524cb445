package dev.zonegate.rules.localeandmoney;

import dev.zonegate.model.Expr;
import dev.zonegate.model.Invocation;
import dev.zonegate.model.SourceFile;
import dev.zonegate.model.Span;
import dev.zonegate.rule.TextEdit;
import java.util.Optional;

/** Edits of the arguments of a call. */
final class Repair {
  private Repair() {}

  /** Adds a last argument; nothing for a reference or a class body, which have no place for one. */
  static Optional<TextEdit> append(SourceFile file, Invocation use, String argument) {
    if (use instanceof Expr.MethodReference || !file.text(use).endsWith(")")) {
      return Optional.empty();
    }
    Span whole = use.span();
    Span end =
        new Span(whole.endLine(), whole.endColumn() - 1, whole.endLine(), whole.endColumn() - 1);
    String text = use.arguments().isEmpty() ? argument : ", " + argument;
    return Optional.of(TextEdit.replace(end, text));
  }

  /** Adds a first argument to a call that has some. */
  static Optional<TextEdit> prepend(SourceFile file, Expr.Call call, String argument) {
    Span name = call.nameSpan();
    Span paren = new Span(name.endLine(), name.endColumn(), name.endLine(), name.endColumn() + 1);
    if (call.arguments().isEmpty() || !file.text().slice(paren).equals("(")) {
      return Optional.empty();
    }
    return Optional.of(TextEdit.insertAfter(paren, argument + ", "));
  }
}
