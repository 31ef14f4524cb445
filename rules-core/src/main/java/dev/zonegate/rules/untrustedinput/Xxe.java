package dev.zonegate.rules.untrustedinput;

import dev.zonegate.match.Api;
import dev.zonegate.match.ApiSet;
import dev.zonegate.match.Bindings;
import dev.zonegate.match.Constants;
import dev.zonegate.match.Methods;
import dev.zonegate.match.RequestData;
import dev.zonegate.model.Decl;
import dev.zonegate.model.Expr;
import dev.zonegate.model.Invocation;
import dev.zonegate.model.Node;
import dev.zonegate.model.SourceFile;
import dev.zonegate.model.Stmt;
import dev.zonegate.model.Variable;
import dev.zonegate.rule.Confidence;
import dev.zonegate.rule.Report;
import dev.zonegate.rule.Reporter;
import dev.zonegate.rule.Severity;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** An XML parser that reads what the document refers to, in a class that parses documents. */
final class Xxe {
  private static final ApiSet FACTORIES = ApiSet.load("taint/xml-factories.api");
  private static final ApiSet SETTERS = ApiSet.load("taint/xml-features.api");
  private static final int MOST_STEPS = 20;
  private static final int MOST_VARIABLES = 3;
  private final SourceFile file;
  private final Reporter report;
  private final Bindings bindings;

  private Xxe(SourceFile file, Reporter report) {
    this.file = file;
    this.report = report;
    this.bindings = Bindings.of(file);
  }

  static void find(SourceFile file, Reporter report) {
    new Xxe(file, report).find();
  }

  private void find() {
    Map<Expr, List<Invocation>> open = new LinkedHashMap<>();
    for (Invocation use : FACTORIES.usesIn(file)) {
      Optional<Api> factory = use instanceof Expr ? FACTORIES.find(use) : Optional.empty();
      List<Invocation> parses =
          factory.isPresent() ? parses(use, factory.get()) : List.<Invocation>of();
      if (!parses.isEmpty() && !isSecured((Expr) use, factory.get())) {
        open.put((Expr) use, parses);
      }
    }
    open.forEach(
        (each, parses) -> {
          if (!isMadeByOne(each, open.keySet())) {
            report(each, parses);
          }
        });
  }

  private void report(Expr factory, List<Invocation> parses) {
    Report made = report.at(factory, UntrustedInputRule.XXE, ((Invocation) factory).shortName());
    if (parses.stream().allMatch(this::isOfGivenText) && !hasRequests()) {
      made.confidence(Confidence.MEDIUM).severity(Severity.WARNING);
    }
  }

  /** Whether a document is parsed that the method got as text: somebody else knows who wrote it. */
  private boolean isOfGivenText(Invocation parse) {
    return parse.arguments().stream().anyMatch(each -> isIn(each, this::isGivenText, 0));
  }

  private boolean isGivenText(Expr expr) {
    return bindings.declaration(expr).orElse(null) instanceof Decl.Param param
        && param.type() != null
        && param.type().ref().isNamed("java.lang.String");
  }

  private boolean hasRequests() {
    return file.all(Decl.Param.class).stream().anyMatch(it -> RequestData.isHeldBy(it, file))
        || file.all(Invocation.class).stream().anyMatch(it -> RequestData.isReturnedBy(it, file));
  }

  /** Whether what makes it is open itself: a validator of a schema of an open factory. */
  private boolean isMadeByOne(Expr use, Set<Expr> open) {
    Expr from = ((Invocation) use).target();
    for (int i = 0; i < MOST_STEPS && from != null && !open.contains(from); i++) {
      Variable variable = bindings.declaration(from).orElse(null);
      Expr made = variable == null ? null : variable.initializer();
      from = made == null && from instanceof Expr.Call call ? call.target() : made;
    }
    return from != null;
  }

  /** What is parsed where the factory is made, and is not a resource of the program. */
  private List<Invocation> parses(Invocation use, Api factory) {
    Node scope = scope((Expr) use);
    List<Invocation> parses = new ArrayList<>();
    for (Invocation each : file.allIn(scope, Invocation.class)) {
      boolean isParse =
          each != use
              && List.of(factory.attributes().get("parses").split(",")).contains(each.name());
      if (isParse && isOfText(each, factory) && !isOwnResource(each) && mayBeBy(each, (Expr) use)) {
        parses.add(each);
      }
    }
    return parses;
  }

  /** Whether the parser may be one of this factory: it is not known to come from another. */
  private boolean mayBeBy(Invocation parse, Expr factory) {
    Variable kept = variable(factory);
    Expr from = parse.target();
    for (int i = 0; i < MOST_STEPS && from != null && from != factory; i++) {
      Variable variable = bindings.declaration(from).orElse(null);
      if (variable != null) {
        boolean isKnown = variable != kept && bindings.isAssignedOnce(variable);
        from = isKnown ? variable.initializer() : null;
      } else if (from instanceof Expr.Call call && !(call.target() instanceof Expr.TypeName)) {
        from = call.target();
      } else {
        return !(from instanceof Expr.Call || from instanceof Expr.New);
      }
    }
    return true;
  }

