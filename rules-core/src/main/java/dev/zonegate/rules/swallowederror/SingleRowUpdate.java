package dev.zonegate.rules.swallowederror;

import dev.zonegate.match.ApiSet;
import dev.zonegate.match.Bindings;
import dev.zonegate.match.Constants;
import dev.zonegate.model.Expr;
import dev.zonegate.model.SourceFile;
import dev.zonegate.model.Variable;
import java.util.Optional;
import java.util.regex.Pattern;

/** An update of the one row that an id names, which may be gone. */
final class SingleRowUpdate {
  private static final ApiSet UPDATES = ApiSet.load("errors/row-counts.api");
  private static final String MODIFYING = "org.springframework.data.jpa.repository.Modifying";
  private static final Pattern BY_ID =
      Pattern.compile(
          "(?is)\\s*update\\s(?:(?!\\swhere\\s).)*+\\swhere\\s(.*\\W)?(id|uuid)\\s*=\\s*[:?#].*");
  private static final Pattern NAMED_BY_ID =
      Pattern.compile("(update|set|mark|claim|reserve).*ById");

  private SingleRowUpdate() {}

  static boolean is(SourceFile file, Expr.Call call) {
    if (call.method() != null && call.method().annotations().contains(MODIFYING)) {
      return !call.method().returns().isNamed("void") && NAMED_BY_ID.matcher(call.name()).matches();
    }
    return UPDATES.matches(call).isYes()
        && sql(file, call).filter(text -> BY_ID.matcher(text).matches()).isPresent();
  }

  /** The first text in the call or in the chain it ends, which may start at a variable. */
  private static Optional<String> sql(SourceFile file, Expr.Call call) {
    Expr each = call;
    while (each instanceof Expr.Call link) {
      if (!link.arguments().isEmpty()) {
        Optional<String> text = Constants.of(file).text(link.arguments().get(0));
        if (text.filter(it -> it.strip().contains(" ")).isPresent()) {
          return text;
        }
      }
      each = link.target();
    }
    return each == null
        ? Optional.empty()
        : Bindings.of(file)
            .declaration(each)
            .map(Variable::initializer)
            .filter(Expr.Call.class::isInstance)
            .flatMap(made -> sql(file, (Expr.Call) made));
  }
}
