package dev.zonegate.rules.placeholdercode;

import dev.zonegate.match.ApiSet;
import dev.zonegate.match.Constants;
import dev.zonegate.match.Vocabulary;
import dev.zonegate.match.Words;
import dev.zonegate.model.Expr;
import dev.zonegate.model.Invocation;
import dev.zonegate.model.SourceFile;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Values that tell a caller that all went well. */
final class Success {
  private static final Set<String> WORDS =
      Set.copyOf(Vocabulary.lines("placeholder/success.words"));
  private static final ApiSet ANSWERS = ApiSet.load("errors/success-values.api");
  private static final Set<String> NOT = Set.of("not", "un", "no", "in");
  private static final int LONGEST = 30;

  private Success() {}

  /** How a message shows {@code value}, if it is one. */
  static Optional<String> describe(SourceFile file, Expr value) {
    if (!isSuccess(file, value)) {
      return Optional.empty();
    }
    String text = file.text(value).replaceAll("\\s+", " ");
    return Optional.of(
        text.length() <= LONGEST || !(value instanceof Invocation use) ? text : use.shortName());
  }

  private static boolean isSuccess(SourceFile file, Expr value) {
    if (value instanceof Expr.Literal literal) {
      return Boolean.TRUE.equals(literal.value())
          || literal.value() instanceof String text && says(text);
    }
    if (value instanceof Expr.FieldAccess constant) {
      return constant.name().equals("TRUE")
          || says(constant.name())
          || Constants.of(file).text(constant).filter(Success::says).isPresent();
    }
    if (value instanceof Expr.Name constant) {
      return constant.name().equals(constant.name().toUpperCase(Locale.ROOT))
          && says(constant.name());
    }
    return value instanceof Invocation made && isMadeOf(file, made);
  }

  /** {@code ResponseEntity.ok().build()}, {@code new Result(true, "OK")}, {@code Result.ok()}. */
  private static boolean isMadeOf(SourceFile file, Invocation made) {
    boolean saysSo = made instanceof Expr.Call call && saysInChain(call);
    List<Expr> arguments = made.arguments();
    return saysSo
        || arguments.stream()
            .anyMatch(
                each ->
                    each instanceof Expr.Literal && isSuccess(file, each)
                        || each instanceof Expr.FieldAccess && isSuccess(file, each)
                        || each instanceof Invocation inner && isMadeOf(file, inner))
        || made instanceof Expr.Call link
            && link.target() instanceof Expr.Call inner
            && isMadeOf(file, inner);
  }

  private static boolean saysInChain(Expr.Call call) {
    return ANSWERS.matches(call).isYes()
        || says(call.name()) && call.target() instanceof Expr.TypeName
        || call.target() instanceof Expr.Call inner && saysInChain(inner);
  }

  private static boolean says(String text) {
    List<String> words = Words.of(text);
    return words.size() <= 4
        && words.stream().anyMatch(WORDS::contains)
        && words.stream().noneMatch(NOT::contains);
  }
}
