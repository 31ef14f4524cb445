package dev.zonegate.rules.sensitivedataexposure;

import dev.zonegate.match.Api;
import dev.zonegate.match.ApiSet;
import dev.zonegate.match.Bindings;
import dev.zonegate.match.Masking;
import dev.zonegate.match.Methods;
import dev.zonegate.model.Expr;
import dev.zonegate.model.SourceFile;
import dev.zonegate.model.Stmt;
import dev.zonegate.model.Variable;
import java.util.ArrayList;
import java.util.List;

/** The values whose text can be read in a value: through joins, formats and locals, not masks. */
final class Shown {
  private static final int DEEPEST = 6;
  private static final ApiSet PASSING = ApiSet.load("exposure/showing.api");
  private final SourceFile file;
  private final List<Expr> values = new ArrayList<>();

  private Shown(SourceFile file) {
    this.file = file;
  }

  /** The values shown by {@code expr}, in source order; none for constants and masked ones. */
  static List<Expr> by(SourceFile file, Expr expr) {
    Shown shown = new Shown(file);
    shown.add(expr, 0);
    return shown.values;
  }

  private void add(Expr expr, int depth) {
    if (depth > DEEPEST || expr == null) {
      return;
    }
    if (expr instanceof Expr.Binary binary) {
      if (binary.operator().equals("+")) {
        add(binary.left(), depth);
        add(binary.right(), depth);
      }
    } else if (expr instanceof Expr.Conditional either) {
      add(either.then(), depth + 1);
      add(either.otherwise(), depth + 1);
    } else if (expr instanceof Expr.Cast cast) {
      add(cast.operand(), depth);
    } else if (expr instanceof Expr.Lambda lambda) {
      Methods.of(file).returned(lambda).forEach(each -> add(each, depth + 1));
    } else if (expr instanceof Expr.NewArray array && array.initializer() != null) {
      add(array.initializer(), depth);
    } else if (expr instanceof Expr.ArrayInitializer elements) {
      elements.elements().forEach(each -> add(each, depth + 1));
    } else if (expr instanceof Expr.New made) {
      PASSING.find(made).ifPresent(api -> made.arguments().forEach(each -> add(each, depth + 1)));
    } else if (expr instanceof Expr.Call call) {
      call(call, depth);
    } else if (expr instanceof Expr.Name name) {
      name(name, depth);
    } else if (expr instanceof Expr.FieldAccess || expr instanceof Expr.MethodReference) {
      values.add(expr);
    }
  }

  private void call(Expr.Call call, int depth) {
    Api passing = PASSING.find(call).orElse(null);
    if (passing == null) {
      if (!Masking.isDoneBy(call.name()) || SensitiveValue.isRead(call)) {
        values.add(call);
      }
      return;
    }
    String from = passing.attributes().getOrDefault("from", "all");
    if (from.contains("this")) {
      add(call.target(), depth + 1);
    }
    int only = from.equals("0") ? 0 : -1;
    for (int i = 0; i < call.arguments().size(); i++) {
      if (!from.equals("this") && (only < 0 || only == i)) {
        add(call.arguments().get(i), depth + 1);
      }
    }
  }

  private void name(Expr.Name name, int depth) {
    Variable variable = Bindings.of(file).declaration(name).orElse(null);
    boolean isLocal =
        variable instanceof Stmt.Local
            && variable.initializer() != null
            && Bindings.of(file).isAssignedOnce(variable);
    if (!isLocal) {
      values.add(name);
      return;
    }
    Shown made = new Shown(file);
    made.add(variable.initializer(), depth + 1);
    if (made.values.isEmpty()) {
      if (isMade(variable.initializer())) {
        values.add(name);
      }
      return;
    }
    boolean isTelling = made.values.stream().anyMatch(this::tells);
    boolean isItself = made.values.size() == 1 && made.values.get(0) == variable.initializer();
    if (SensitiveValue.of(file, name).isPresent() || isItself && !isTelling) {
      values.add(name);
    } else {
      values.addAll(made.values);
    }
  }

  private boolean tells(Expr value) {
    return LoggedObject.isJson(value)
        || SensitiveValue.isHeaderRead(file, value)
        || SensitiveValue.of(file, value).isPresent();
  }

  /** A new object shows itself, however it was made. */
  private static boolean isMade(Expr initializer) {
    return initializer instanceof Expr.New;
  }
}
