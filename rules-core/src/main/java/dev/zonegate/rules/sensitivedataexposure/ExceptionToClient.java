package dev.zonegate.rules.sensitivedataexposure;

import dev.zonegate.match.ApiSet;
import dev.zonegate.match.Bindings;
import dev.zonegate.match.LogCall;
import dev.zonegate.match.Masking;
import dev.zonegate.match.Methods;
import dev.zonegate.match.TypeSet;
import dev.zonegate.match.Vocabulary;
import dev.zonegate.match.Words;
import dev.zonegate.model.Decl;
import dev.zonegate.model.Expr;
import dev.zonegate.model.Invocation;
import dev.zonegate.model.Node;
import dev.zonegate.model.SourceFile;
import dev.zonegate.model.Stmt;
import dev.zonegate.model.Variable;
import dev.zonegate.rule.Reporter;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;

/** Finds exceptions whose own words reach a client, by following them to an answer. */
final class ExceptionToClient {
  private static final ApiSet SINKS = ApiSet.load("exposure/client-sinks.api");
  private static final ApiSet WRITERS = ApiSet.load("exposure/client-writers.api");
  private static final ApiSet PASSING = ApiSet.load("exposure/showing.api");
  private static final TypeSet HANDLERS = TypeSet.load("exposure/handlers.types");
  private static final TypeSet BODIES = TypeSet.load("exposure/bodies.types");
  private static final Vocabulary BUILDING = Vocabulary.load("exposure/building.words");
  private final SourceFile file;
  private final Set<Node> seen = Collections.newSetFromMap(new IdentityHashMap<>());

  private ExceptionToClient(SourceFile file) {
    this.file = file;
  }

  static void find(SourceFile file, Reporter report) {
    ThrowableText text = new ThrowableText(file);
    for (Expr.Call call : file.all(Expr.Call.class)) {
      boolean isText = text.isGivenBy(call) && new ExceptionToClient(file).reachesClient(call);
      if (isText || isTracePrinted(file, call)) {
        report.at(call, SensitiveDataExposureRule.EXCEPTION_TO_CLIENT, Texts.shown(file, call));
      }
    }
  }

  /** {@code e.printStackTrace(response.getWriter())}, or into a text that is sent. */
  private static boolean isTracePrinted(SourceFile file, Expr.Call call) {
    if (!call.name().equals("printStackTrace")
        || call.arguments().size() != 1
        || call.target() == null
        || !call.target().type().isA("java.lang.Throwable").isYes()) {
      return false;
    }
    ExceptionToClient search = new ExceptionToClient(file);
    Expr writer = call.arguments().get(0);
    return search.writesToClient(writer) || search.collectorReachesClient(writer);
  }

  /** The {@code StringWriter} behind a {@code PrintWriter}. */
  private boolean collectorReachesClient(Expr writer) {
    for (Expr.Name name : file.allIn(writer, Expr.Name.class)) {
      Variable variable = Bindings.of(file).declaration(name).orElse(null);
      if (variable instanceof Stmt.Local local && seen.add(local)) {
        boolean isSent =
            Bindings.of(file).uses(local).stream()
                .anyMatch(each -> each != name && reachesClient(each));
        if (isSent || local.initializer() != null && collectorReachesClient(local.initializer())) {
          return true;
        }
      }
    }
    return false;
  }

  private boolean writesToClient(Expr writer) {
    for (Expr.Call each : file.allIn(writer, Expr.Call.class)) {
      if (WRITERS.matches(each).isYes()) {
        return true;
      }
    }
    Variable variable = Bindings.of(file).declaration(writer).orElse(null);
    return variable instanceof Stmt.Local
        && variable.initializer() != null
        && seen.add(variable)
        && writesToClient(variable.initializer());
  }

  /** Whether the value at {@code from} becomes part of an answer. */
  private boolean reachesClient(Expr from) {
    Node value = from;
    while (true) {
      Node parent = file.parent(value);
      if (parent instanceof Invocation use) {
        Boolean decided = invoked(use, value);
        if (decided != null) {
          return decided;
        }
      } else if (parent instanceof Stmt.Return) {
        return isAnswer(parent);
      } else if (parent instanceof Variable variable && variable.initializer() == value) {
        return variable instanceof Stmt.Local && anyUseReachesClient(variable);
      } else if (parent instanceof Expr.Assign assign && assign.value() == value) {
        return Bindings.of(file)
            .declaration(assign.assigned())
            .filter(Stmt.Local.class::isInstance)
            .map(this::anyUseReachesClient)
            .orElse(false);
      } else if (parent instanceof Expr.Lambda lambda) {
        return lambda.body() == value && isAnswer(lambda);
      } else if (!isCarriedBy(parent, value)) {
        return false;
      }
      value = parent;
    }
  }

