package dev.zonegate.rules.missingtimeout;

import dev.zonegate.match.Bindings;
import dev.zonegate.match.ObjectFlow;
import dev.zonegate.model.Decl;
import dev.zonegate.model.Expr;
import dev.zonegate.model.SourceFile;
import dev.zonegate.model.Variable;

/** Whether a file shows all that is put into a map of properties. */
final class PropertiesShown {
  private PropertiesShown() {}

  static boolean in(SourceFile file, Expr properties) {
    Variable variable = Bindings.of(file).declaration(properties).orElse(null);
    if (variable == null) {
      return properties instanceof Expr.New made && made.arguments().isEmpty();
    }
    boolean isMadeHere =
        variable.initializer() instanceof Expr.New made && made.arguments().isEmpty()
            || variable instanceof Decl.Field
                && Bindings.of(file).assignments(variable).stream()
                    .anyMatch(each -> each.value() instanceof Expr.New);
    return isMadeHere
        && ObjectFlow.of(file, variable).calls().stream()
            .noneMatch(each -> each.name().equals("putAll") || each.name().startsWith("load"));
  }
}
