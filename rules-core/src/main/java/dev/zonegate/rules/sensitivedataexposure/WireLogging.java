package dev.zonegate.rules.sensitivedataexposure;

import dev.zonegate.match.Api;
import dev.zonegate.match.ApiSet;
import dev.zonegate.match.Bindings;
import dev.zonegate.match.Condition;
import dev.zonegate.match.Constants;
import dev.zonegate.match.Guards;
import dev.zonegate.match.TypeSet;
import dev.zonegate.match.Vocabulary;
import dev.zonegate.model.Annotation;
import dev.zonegate.model.Case;
import dev.zonegate.model.Decl;
import dev.zonegate.model.Expr;
import dev.zonegate.model.Node;
import dev.zonegate.model.SourceFile;
import dev.zonegate.model.TypeRef;
import dev.zonegate.model.Variable;
import dev.zonegate.rule.Reporter;
import java.util.List;
import java.util.Optional;

/** Finds clients and servers that are told to log what goes over the wire. */
final class WireLogging {
  private static final ApiSet LEVELS = ApiSet.load("exposure/wire-levels.api");
  private static final ApiSet SWITCHES = ApiSet.load("exposure/wire-switches.api");
  private static final TypeSet CONDITIONAL = TypeSet.load("exposure/conditional.types");
  private static final Vocabulary DEVELOPMENT = Vocabulary.load("exposure/development.words");
  private final SourceFile file;
  private final Reporter report;

  private WireLogging(SourceFile file, Reporter report) {
    this.file = file;
    this.report = report;
  }

  static void find(SourceFile file, Reporter report) {
    WireLogging search = new WireLogging(file, report);
    file.all(Expr.FieldAccess.class)
        .forEach(each -> search.level(each, each.target().type(), each.name()));
    for (Expr.Name each : file.all(Expr.Name.class)) {
      if (each.variable() != null && each.variable().isField()) {
        search.level(each, TypeRef.named(each.variable().owner()), each.name());
      }
    }
    for (Expr.Call each : SWITCHES.callsIn(file)) {
      SWITCHES.find(each).ifPresent(api -> search.turned(each, api));
    }
  }

  private void level(Expr level, TypeRef owner, String name) {
    Optional<Api> found = LEVELS.find(owner, name);
    if (found.isPresent()
        && isChosen(level)
        && !isForDevelopers(level)
        && !isRedacted(level, found.get())) {
      report(level, file.text(level), found.get());
    }
  }

  private void turned(Expr.Call call, Api api) {
    boolean isOn =
        !call.arguments().isEmpty()
            && Constants.of(file)
                .value(call.arguments().get(0))
                .filter(Boolean.TRUE::equals)
                .isPresent();
    if (isOn && !isForDevelopers(call)) {
      report(call, call.name() + "(true)", api);
    }
  }

  private void report(Node node, String shown, Api api) {
    boolean isBody = api.has("what", "bodies");
    report.at(
        node,
        SensitiveDataExposureRule.WIRE_LOGGING,
        Texts.shortened(shown),
        isBody ? "what is sent and received" : "headers with their credentials");
  }

  /** Not compared with, and no label of a case. */
  private boolean isChosen(Expr level) {
    Node parent = file.parent(level);
    boolean isCompared =
        parent instanceof Expr.Binary
            || parent instanceof Case
            || parent instanceof Expr.Call call
                && (call.name().startsWith("compareTo")
                    || call.name().equals("equals")
                    || call.target() == level);
    return !isCompared;
  }

  private boolean isRedacted(Node level, Api api) {
    String redacts = api.attributes().get("redacts");
    Decl.Type type = file.enclosing(level, Decl.Type.class);
    if (redacts == null || type == null) {
      return false;
    }
    Variable logging = logging(level).orElse(null);
    return file.allIn(type, Expr.Call.class).stream()
        .filter(each -> each.name().equals(redacts) && isAuthorization(each))
        .anyMatch(each -> isSame(root(level), logging, root(each), logging(each).orElse(null)));
  }

  /** Whether two things may be told to one object: by what made it, else by what holds it. */
  private static boolean isSame(Node made, Variable holder, Node other, Variable otherHolder) {
    boolean isFresh = holder == null && made instanceof Expr.New;
    return isFresh ? made == other : holder == null || otherHolder == null || holder == otherHolder;
  }

  /** Where a chain of calls begins that tells something, by a call of it or an argument. */
  private Node root(Node told) {
    Node root = told instanceof Expr.Call ? told : file.parent(told);
    while (root instanceof Expr.Call chained) {
      root = chained.target();
    }
    return root;
  }

  /** The variable that holds what is told something by a call or its argument, if one does. */
  private Optional<Variable> logging(Node told) {
    Node call = told instanceof Expr.Call ? told : file.parent(told);
    Optional<Variable> held =
        root(told) instanceof Expr expr ? Bindings.of(file).declaration(expr) : Optional.empty();
    Node up = call;
    while (held.isEmpty() && up instanceof Expr.Call) {
      up = file.parent(up);
    }
    return held.isEmpty() && up instanceof Variable variable ? Optional.of(variable) : held;
  }

  private boolean isAuthorization(Expr.Call call) {
    return call.arguments().size() == 1
        && Constants.of(file)
            .text(call.arguments().get(0))
            .filter("authorization"::equalsIgnoreCase)
            .isPresent();
  }

  private boolean isForDevelopers(Node node) {
    for (Condition each : Guards.of(file).holdingAt(node)) {
      if (DEVELOPMENT.isIn(file.text(each.test()))) {
        return true;
      }
    }
    for (Node up = node; up != null; up = file.parent(up)) {
      if (up instanceof Decl.Method method && isConditional(method.annotations())
          || up instanceof Decl.Type type && isConditional(type.annotations())) {
        return true;
      }
    }
    return false;
  }

  private boolean isConditional(List<Annotation> annotations) {
    Annotation condition = CONDITIONAL.annotationIn(annotations);
    return condition != null && !file.text(condition).matches("(?s).*\"prod\\w*\".*");
  }
}
