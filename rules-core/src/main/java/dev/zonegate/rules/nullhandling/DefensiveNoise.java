package dev.zonegate.rules.nullhandling;

import dev.zonegate.match.ApiSet;
import dev.zonegate.match.Bindings;
import dev.zonegate.match.flow.Claim;
import dev.zonegate.match.flow.ControlFlow;
import dev.zonegate.match.flow.NullTest;
import dev.zonegate.match.flow.Places;
import dev.zonegate.match.flow.Reached;
import dev.zonegate.model.Decl;
import dev.zonegate.model.Expr;
import dev.zonegate.model.Modifier;
import dev.zonegate.model.Node;
import dev.zonegate.model.SourceFile;
import dev.zonegate.model.Stmt;
import dev.zonegate.model.Variable;
import dev.zonegate.rule.Confidence;
import dev.zonegate.rule.Report;
import dev.zonegate.rule.Reporter;
import dev.zonegate.rule.Severity;
import java.util.ArrayList;
import java.util.List;

/** A check for null of what cannot be null. */
final class DefensiveNoise {
  private static final ApiSet NEVER_NULL = ApiSet.load("nullness/never-null.api");
  private final SourceFile file;
  private final Bindings bindings;
  private final ControlFlow flow;

  private DefensiveNoise(SourceFile file) {
    this.file = file;
    this.bindings = Bindings.of(file);
    this.flow = ControlFlow.of(file);
  }

  static void find(SourceFile file, Reporter report) {
    DefensiveNoise search = new DefensiveNoise(file);
    for (Expr.Binary each : file.all(Expr.Binary.class)) {
      NullTest test = NullTest.of(each);
      String reason = test == null ? null : search.reason(each, test.tested());
      if (reason != null) {
        Report made =
            report
                .at(each, NullHandlingRule.DEFENSIVE_NOISE, file.text(test.tested()), reason)
                .confidence(Confidence.MEDIUM);
        if (search.hidesByDefault(each, test)) {
          made.severity(Severity.WARNING);
        }
      }
    }
  }

  private String reason(Expr.Binary check, Expr tested) {
    if (tested.type().isNamed("java.util.Optional")) {
      return null;
    }
    Variable variable = bindings.declaration(tested).orElse(null);
    if (variable instanceof Decl.Field field) {
      return isSetForGood(field) ? "its constructor demands it" : null;
    }
    boolean isVariable = bindings.variable(tested).isPresent();
    if (!isVariable || !(variable instanceof Stmt.Local) && !(variable instanceof Decl.Param)) {
      return isNeverNull(tested) ? "that call never returns it" : null;
    }
    if (isJustSet(variable, check)) {
      return "it has just been set";
    }
    return flow.before(check, new KnownNonNull(variable)).isEstablished() && !isReported(check)
        ? "it was checked before"
        : null;
  }

  /** Whether every way to {@code at} gives {@code variable} a value that cannot be null. */
  static boolean isJustSet(SourceFile file, Variable variable, Node at) {
    return new DefensiveNoise(file).isJustSet(variable, at);
  }

  private boolean isJustSet(Variable variable, Node at) {
    Reached given = flow.before(at, new Given(variable));
    return given.isComplete() && !given.fromStart() && isAllSet(given.resets());
  }

  /** In {@code assert x != null} the check is for the reader. */
  private boolean isReported(Node check) {
    return file.enclosing(check, Stmt.Assert.class) != null;
  }

  private boolean isAllSet(List<Node> resets) {
    return !resets.isEmpty() && resets.stream().allMatch(each -> isNeverNull(given(each)));
  }

  private static Expr given(Node reset) {
    if (reset instanceof Expr.Assign assign) {
      return assign.operator().equals("=") ? assign.value() : null;
    }
    return reset instanceof Stmt.Local local ? local.initializer() : null;
  }

  private boolean isNeverNull(Expr value) {
    if (value instanceof Expr.Call call) {
      return NEVER_NULL.matches(call).isYes();
    }
    return value instanceof Expr.New
        || value instanceof Expr.NewArray
        || value instanceof Expr.Lambda
        || value instanceof Expr.Literal literal && !literal.isNull()
        || value instanceof Expr.Cast cast && isNeverNull(cast.operand());
  }

  /** A final field that every constructor gives {@code requireNonNull(x)} or a new object. */
  private boolean isSetForGood(Decl.Field field) {
    if (!field.modifiers().contains(Modifier.FINAL)) {
      return false;
    }
    List<Expr> values = new ArrayList<>();
    if (field.initializer() != null) {
      values.add(field.initializer());
    }
    bindings.assignments(field).forEach(each -> values.add(each.value()));
    return !values.isEmpty() && values.stream().allMatch(this::isNeverNull);
  }

  /** The branch that never runs returns a default. */
  private boolean hidesByDefault(Expr.Binary check, NullTest test) {
    if (!(file.parent(check) instanceof Stmt.If choice) || choice.condition() != check) {
      return false;
    }
    Stmt dead = test.isEqual() ? choice.then() : choice.otherwise();
    Stmt last =
        dead instanceof Stmt.Block block && block.statements().size() == 1
            ? block.statements().get(0)
            : dead;
    return last instanceof Stmt.Return leave && leave.value() != null;
  }

  /** Where a variable gets the value that it has. */
  private class Given implements Claim {
    private final Variable variable;

    Given(Variable variable) {
      this.variable = variable;
    }

    @Override
    public Effect after(Node node) {
      return Places.of(file).isAssigned(variable, node) ? Effect.RESETS : Effect.NONE;
    }

    @Override
    public boolean isImplied(Expr test, boolean holds) {
      return false;
    }
  }

  /** The claim that a comparison with null came out so that it is none. */
  private final class KnownNonNull extends Given {
    private final Variable variable;

    KnownNonNull(Variable variable) {
      super(variable);
      this.variable = variable;
    }

    @Override
    public boolean isImplied(Expr test, boolean holds) {
      NullTest isNull = test instanceof Expr.Binary comparison ? NullTest.of(comparison) : null;
      return isNull != null
          && isNull.isEqual() != holds
          && bindings.variable(isNull.tested()).orElse(null) == variable;
    }
  }
}
