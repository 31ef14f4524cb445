package dev.zonegate.match.flow;

import dev.zonegate.match.Bindings;
import dev.zonegate.match.Condition;
import dev.zonegate.match.Guards;
import dev.zonegate.match.Methods;
import dev.zonegate.match.Operands;
import dev.zonegate.model.Decl;
import dev.zonegate.model.Expr;
import dev.zonegate.model.Modifier;
import dev.zonegate.model.Node;
import dev.zonegate.model.SourceFile;
import dev.zonegate.model.Stmt;
import dev.zonegate.model.Variable;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Which methods of a file give null for reasons that their callers cannot rule out. */
final class NullResults {
  private static final Pattern ABOUT_NOTHING =
      Pattern.compile("(?i)null|empty|blank|length\\(\\)|size\\(\\)|hasText");
  private static final Pattern THROWS = Pattern.compile("(?is).*(throw|fail|abort|exit).*");
  private final SourceFile file;
  private final Bindings bindings;
  private final Methods methods;
  private final Map<Decl.Method, Boolean> known = new IdentityHashMap<>();

  NullResults(SourceFile file) {
    this.file = file;
    this.bindings = Bindings.of(file);
    this.methods = Methods.of(file);
  }

  /** Whether the method of this file that {@code call} means may give it null. */
  boolean isGivenTo(Expr.Call call) {
    Decl.Method method = methods.declaration(call).orElse(null);
    return method != null
        && method.body() != null
        && !isOpenToOverride(method)
        && file.enclosing(call, Decl.Method.class) != method
        && isUnforeseen(method);
  }

  private boolean isUnforeseen(Decl.Method method) {
    Boolean before = known.putIfAbsent(method, false);
    if (before != null) {
      return before;
    }
    boolean found =
        methods.returned(method).stream()
            .anyMatch(each -> isNull(each) && isUnforeseen(each, method) || isEmptyForNull(each));
    known.put(method, found);
    return found;
  }

  private boolean isUnforeseen(Expr value, Decl.Method method) {
    return !isAnswerToNull(value, method) && !isOfState(value) && !isAfterThrowing(value);
  }

  /** A method whose subclasses may well do better. */
  private boolean isOpenToOverride(Decl.Method method) {
    boolean isClosed =
        method.modifiers().contains(Modifier.PRIVATE)
            || method.modifiers().contains(Modifier.STATIC)
            || method.modifiers().contains(Modifier.FINAL);
    return !isClosed
        && (method.modifiers().contains(Modifier.PROTECTED)
            || method.body().statements().size() == 1
            || file.parent(method) instanceof Decl.Type type
                && type.modifiers().contains(Modifier.ABSTRACT));
  }

  private static boolean isNull(Expr value) {
    return value instanceof Expr.Literal literal && literal.isNull();
  }

  /** {@code if (text == null) return null;}: nothing in, nothing out, as mappers have it. */
  boolean isAnswerToNull(Expr value, Decl.Method method) {
    for (Condition each : Guards.of(file).holdingAt(value)) {
      boolean isAboutInput =
          file.allIn(each.test(), Expr.Name.class).stream()
              .anyMatch(name -> isParameter(name, method));
      if (isAboutInput && ABOUT_NOTHING.matcher(file.text(each.test())).find()) {
        return true;
      }
    }
    return false;
  }

  private boolean isParameter(Expr.Name name, Decl.Method method) {
    Variable variable = bindings.declaration(name).orElse(null);
    return variable instanceof Decl.Param && file.parent(variable) == method;
  }

  /**
   * Because of how its object is set up, as in {@code if (!enabled) return null;}, or because of a
   * null that is not known to occur: callers may know better than this file shows.
   */
  boolean isOfState(Expr value) {
    List<Condition> holding = Guards.of(file).holdingAt(value);
    if (holding.isEmpty()) {
      return false;
    }
    Condition nearest = holding.get(0);
    String operator = nearest.holds() ? "||" : "&&";
    return Operands.of(nearest.test(), operator).stream()
        .allMatch(each -> isAboutFields(each) || isAboutUnknown(each, nearest.holds()));
  }

  private boolean isAboutFields(Expr test) {
    List<Expr.Name> names = file.allIn(test, Expr.Name.class);
    boolean isOfFields =
        !names.isEmpty()
            && names.stream()
                .allMatch(
                    each ->
                        bindings
                            .declaration(each)
                            .filter(Decl.Field.class::isInstance)
                            .isPresent());
    boolean asks =
        file.allIn(test, Expr.Call.class).stream().anyMatch(each -> !each.arguments().isEmpty());
    return isOfFields && !asks;
  }

  /** {@code server == null} where nothing says that this server may be null. */
  private boolean isAboutUnknown(Expr test, boolean holds) {
    NullTest isNull = test instanceof Expr.Binary comparison ? NullTest.of(comparison) : null;
    return isNull != null
        && isNull.isEqual() == holds
        && !isOrElseNull(isNull.tested())
        && Nullness.of(file).possibleNull(isNull.tested()).isEmpty();
  }

  private boolean isOrElseNull(Expr tested) {
    Variable variable = bindings.variable(tested).orElse(null);
    return isEmptyForNull(variable instanceof Stmt.Local ? variable.initializer() : tested);
  }

  /** {@code find(id).orElse(null)}. */
  private static boolean isEmptyForNull(Expr value) {
    return value instanceof Expr.Call call
        && call.name().equals("orElse")
        && call.arguments().size() == 1
        && isNull(call.arguments().get(0));
  }

  /** {@code sneakyThrow(e); return null;}: only the compiler gets there. */
  private boolean isAfterThrowing(Expr value) {
    Node statement = file.parent(value);
    if (!(file.parent(statement) instanceof Stmt.Block block)) {
      return false;
    }
    int index = block.statements().indexOf(statement);
    return index > 0
        && block.statements().get(index - 1) instanceof Stmt.Expression before
        && before.expression() instanceof Expr.Call call
        && THROWS.matcher(call.name()).matches();
  }
}
