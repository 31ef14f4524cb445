package dev.zonegate.rules.nullhandling;

import dev.zonegate.match.ApiSet;
import dev.zonegate.match.Bindings;
import dev.zonegate.match.Constants;
import dev.zonegate.match.Methods;
import dev.zonegate.match.flow.NullTest;
import dev.zonegate.match.flow.Nullness;
import dev.zonegate.match.flow.Places;
import dev.zonegate.model.Annotation;
import dev.zonegate.model.Decl;
import dev.zonegate.model.Expr;
import dev.zonegate.model.Node;
import dev.zonegate.model.SourceFile;
import dev.zonegate.model.Stmt;
import dev.zonegate.model.TypeNode;
import dev.zonegate.model.Variable;
import dev.zonegate.rule.Confidence;
import dev.zonegate.rule.Report;
import dev.zonegate.rule.Reporter;
import dev.zonegate.rule.Severity;
import java.util.Set;

/** An {@code Optional} that brings back the trouble it was made against. */
final class OptionalMisuse {
  private static final String OPTIONAL = "java.util.Optional";
  private static final ApiSet EXPENSIVE = ApiSet.load("nullness/expensive.api");
  private static final Set<String> HELD_BY =
      Set.of("java.util.List", "java.util.Set", "java.util.Collection", "java.util.Map");
  private final SourceFile file;
  private final Reporter report;

  private OptionalMisuse(SourceFile file, Reporter report) {
    this.file = file;
    this.report = report;
  }

  static void find(SourceFile file, Reporter report) {
    OptionalMisuse search = new OptionalMisuse(file, report);
    file.all(Expr.Call.class).forEach(search::call);
    file.all(Expr.Binary.class).forEach(search::comparison);
    file.all(Decl.Field.class).forEach(search::field);
    file.all(Decl.Method.class).forEach(search::parameters);
    file.all(Stmt.Local.class).forEach(search::elements);
  }

  private Report report(Node at, String name, String what) {
    return report.at(at, NullHandlingRule.OPTIONAL_MISUSE, name, what);
  }

  private void call(Expr.Call call) {
    if (!call.receiverType().isNamed(OPTIONAL)) {
      return;
    }
    if (call.name().equals("of") && call.arguments().size() == 1) {
      Nullness.of(file)
          .possibleNull(call.arguments().get(0))
          .ifPresent(
              found ->
                  report(
                          call,
                          found.name(),
                          "can be `null`, which `Optional.of` answers by throwing")
                      .confidence(NullHandlingRule.confidence(found.sure())));
    } else if (call.name().equals("orElse")) {
      orElse(call);
    } else if (call.name().equals("get") || call.name().equals("orElseThrow")) {
      askedAgain(call);
    }
  }

  /** Its argument is evaluated although there is a value. */
  private void orElse(Expr.Call call) {
    Expr other = call.arguments().isEmpty() ? null : call.arguments().get(0);
    if (other instanceof Expr.Call made
        && isExpensive(made)
        && Constants.of(file).value(made).isEmpty()) {
      report(made, made.shortName(), "runs even if there is a value: `orElse` takes it evaluated");
    }
  }

  /** Something outside is asked or changed, here or in the method of this file that is called. */
  private boolean isExpensive(Expr.Call call) {
    if (EXPENSIVE.matches(call).isYes()) {
      return true;
    }
    Decl.Method method = Methods.of(file).declaration(call).orElse(null);
    return method != null
        && method.body() != null
        && file.allIn(method.body(), Expr.Call.class).stream()
            .filter(each -> file.enclosing(each, Expr.Lambda.class) == null)
            .anyMatch(each -> EXPENSIVE.matches(each).isYes());
  }

  /** {@code if (find(id).isPresent()) ... find(id).get()}: the second may find nothing. */
  private void askedAgain(Expr.Call get) {
    boolean isQuery =
        get.target() instanceof Expr.Call source
            && !source.arguments().isEmpty()
            && source.name().matches("(find|get|load|query|fetch|read|search|lookup)([A-Z].*)?");
    if (!isQuery || !get.arguments().isEmpty()) {
      return;
    }
    Decl.Method method = file.enclosing(get, Decl.Method.class);
    if (method == null || method.body() == null) {
      return;
    }
    for (Expr.Call each : file.allIn(method.body(), Expr.Call.class)) {
      boolean isTest = each.name().equals("isPresent") || each.name().equals("isEmpty");
      if (isTest
          && each.target() != get.target()
          && each.span().isBefore(get.span())
          && Places.of(file).isSame(each.target(), get.target())) {
        report(
                get,
                ((Expr.Call) get.target()).shortName(),
                "is asked again after `" + each.name() + "`, and may answer otherwise")
            .confidence(Confidence.MEDIUM);
        return;
      }
    }
  }

  private void comparison(Expr.Binary comparison) {
    NullTest test = NullTest.of(comparison);
    if (test != null
        && test.tested().type().isNamed(OPTIONAL)
        && !isTakenFromOther(test.tested())) {
      report(
          comparison,
          file.text(test.tested()),
          "is an `Optional` compared with `null`, which it must never be");
    }
  }

  /** {@code cache.get(key)} and the like give null for no entry, whatever their entries are. */
  private boolean isTakenFromOther(Expr tested) {
    Variable variable = Bindings.of(file).variable(tested).orElse(null);
    Expr value = variable instanceof Stmt.Local ? variable.initializer() : tested;
    if (value instanceof Expr.Call call) {
      return call.method() == null || !call.method().returns().isNamed(OPTIONAL);
    }
    return variable instanceof Stmt.Local && value == null;
  }

  private void field(Decl.Field field) {
    if (isOptional(field.type()) && file.enclosing(field, Decl.Type.class) != null) {
      report(field, field.name(), "holds an `Optional` in a field, where `null` is one more state")
          .confidence(Confidence.MEDIUM)
          .severity(Severity.NOTE);
    }
    elements(field);
  }

  private void elements(Variable variable) {
    if (variable.type() instanceof TypeNode.Named named
        && HELD_BY.contains(named.ref().name())
        && !named.arguments().isEmpty()
        && isOptional(named.arguments().get(named.arguments().size() - 1))
        && !isInitialised(variable)) {
      report(
              variable,
              variable.name(),
              "is a collection of `Optional`, whose empty ones say nothing")
          .confidence(Confidence.MEDIUM)
          .severity(Severity.NOTE);
    }
  }

  /** A local that only receives what somebody else made so. */
  private static boolean isInitialised(Variable variable) {
    return variable instanceof Stmt.Local && !(variable.initializer() instanceof Expr.New);
  }

  /** Frameworks pass Optionals to handlers, constructors and bean methods. */
  private void parameters(Decl.Method method) {
    if (method.isConstructor() || method.body() == null || isCalledByFramework(method)) {
      return;
    }
    for (Decl.Param param : method.params()) {
      if (isOptional(param.type()) && param.annotations().isEmpty()) {
        report(param, param.name(), "makes every caller wrap its argument in an `Optional`")
            .confidence(Confidence.MEDIUM)
            .severity(Severity.NOTE);
      }
    }
  }

  private static boolean isCalledByFramework(Decl.Method method) {
    return method.annotations().stream()
        .map(Annotation::name)
        .anyMatch(name -> !name.equals("SuppressWarnings") && !name.equals("Transactional"));
  }

  private static boolean isOptional(TypeNode type) {
    return type != null && type.ref().isNamed(OPTIONAL);
  }
}
