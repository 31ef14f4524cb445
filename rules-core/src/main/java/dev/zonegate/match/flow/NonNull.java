package dev.zonegate.match.flow;

import dev.zonegate.match.Bindings;
import dev.zonegate.match.Methods;
import dev.zonegate.model.Decl;
import dev.zonegate.model.Expr;
import dev.zonegate.model.Invocation;
import dev.zonegate.model.Node;
import dev.zonegate.model.SourceFile;
import dev.zonegate.model.Stmt;
import dev.zonegate.model.Variable;
import java.util.List;
import java.util.regex.Pattern;

/** The claim that a place is not null, as far as code shows or its author relies on it. */
public final class NonNull implements Claim {
  private static final Pattern NULL_NAME =
      Pattern.compile("(?is).*(null|empty|blank|missing|invalid|absent|undefined|unset).*");
  private static final Pattern NOT = Pattern.compile("(?i)(is)?(not|non|no[A-Z]|!|has).*");
  private static final Pattern DEMANDS =
      Pattern.compile(
          "(?i)(check|assert|require|verify|ensure|validate|expect|notNull|notEmpty|notBlank"
              + "|nonNull|hasText|hasLength|isTrue|state|that|must|guard|throwIf|failIf|orElseThrow).*");
  private static final Pattern FILLS =
      Pattern.compile("(put|set|add|compute|merge|replace|register|init)([A-Z].*)?");
  private static final Pattern ADVANCES =
      Pattern.compile("(matches|accept|next|advance|read|try|expect|is|has)([A-Z].*)?");
  private static final Pattern ASKS =
      Pattern.compile("(has|contains)[A-Z].*|.*[eE]xists?|.*[pP]resent");
  private static final int DEEPEST = 6;
  private final SourceFile file;
  private final Bindings bindings;
  private final Places places;
  private final String place;
  private final Expr.Call read;
  private final int depth;

  private NonNull(SourceFile file, String place, Expr.Call read, int depth) {
    this.file = file;
    this.bindings = Bindings.of(file);
    this.places = Places.of(file);
    this.place = place;
    this.read = read;
    this.depth = depth;
  }

  /** The claim about what {@code expr} reads; null if that is no place. */
  public static NonNull of(SourceFile file, Expr expr) {
    String place = Places.of(file).name(expr);
    return place.isEmpty()
        ? null
        : new NonNull(file, place, expr instanceof Expr.Call call ? call : null, 0);
  }

  /** The claim about a variable. */
  public static NonNull of(SourceFile file, Variable variable) {
    return of(file, variable, 0);
  }

  private static NonNull of(SourceFile file, Variable variable, int depth) {
    return new NonNull(file, Places.of(file).name(variable), null, depth);
  }

  @Override
  public Effect after(Node node) {
    Expr dereferenced = Dereferences.by(node);
    if (dereferenced != null && places.isSame(dereferenced, place)) {
      return Effect.ESTABLISHES;
    }
    if (node instanceof Expr.Call call && (demands(call) || fills(call))) {
      return Effect.ESTABLISHES;
    }
    if (node instanceof Expr expr && isUnboxed(expr)) {
      return Effect.ESTABLISHES;
    }
    Variable assigned = places.assigned(node);
    return assigned != null && places.isReadFrom(place, assigned) ? Effect.RESETS : Effect.NONE;
  }

  private boolean isUnboxed(Expr expr) {
    for (Node part : expr instanceof Expr.Binary ? expr.children() : List.<Node>of()) {
      if (part instanceof Expr value && places.isSame(value, place)) {
        return Unboxing.isUnboxed(file, value);
      }
    }
    return false;
  }

  /**
   * {@code requireNonNull(x)}, {@code Assert.notNull(x, ...)}, {@code checkArgument(x != null)}.
   */
  private boolean demands(Expr.Call call) {
    Decl.Method own = Methods.of(file).declaration(call).orElse(null);
    for (int i = 0; i < call.arguments().size(); i++) {
      Expr argument = call.arguments().get(i);
      if (places.isSame(argument, place)) {
        boolean isDemanded = own == null || own.body() == null ? mayDemand(call) : ensures(own, i);
        if (isDemanded) {
          return true;
        }
      } else if (isTest(argument)
          && DEMANDS.matcher(call.name()).matches()
          && isImplied(argument, true)) {
        return true;
      }
    }
    return false;
  }

