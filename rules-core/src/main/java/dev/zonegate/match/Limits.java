package dev.zonegate.match;

import dev.zonegate.model.Decl;
import dev.zonegate.model.Expr;
import dev.zonegate.model.Invocation;
import dev.zonegate.model.Node;
import dev.zonegate.model.SourceFile;
import dev.zonegate.model.Variable;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Whether values are limits: amounts that end a wait, and things that are set up with one. */
public final class Limits {
  private static final Set<String> WORDS =
      Set.of("timeout", "timeouts", "deadline", "limiter", "ttl", "timed");
  private static final Set<String> NO_LIMITS =
      Set.of("ZERO", "INFINITE", "DISABLED", "ZERO_MILLISECONDS");
  private static final int DEEPEST = 3;
  private final SourceFile file;

  private Limits(SourceFile file) {
    this.file = file;
  }

  /** The limits of a file. */
  public static Limits of(SourceFile file) {
    return file.derived(Limits.class, Limits::new);
  }

  /** Whether a setter of a limit is told that there is none: zero, less, or a constant for it. */
  public boolean isNone(Expr amount) {
    boolean isNamed =
        amount instanceof Expr.FieldAccess access && NO_LIMITS.contains(access.name())
            || amount instanceof Expr.Name name && NO_LIMITS.contains(name.name());
    boolean isMade =
        amount instanceof Expr.Call call
            && call.name().startsWith("of")
            && !call.arguments().isEmpty()
            && isNotPositive(call.arguments().get(0));
    return isNamed || isMade || isNotPositive(amount);
  }

  private boolean isNotPositive(Expr amount) {
    return Constants.of(file)
        .value(amount)
        .filter(it -> it instanceof Number number && number.longValue() <= 0)
        .isPresent();
  }

  /** Whether a name speaks of one. */
  public static boolean isNamed(String name) {
    return Words.of(name).stream().anyMatch(WORDS::contains);
  }

  /** Whether {@code node} names one. */
  public boolean isNamedIn(Node node) {
    return file.allIn(node, Node.class).stream().anyMatch(each -> isNamed(nameOf(each)));
  }

  private static String nameOf(Node node) {
    if (node instanceof Invocation use) {
      return use instanceof Expr.New made ? made.created().simpleName() : use.name();
    }
    if (node instanceof Expr.Name name) {
      return name.name();
    }
    if (node instanceof Expr.TypeName type) {
      return type.named().simpleName();
    }
    return node instanceof Expr.FieldAccess access ? access.name() : "";
  }

  /**
   * Whether {@code value} may be set up with one: this file shows that it is, or does not show how
   * it is made.
   */
  public boolean mayHave(Expr value) {
    return mayHave(value, DEEPEST);
  }

  private boolean mayHave(Expr value, int depth) {
    if (depth == 0 || isNamedIn(value)) {
      return true;
    }
    if (value instanceof Expr.Call call) {
      Decl.Method own = Methods.of(file).declaration(call).orElse(null);
      boolean isOpen = own == null && call.target() != null && !isShown(call.target());
      return isOpen || own != null && (own.body() == null || isNamedIn(own.body()));
    }
    if (value instanceof Expr.Name || value instanceof Expr.FieldAccess) {
      return Bindings.of(file).declaration(value).map(it -> mayHold(it, depth)).orElse(true);
    }
    return !(value instanceof Expr.New);
  }

  /** Whether how {@code inner} is made is known here: it is a type, a constructor, or a chain. */
  private boolean isShown(Expr inner) {
    return inner instanceof Expr.TypeName
        || inner instanceof Expr.New
        || inner instanceof Expr.Call call && (call.target() == null || isShown(call.target()))
        || Bindings.of(file).declaration(inner).map(it -> it.initializer() != null).orElse(false);
  }

  private boolean mayHold(Variable variable, int depth) {
    List<Expr> values = new ArrayList<>();
    if (variable.initializer() != null) {
      values.add(variable.initializer());
    }
    Bindings.of(file).assignments(variable).forEach(each -> values.add(each.value()));
    boolean isSetUp =
        ObjectFlow.of(file, variable).calls().stream()
            .anyMatch(
                each ->
                    isNamed(each.name()) || each.arguments().stream().anyMatch(this::isNamedIn));
    return isSetUp || values.isEmpty() || values.stream().anyMatch(it -> mayHave(it, depth - 1));
  }
}
