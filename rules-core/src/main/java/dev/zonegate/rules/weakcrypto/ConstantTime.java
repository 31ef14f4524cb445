package dev.zonegate.rules.weakcrypto;

import dev.zonegate.match.ApiSet;
import dev.zonegate.model.Expr;
import dev.zonegate.model.SourceFile;
import dev.zonegate.model.Span;
import dev.zonegate.rule.Fix;
import dev.zonegate.rule.TextEdit;
import java.util.List;
import java.util.Optional;

/** Rewrites comparisons to {@code MessageDigest.isEqual}, where null keeps its meaning. */
final class ConstantTime {
  private static final String TITLE = "Compare in constant time";
  private static final String DIGEST = "java.security.MessageDigest";
  private static final ApiSet BYTES = ApiSet.of("java.util.Arrays#equals(byte[],byte[])");
  private static final ApiSet TEXTS = ApiSet.of("java.lang.String#equals(Object)");

  private ConstantTime() {}

  static Optional<Fix> of(SourceFile file, Expr.Call call) {
    if (BYTES.matches(call).isYes() && call.target() != null) {
      return Optional.of(bytes(call));
    }
    return TEXTS.matches(call).isYes() ? texts(file, call) : Optional.empty();
  }

  private static Fix bytes(Expr.Call call) {
    Span start = call.target().span().to(call.nameSpan());
    return Fix.of(TITLE, TextEdit.replace(start, "MessageDigest.isEqual")).importing(DIGEST);
  }

  /** Null on the right is not equal; it is asked twice, so that it must be a name. */
  private static Optional<Fix> texts(SourceFile file, Expr.Call call) {
    List<Expr> arguments = call.arguments();
    boolean isText = arguments.get(0).type().isNamed("java.lang.String");
    boolean isPlain =
        call.target() instanceof Expr.Name
            || call.target() instanceof Expr.FieldAccess
            || call.target() instanceof Expr.Call;
    if (!isText || !isPlain || !(arguments.get(0) instanceof Expr.Name)) {
      return Optional.empty();
    }
    String left = file.text(call.target());
    String right = file.text(arguments.get(0));
    String bytes = ".getBytes(StandardCharsets.UTF_8)";
    String text =
        "("
            + right
            + " != null && MessageDigest.isEqual("
            + left
            + bytes
            + ", "
            + right
            + bytes
            + "))";
    return Optional.of(
        Fix.of(TITLE, TextEdit.replace(call.span(), text))
            .importing(DIGEST, "java.nio.charset.StandardCharsets"));
  }
}
