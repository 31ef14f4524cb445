package dev.zonegate.match;

import dev.zonegate.model.Decl;
import dev.zonegate.model.Expr;
import dev.zonegate.model.Invocation;
import dev.zonegate.model.SourceFile;
import dev.zonegate.model.Variable;
import java.util.Optional;
import java.util.regex.Pattern;

/** Which expressions of a file stand for the text that is asked about. */
final class SameText {
  private static final Pattern SPACE = Pattern.compile("\\s+");

  private final SourceFile file;
  private final Bindings bindings;

  SameText(SourceFile file) {
    this.file = file;
    this.bindings = Bindings.of(file);
  }

  /** Whether a call of a library's method that checks one of its arguments checks this text. */
  boolean isChecked(Api api, Expr.Call call, Expr text) {
    String which = api.attributes().get("arg");
    if (which.equals("this")) {
      boolean isFixed =
          !call.name().startsWith("equals")
              || call.argument(0).filter(this::isConstant).isPresent();
      return isFixed && call.target() != null && same(call.target(), text);
    }
    int index = Integer.parseInt(which);
    boolean isFixed =
        call.name().startsWith("equals") && call.target() != null
            ? isConstant(call.target()) || call.target() instanceof Expr.TypeName
            : true;
    return isFixed && call.arguments().size() > index && same(call.arguments().get(index), text);
  }

  /** The parameter that {@code text} is given for. */
  Optional<Decl.Param> paramFor(Decl.Method method, Invocation call, Expr text) {
    for (int i = 0; i < call.arguments().size() && i < method.params().size(); i++) {
      if (same(call.arguments().get(i), text)) {
        return Optional.of(method.params().get(i));
      }
    }
    return Optional.empty();
  }

  /** Whether it is among the arguments. */
  boolean passes(Expr.Call call, Expr text) {
    return call.arguments().stream().anyMatch(it -> same(it, text));
  }

  boolean mentions(Expr around, Expr text) {
    return file.allIn(around, Expr.class).stream().anyMatch(it -> same(it, text));
  }

  boolean isConstant(Expr expr) {
    return expr != null && !Constants.of(file).values(expr).isEmpty();
  }

  /** Whether two expressions are the same as typed, but for trimming and case. */
  boolean same(Expr one, Expr other) {
    Expr left = bare(one);
    Expr right = bare(other);
    if (left == right) {
      return true;
    }
    Variable variable = bindings.declaration(left).orElse(null);
    if (variable != null || left instanceof Expr.Name) {
      return variable != null && variable == bindings.declaration(right).orElse(null);
    }
    return left.getClass() == right.getClass()
        && !(left instanceof Expr.Literal)
        && compact(left).equals(compact(right));
  }

  private static Expr bare(Expr expr) {
    Expr bare = expr;
    while (bare instanceof Expr.Call call
        && call.target() != null
        && switch (call.name()) {
          case "trim", "strip", "toLowerCase", "toUpperCase", "toString" -> true;
          default -> false;
        }) {
      bare = call.target();
    }
    return bare;
  }

  private String compact(Expr expr) {
    return SPACE.matcher(file.text(expr)).replaceAll("");
  }
}
