package dev.zonegate.match;

import dev.zonegate.model.Decl;
import dev.zonegate.model.Expr;
import dev.zonegate.model.SourceFile;
import dev.zonegate.model.Stmt;
import dev.zonegate.model.Variable;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The texts that an expression may be where it stands, as far as this file shows: unlike {@link
 * Constants} it gives what it knows when some are unknown.
 */
public final class PossibleTexts {
  private static final ApiSet DEFAULTS = ApiSet.load("text/defaults.api");
  private static final String VALUE = "org.springframework.beans.factory.annotation.Value";
  private final SourceFile file;
  private final Bindings bindings;
  private final Methods methods;
  private final Flow flow;
  private final Set<Object> open = Collections.newSetFromMap(new IdentityHashMap<>());
  private final Set<Possible> found = new LinkedHashSet<>();

  private PossibleTexts(SourceFile file) {
    this.file = file;
    this.bindings = Bindings.of(file);
    this.methods = Methods.of(file);
    this.flow = Flow.of(file);
  }

  /**
   * A text.
   *
   * @param isDefault whether it is that only if a setting is missing
   */
  public record Possible(String text, boolean isDefault) {}

  /** What {@code expr} may be. */
  public static Set<Possible> of(SourceFile file, Expr expr) {
    PossibleTexts search = new PossibleTexts(file);
    search.visit(expr, false);
    return search.found;
  }

  private void visit(Expr expr, boolean isDefault) {
    if (expr == null || !open.add(expr)) {
      return;
    }
    Variable variable = bindings.declaration(expr).orElse(null);
    if (variable instanceof Stmt.Local local && !bindings.isAssignedOnce(local)) {
      reaching(local, expr).forEach(each -> visit(each, isDefault));
      return;
    }
    Set<Object> values = Constants.of(file).values(expr);
    for (Object value : values) {
      if (value instanceof String text) {
        found.add(new Possible(text, isDefault));
      }
    }
    if (values.isEmpty()) {
      parts(expr, variable, isDefault);
    }
  }

  private void parts(Expr expr, Variable variable, boolean isDefault) {
    if (variable != null) {
      variable(variable, isDefault);
    } else if (expr instanceof Expr.Conditional either) {
      visit(either.then(), isDefault);
      visit(either.otherwise(), isDefault);
    } else if (expr instanceof Expr.SwitchExpr choice) {
      Results.of(choice).forEach(each -> visit(each, isDefault));
    } else if (expr instanceof Expr.Cast cast) {
      visit(cast.operand(), isDefault);
    } else if (expr instanceof Expr.Assign assign) {
      visit(assign.value(), isDefault);
    } else if (expr instanceof Expr.Call call) {
      call(call, isDefault);
    }
  }

  private void variable(Variable variable, boolean isDefault) {
    if (!open.add(variable)) {
      return;
    }
    configured(variable);
    if (variable instanceof Decl.Param param) {
      methods.argumentsFor(param).forEach(each -> visit(each, isDefault));
    } else if (variable instanceof Decl.Field field && bindings.isAssignedOnce(field)) {
      visit(field.initializer(), isDefault);
    } else if (variable instanceof Stmt.Local local) {
      visit(local.initializer(), isDefault);
    }
  }

  /** {@code @Value("${hash.algorithm:MD5}")}. */
  private void configured(Variable variable) {
    for (var annotation : variable.annotations()) {
      Expr value = annotation.type().isNamed(VALUE) ? annotation.argument("value") : null;
      String text = value == null ? "" : Constants.of(file).text(value).orElse("");
      int colon = text.indexOf(':');
      if (text.startsWith("${") && text.endsWith("}") && colon > 0) {
        found.add(new Possible(text.substring(colon + 1, text.length() - 1), true));
      }
    }
  }

  private void call(Expr.Call call, boolean isDefault) {
    Api api = DEFAULTS.find(call).orElse(null);
    if (api != null) {
      visit(call.arguments().get(api.number("arg", 0)), true);
      return;
    }
    methods
        .declaration(call)
        .filter(method -> open.add(method))
        .ifPresent(it -> methods.returned(it).forEach(each -> visit(each, isDefault)));
    if (call.target() != null && isSameText(call)) {
      visit(call.target(), isDefault);
    }
  }

  private static boolean isSameText(Expr.Call call) {
    return call.arguments().isEmpty()
        && (call.name().equals("trim")
            || call.name().equals("strip")
            || call.name().equals("toString"));
  }

  /** The values that a local can have at {@code use}. */
  private List<Expr> reaching(Stmt.Local local, Expr use) {
    List<Expr> values = new ArrayList<>();
    values.add(local.initializer());
    for (Expr.Assign each : bindings.assignments(local)) {
      boolean isEarlier = each.span().isBefore(use.span());
      if (isEarlier && flow.mayPrecede(each, use)) {
        if (flow.surelyPrecedes(each, use)) {
          values.clear();
        }
        values.add(each.value());
      }
    }
    return values;
  }
}