  /** An unknown method may do so whatever its name. */
  private boolean mayDemand(Expr.Call call) {
    return call.method() == null && depth == 0 || DEMANDS.matcher(call.name()).matches();
  }

  private static boolean isTest(Expr argument) {
    return argument instanceof Expr.Binary
        || argument instanceof Expr.Unary
        || argument instanceof Expr.Call call && call.type().isNamed("boolean");
  }

  /** Whether a method of this file does not return if its argument is null. */
  private boolean ensures(Decl.Method method, int index) {
    if (depth >= DEEPEST || index >= method.params().size()) {
      return false;
    }
    return of(file, method.params().get(index), depth + 1).isEnsuredBy(method);
  }

  boolean isEnsuredBy(Decl.Method method) {
    return ControlFlow.of(file).beforeEnd(method, this).isEstablished();
  }

  /** {@code map.put(k, v)} for {@code map.get(k)}, {@code x.setY(v)} for {@code x.getY()}. */
  private boolean fills(Expr.Call call) {
    if (read == null || read.target() == null || !FILLS.matcher(call.name()).matches()) {
      return false;
    }
    if (!places.isSame(call.target(), read.target()) || call.arguments().isEmpty()) {
      return false;
    }
    boolean isSetter =
        read.arguments().isEmpty()
            && read.name().startsWith("get")
            && call.name().equals("set" + read.name().substring("get".length()));
    return isSetter
        || !read.arguments().isEmpty()
            && places.isSame(call.arguments().get(0), read.arguments().get(0));
  }

  @Override
  public boolean isImplied(Expr test, boolean holds) {
    return isImplied(test, holds, depth);
  }

  private boolean isImplied(Expr test, boolean holds, int level) {
    if (level > DEEPEST) {
      return false;
    }
    if (test instanceof Expr.Unary not && not.operator().equals("!")) {
      return isImplied(not.operand(), !holds, level);
    }
    if (test instanceof Expr.Binary binary) {
      return binary(binary, holds, level);
    }
    if (test instanceof Expr.InstanceOf check) {
      return holds && places.isSame(check.operand(), place);
    }
    if (test instanceof Expr.Call call) {
      return call(call, holds, level);
    }
    if (test instanceof Expr.Assign assign) {
      return isImplied(assign.value(), holds, level + 1);
    }
    Variable flag = bindings.declaration(test).orElse(null);
    return flag instanceof Stmt.Local && flag(flag, holds, level);
  }

  /** {@code boolean known = x != null; ... if (known)}. */
  private boolean flag(Variable flag, boolean holds, int level) {
    if (flag.initializer() != null && isImplied(flag.initializer(), holds, level + 1)) {
      return true;
    }
    return bindings.assignments(flag).stream()
        .anyMatch(each -> isImplied(each.value(), holds, level + 1));
  }

  private boolean binary(Expr.Binary test, boolean holds, int level) {
    switch (test.operator()) {
      case "&&", "&" -> {
        return holds && eitherImplies(test, true, level);
      }
      case "||", "|" -> {
        return !holds && eitherImplies(test, false, level);
      }
      case "==", "!=" -> {
        boolean isEqual = test.operator().equals("==") == holds;
        return compares(test.left(), test.right(), isEqual)
            || compares(test.right(), test.left(), isEqual);
      }
      default -> {
        return isCountOfTarget(test.left()) || isCountOfTarget(test.right());
      }
    }
  }

  private boolean eitherImplies(Expr.Binary test, boolean holds, int level) {
    return isImplied(test.left(), holds, level + 1) || isImplied(test.right(), holds, level + 1);
  }

  private boolean compares(Expr one, Expr other, boolean isEqual) {
    if (!places.isSame(one, place) && !isCopy(one)) {
      return false;
    }
    boolean isNull = other instanceof Expr.Literal literal && literal.isNull();
    return isEqual != isNull;
  }