  private static boolean isCarriedBy(Node parent, Node value) {
    return parent instanceof Expr.Binary binary && binary.operator().equals("+")
        || parent instanceof Expr.Conditional either && either.condition() != value
        || parent instanceof Expr.Cast
        || parent instanceof Expr.ArrayInitializer
        || parent instanceof Expr.NewArray
        || parent instanceof Expr.SwitchExpr
        || parent instanceof dev.zonegate.model.Case
        || parent instanceof Stmt.Expression && !(value instanceof Expr.Call);
  }

  /** Yes, no, or null if it goes on with the result of {@code use}. */
  private Boolean invoked(Invocation use, Node value) {
    if (isSink(use, value)) {
      return true;
    }
    if (use instanceof Expr.Call call && LogCall.of(file, call).isPresent()) {
      return false;
    }
    if (use.target() == value) {
      boolean isStillText =
          !(value instanceof Expr.Call text && isText(text)) || PASSING.matches(use).isYes();
      return isStillText && !isTest(use) ? null : false;
    }
    if (use instanceof Stmt.ConstructorCall || Masking.isDoneBy(use.name())) {
      return false;
    }
    Decl.Method own = Methods.of(file).declaration(use).orElse(null);
    if (own != null && !own.isConstructor()) {
      return passedTo(own, use, value) ? Boolean.TRUE : goesOn(use);
    }
    if (use instanceof Expr.New made) {
      return made.type().isA("java.lang.Throwable").isYes() ? Boolean.FALSE : null;
    }
    return goesOn(use);
  }

  private Boolean goesOn(Invocation use) {
    if (file.parent(use) instanceof Stmt.Expression
        || file.parent(use) instanceof Expr.Lambda lambda && lambda.body() == use) {
      return keeperReachesClient(use);
    }
    boolean isBuilder =
        use.target() instanceof Expr.TypeName
            || PASSING.matches(use).isYes()
            || Words.of(use.name()).stream().anyMatch(BUILDING::isIn);
    return isBuilder ? null : false;
  }

  /** {@code body.put("error", text)}: what keeps the text may be sent. */
  private boolean keeperReachesClient(Invocation use) {
    Expr keeper = use.target();
    while (keeper instanceof Expr.Call chained) {
      keeper = chained.target();
    }
    return keeper != null
        && Bindings.of(file)
            .declaration(keeper)
            .filter(Stmt.Local.class::isInstance)
            .map(this::anyUseReachesClient)
            .orElse(false);
  }

  private boolean anyUseReachesClient(Variable variable) {
    return seen.add(variable)
        && Bindings.of(file).uses(variable).stream().anyMatch(this::reachesClient);
  }

  private boolean passedTo(Decl.Method method, Invocation use, Node value) {
    int index = use.arguments().indexOf(value);
    return index >= 0
        && index < method.params().size()
        && anyUseReachesClient(method.params().get(index));
  }

  private boolean isSink(Invocation use, Node value) {
    if (use.target() == value) {
      return false;
    }
    boolean isListed =
        SINKS
            .all(use)
            .anyMatch(
                api -> {
                  int only = api.number("arg", -1);
                  return only < 0
                      || only < use.arguments().size() && use.arguments().get(only) == value;
                });
    return isListed
        || use.target() != null
            && (use.name().startsWith("print")
                || use.name().equals("write")
                || use.name().equals("append"))
            && writesToClient(use.target());
  }

  private boolean isText(Expr.Call call) {
    return new ThrowableText(file).isGivenBy(call) || call.type().isNamed("java.lang.String");
  }

  private static boolean isTest(Invocation use) {
    return use.method() != null && use.method().returns().isPrimitive();
  }

  /** What a handler returns is answered; so is what a lambda in it maps to. */
  private boolean isAnswer(Node from) {
    Decl.Method method = file.enclosing(from, Decl.Method.class);
    if (method == null || HANDLERS.annotationIn(method.annotations()) == null) {
      return false;
    }
    boolean isView =
        method.returnType() != null
            && method.returnType().ref().isNamed("java.lang.String")
            && !isBody(method);
    return !isView;
  }

  private boolean isBody(Decl.Method method) {
    Decl.Type type = file.enclosing(method, Decl.Type.class);
    return BODIES.annotationIn(method.annotations()) != null
        || type != null && BODIES.annotationIn(type.annotations()) != null;
  }
}
