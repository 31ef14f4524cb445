package dev.zonegate.rules.placeholdercode;

import dev.zonegate.match.Bindings;
import dev.zonegate.match.Elements;
import dev.zonegate.model.Decl;
import dev.zonegate.model.Expr;
import dev.zonegate.model.Node;
import dev.zonegate.model.SourceFile;
import dev.zonegate.model.Stmt;
import dev.zonegate.model.Variable;
import java.util.List;
import java.util.regex.Pattern;

/** One of a few fixed answers, drawn by lot: {@code STATES.get(random.nextInt(3))}. */
final class DrawnAnswer {
  /** What may be drawn: texts to amuse, and things that have no right answer. */
  private static final Pattern LIGHT =
      Pattern.compile(
          "(?is).*(greet|quote|tip|joke|fact|advice|avatar|colou?r|slogan|name|saying|fortune|agent|emoji).*");

  private DrawnAnswer() {}

  /** Whether {@code node} draws from what is written out in the code of a service. */
  static boolean isDraw(SourceFile file, Node node) {
    Expr source = source(node);
    Decl.Method method = file.enclosing(node, Decl.Method.class);
    return source != null
        && method != null
        && !LIGHT.matcher(method.name()).matches()
        && Routine.of(file).stream()
            .filter(each -> each.method() == method)
            .anyMatch(Routine::isService)
        && (isConstants(source) || isWritten(file, source));
  }

  private static Expr source(Node node) {
    if (node instanceof Expr.Index index) {
      return index.array();
    }
    return node instanceof Expr.Call call
            && call.name().equals("get")
            && call.arguments().size() == 1
        ? call.target()
        : null;
  }

  /** {@code Status.values()}. */
  private static boolean isConstants(Expr source) {
    return source instanceof Expr.Call call
        && call.name().equals("values")
        && call.target() instanceof Expr.TypeName;
  }

  private static boolean isWritten(SourceFile file, Expr source) {
    Variable variable = Bindings.of(file).declaration(source).orElse(null);
    boolean isLocal = variable instanceof Stmt.Local && variable.initializer() != null;
    Expr list = isLocal ? variable.initializer() : source;
    List<Expr> elements = Elements.listed(list, Bindings.of(file));
    return elements.size() > 1
        && elements.stream()
            .allMatch(each -> each instanceof Expr.Literal || each instanceof Expr.FieldAccess);
  }
}
