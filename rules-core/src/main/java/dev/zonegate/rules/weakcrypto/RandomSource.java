package dev.zonegate.rules.weakcrypto;

import dev.zonegate.match.Bindings;
import dev.zonegate.match.Methods;
import dev.zonegate.match.Results;
import dev.zonegate.match.taint.FixedArguments;
import dev.zonegate.model.Decl;
import dev.zonegate.model.Expr;
import dev.zonegate.model.SourceFile;
import dev.zonegate.model.Variable;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;

/**
 * Whether an object that random values are drawn from can be predicted; a SecureRandom is a Random
 * too.
 */
final class RandomSource {
  private final SourceFile file;
  private final Set<Object> seen = Collections.newSetFromMap(new IdentityHashMap<>());

  private RandomSource(SourceFile file) {
    this.file = file;
  }

  /** Whether {@code source} certainly is one that can be predicted. */
  static boolean isPredictable(SourceFile file, Expr source) {
    RandomSource search = new RandomSource(file);
    List<Expr.New> objects = FixedArguments.of(file).objects(source);
    return objects.isEmpty()
        ? search.isPredictable(source)
        : objects.stream().allMatch(search::isPredictable);
  }

  private boolean isPredictable(Expr source) {
    if (source instanceof Expr.New created) {
      return isPredictableType(created) || created.created().ref().isNamed("java.util.Random");
    }
    if (isPredictableType(source)) {
      return true;
    }
    if (source instanceof Expr.Call call) {
      Decl.Method method = Methods.of(file).declaration(call).orElse(null);
      return method != null && all(Methods.of(file).returned(method));
    }
    if (source instanceof Expr.Conditional either) {
      return isPredictable(either.then()) || isPredictable(either.otherwise());
    }
    if (source instanceof Expr.SwitchExpr choice) {
      return all(Results.of(choice));
    }
    Variable variable = Bindings.of(file).declaration(source).orElse(null);
    return variable != null && seen.add(variable) && all(values(variable));
  }

  /** Whether all are, but for {@code null}, which nothing is drawn from. */
  private boolean all(List<Expr> values) {
    List<Expr> objects = values.stream().filter(each -> !isNull(each)).toList();
    return !objects.isEmpty() && objects.stream().allMatch(this::isPredictable);
  }

  private static boolean isNull(Expr expr) {
    return expr instanceof Expr.Literal literal && literal.isNull();
  }

  private List<Expr> values(Variable variable) {
    if (variable instanceof Decl.Param param) {
      return Methods.of(file).argumentsFor(param);
    }
    List<Expr> values = new ArrayList<>();
    if (variable.initializer() != null) {
      values.add(variable.initializer());
    }
    Bindings.of(file).assignments(variable).forEach(each -> values.add(each.value()));
    return values;
  }

  /** A type with no subtype that is secure. */
  private static boolean isPredictableType(Expr source) {
    return source
        .type()
        .isAnyOf("java.util.concurrent.ThreadLocalRandom", "java.util.SplittableRandom")
        .isYes();
  }
}