  /** {@code Key key = order.key(); if (key != null)} for {@code order.key()}. */
  private boolean isCopy(Expr tested) {
    Variable copy = read == null ? null : bindings.declaration(tested).orElse(null);
    return copy instanceof Stmt.Local
        && bindings.isAssignedOnce(copy)
        && places.isSame(copy.initializer(), place);
  }

  /** {@code queue.size() > 0} for {@code queue.poll()}. */
  private boolean isCountOfTarget(Expr value) {
    return value instanceof Expr.Call count
        && count.arguments().isEmpty()
        && read != null
        && places.isSame(count.target(), read.target());
  }

  private boolean call(Expr.Call test, boolean holds, int level) {
    Decl.Method own = Methods.of(file).declaration(test).orElse(null);
    if (own != null && own.body() != null && answers(own, test, holds)) {
      return true;
    }
    boolean isNegative =
        NULL_NAME.matcher(test.name()).matches() && !NOT.matcher(test.name()).matches();
    if (isNegative == holds) {
      return false;
    }
    return test.arguments().stream().anyMatch(each -> places.isSame(each, place))
        || asksTarget(test)
        || asksAbout(test)
        || asksInside(test, level);
  }

  /**
   * {@code map.containsKey(k)} for {@code map.get(k)}, {@code f.isDirectory()} for {@code
   * f.list()}, {@code reader.matches(TEXT)} for {@code reader.token()}.
   */
  private boolean asksTarget(Invocation test) {
    if (read == null || !places.isSame(test.target(), read.target())) {
      return false;
    }
    return test.arguments().isEmpty()
        || !read.arguments().isEmpty()
            && places.isSame(test.arguments().get(0), read.arguments().get(0))
        || read.arguments().isEmpty() && ADVANCES.matcher(test.name()).matches();
  }

  /** {@code hasField(node, "name")} for {@code node.get("name")}. */
  private boolean asksAbout(Invocation test) {
    return read != null
        && ASKS.matcher(test.name()).matches()
        && test.arguments().stream().anyMatch(each -> places.isSame(each, read.target()));
  }

  /**
   * {@code map.keySet().contains(k)} for {@code map.get(k)}, {@code
   * response.getStatusCode().is2xxSuccessful()} for {@code response.getBody()}, {@code
   * body.get("ids").isJsonArray()} for {@code body.getAsJsonArray("ids")}.
   */
  private boolean asksInside(Expr.Call test, int level) {
    if (!(test.target() instanceof Expr.Call inner) || level > DEEPEST || read == null) {
      return false;
    }
    boolean isSameTarget = places.isSame(inner.target(), read.target());
    return isSameTarget
        && (inner.name().equals("getStatusCode")
            || inner.name().startsWith("get")
                && test.arguments().isEmpty()
                && !inner.arguments().isEmpty()
                && !read.arguments().isEmpty()
                && places.isSame(inner.arguments().get(0), read.arguments().get(0))
            || inner.name().equals("keySet")
                && !test.arguments().isEmpty()
                && !read.arguments().isEmpty()
                && places.isSame(test.arguments().get(0), read.arguments().get(0)));
  }

  /** Whether a method of this file answers so only if its argument, or the field, is not null. */
  private boolean answers(Decl.Method method, Expr.Call call, boolean answer) {
    if (depth >= DEEPEST) {
      return false;
    }
    NonNull inside = this;
    for (int i = 0; i < Math.min(call.arguments().size(), method.params().size()); i++) {
      if (places.isSame(call.arguments().get(i), place)) {
        inside = of(file, method.params().get(i), depth + 1);
      }
    }
    if (inside == this) {
      inside = new NonNull(file, place, read, depth + 1);
    }
    List<Expr> returned = Methods.of(file).returned(method);
    for (Expr each : returned) {
      boolean isOther =
          each instanceof Expr.Literal literal && Boolean.valueOf(!answer).equals(literal.value());
      if (!isOther
          && !inside.isImplied(each, answer, depth + 1)
          && !ControlFlow.of(file).before(file.parent(each), inside).isEstablished()) {
        return false;
      }
    }
    return !returned.isEmpty();
  }
}