  /** Whether what is parsed may be text, and not only a tree that was parsed before. */
  private boolean isOfText(Invocation parse, Api factory) {
    String text = factory.attributes().get("text");
    return text == null
        ? !parse.arguments().isEmpty()
        : parse.arguments().stream()
            .map(each -> made(each).type().simpleName())
            .anyMatch(List.of(text.split(","))::contains);
  }

  /** What a variable is initialised with, or the expression itself. */
  private Expr made(Expr argument) {
    Variable variable = bindings.declaration(argument).orElse(null);
    return variable != null && variable.initializer() != null ? variable.initializer() : argument;
  }

  private boolean isOwnResource(Invocation parse) {
    for (Expr argument : parse.arguments()) {
      if (!Constants.of(file).values(argument).isEmpty() && !isExpression(parse)) {
        return true;
      }
      if (isIn(argument, Xxe::isResource, 0)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isResource(Expr expr) {
    return expr instanceof Expr.Call call && call.name().startsWith("getResource");
  }

  /** Whether something is part of an expression, or of all that its variables get. */
  private boolean isIn(Expr expr, Predicate<Expr> wanted, int depth) {
    for (Expr each : file.allIn(expr, Expr.class)) {
      Variable variable =
          each instanceof Expr.Name ? bindings.declaration(each).orElse(null) : null;
      boolean isFed =
          variable != null && depth < MOST_VARIABLES && isFed(variable, wanted, depth + 1);
      if (isFed || wanted.test(each)) {
        return true;
      }
    }
    return false;
  }

  private boolean isFed(Variable variable, Predicate<Expr> wanted, int depth) {
    List<Expr> given = new ArrayList<>();
    Expr first = variable.initializer();
    if (first != null && !(first instanceof Expr.Literal literal && literal.isNull())) {
      given.add(first);
    }
    for (Expr each : bindings.uses(variable)) {
      if (file.parent(each) instanceof Expr.Assign assign && assign.assigned() == each) {
        given.add(assign.value());
      }
    }
    return !given.isEmpty() && given.stream().allMatch(each -> isIn(each, wanted, depth));
  }

  /** Whether the text that is given may be what is looked for, not what is read. */
  private static boolean isExpression(Invocation parse) {
    return parse.name().startsWith("evaluate");
  }

  /** Where the factory can be used: the class if it is kept or returned, else the method. */
  private Node scope(Expr use) {
    Node parent = file.parent(use);
    Node method = file.enclosing(use, Decl.Method.class);
    boolean isKept =
        parent instanceof Decl.Field || parent instanceof Expr.Assign || method == null;
    boolean isReturned = method != null && returns((Decl.Method) method, use);
    Node type = file.enclosing(use, Decl.Type.class);
    return isKept || isReturned ? type : method;
  }

  private boolean returns(Decl.Method method, Expr use) {
    Variable variable = variable(use);
    for (Expr each : Methods.of(file).returned(method)) {
      boolean isVariable =
          variable != null && bindings.declaration(each).filter(variable::equals).isPresent();
      if (each == use || isVariable) {
        return true;
      }
    }
    return false;
  }

  private Variable variable(Expr use) {
    Node parent = file.parent(use);
    if (parent instanceof Variable variable) {
      return variable;
    }
    return parent instanceof Expr.Assign assign
        ? bindings.declaration(assign.assigned()).orElse(null)
        : null;
  }

  /** Whether a feature is set on it, or it is handed to a method that may set one. */
  private boolean isSecured(Expr use, Api factory) {
    boolean isElsewhere =
        factory.has("secured", "inClass")
            && file.allIn(file.enclosing(use, Decl.Type.class), Expr.Call.class).stream()
                .anyMatch(this::isSecuring);
    return isElsewhere || isSecured(use);
  }

  private boolean isSecured(Expr use) {
    if (file.parent(use) instanceof Expr.Call call && call.target() == use) {
      return false;
    }
    Variable variable = variable(use);
    if (variable == null) {
      return file.parent(use) instanceof Expr.Call || file.parent(use) instanceof Stmt.Return;
    }
    for (Expr each : bindings.uses(variable)) {
      Node parent = file.parent(each);
      if (parent instanceof Expr.Call call && (call.target() == each ? isSecuring(call) : true)) {
        return true;
      }
    }
    return false;
  }

  private boolean isSecuring(Expr.Call call) {
    return SETTERS.all(call).anyMatch(api -> secures(api, call));
  }

  private boolean secures(Api api, Expr.Call call) {
    String wanted = api.attributes().get("holds");
    String key = call.arguments().isEmpty() ? "" : name(call.arguments().get(0));
    return wanted == null || List.of(wanted.split(",")).stream().anyMatch(key::contains);
  }

  /** A feature by its value, else by the name of the constant. */
  private String name(Expr feature) {
    return Constants.of(file).text(feature).orElse(file.text(feature));
  }
}
