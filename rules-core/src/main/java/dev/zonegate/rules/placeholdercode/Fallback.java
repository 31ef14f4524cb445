package dev.zonegate.rules.placeholdercode;

import dev.zonegate.match.Following;
import dev.zonegate.match.LogCall;
import dev.zonegate.model.Decl;
import dev.zonegate.model.Expr;
import dev.zonegate.model.SourceFile;
import dev.zonegate.model.Stmt;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Something else that is announced in a comment or a log line, where nothing is answered. */
final class Fallback {
  private static final Pattern SAID =
      Pattern.compile("(?is).*\\bfall(s|ing)? ?back (to|on)\\b.*|fall-?back: .*");
  private static final Pattern OF_NOTHING =
      Pattern.compile("(?is).*\\b(empty|null|nothing|none|default|no[- ]op|absent|zero)\\b.*");

  private Fallback() {}

  static boolean isSaid(String text) {
    return SAID.matcher(text).matches() && !OF_NOTHING.matcher(text).matches();
  }

  /** The log line that {@code statement} is, if it announces one. */
  static Optional<String> logged(SourceFile file, Stmt.Expression statement) {
    return log(file, statement).stream()
        .flatMap(log -> file.allIn(log.call(), Expr.Literal.class).stream())
        .map(Expr.Literal::value)
        .filter(String.class::isInstance)
        .map(String.class::cast)
        .filter(Fallback::isSaid)
        .findFirst();
  }

  /**
   * The {@code return} of nothing to which {@code start} leads, with no more than a log between.
   */
  static Optional<Stmt> emptyEnd(SourceFile file, Stmt start) {
    return Stream.concat(Stream.of(start), Following.after(file, start).statements().stream())
        .dropWhile(each -> each instanceof Stmt.Expression log && log(file, log).isPresent())
        .findFirst()
        .filter(each -> each instanceof Stmt.Return end && isNothing(end.value()));
  }

  private static Optional<LogCall> log(SourceFile file, Stmt.Expression statement) {
    return statement.expression() instanceof Expr.Call call
        ? LogCall.of(file, call)
        : Optional.empty();
  }

  /** {@code null}, {@code List.of()}, {@code Page.empty(pageable)}, {@code new ArrayList<>()}. */
  private static boolean isNothing(Expr value) {
    if (value instanceof Expr.New made && made.body() == null) {
      return made.arguments().isEmpty()
          ? made.created().ref().isAnyOf("java.util.Collection", "java.util.Map").isYes()
          : made.created().ref().simpleName().equals("PageImpl")
              && isNothing(made.arguments().get(0));
    }
    return value instanceof Expr.Literal literal && literal.isNull()
        || value instanceof Expr.Call call
            && call.target() instanceof Expr.TypeName
            && (call.name().matches("empty([A-Z]\\w*)?")
                || call.name().equals("of") && call.arguments().isEmpty());
  }

  /** What an overridden method answers with nothing, the class above may do. */
  static boolean isForSuperclass(Decl.Method method) {
    return method.annotations().stream().anyMatch(each -> each.name().endsWith("Override"));
  }
}
