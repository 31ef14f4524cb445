package dev.zonegate.rules.missingstate;

import dev.zonegate.match.Api;
import dev.zonegate.match.ApiSet;
import dev.zonegate.match.Bindings;
import dev.zonegate.match.RequestData;
import dev.zonegate.match.TypeSet;
import dev.zonegate.model.Decl;
import dev.zonegate.model.Expr;
import dev.zonegate.model.Invocation;
import dev.zonegate.model.Node;
import dev.zonegate.model.SourceFile;
import dev.zonegate.model.Stmt;
import dev.zonegate.model.TypeShape;
import dev.zonegate.model.Variable;
import dev.zonegate.rule.Reporter;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Finds texts from outside that are parsed as if they were always well-formed. */
final class UnparsedInput {
  private static final ApiSet PARSERS = ApiSet.load("states/parsers.api");
  private static final ApiSet ENVIRONMENT =
      ApiSet.of("java.lang.System#getenv(String)", "java.lang.System#getProperty(String)");
  private static final TypeSet MESSAGES = TypeSet.load("states/messages.types");
  private static final TypeSet BODIES =
      TypeSet.of("org.springframework.web.bind.annotation.RequestBody");
  private static final Set<String> QUESTIONS =
      Set.of("matches", "matcher", "chars", "length", "isBlank", "contains", "isEmpty");
  private static final Pattern CATCHES =
      Pattern.compile(
          "(IllegalArgument|NumberFormat|DateTimeParse|DateTime|Runtime)?Exception|Throwable");
  private static final Pattern CONSTRAINTS =
      Pattern.compile("(.*\\.)?(Pattern|Digits|UUID|ValidEnum|EnumValue|Range|Numeric)");

  private UnparsedInput() {}

  static void find(SourceFile file, Reporter report) {
    for (Invocation use : file.all(Invocation.class)) {
      String thrown = thrown(use);
      Expr text = thrown.isEmpty() ? null : text(use);
      if (text != null && isFromOutside(file, text) && !isExpected(file, use, text)) {
        report.candidate(
            use, MissingStateRule.UNPARSED_INPUT, new Unhandled(thrown), use.shortName());
      }
    }
  }

  /** What a parsing call throws, or empty if it is none. */
  private static String thrown(Invocation use) {
    Optional<Api> parser = PARSERS.find(use);
    if (parser.isPresent()) {
      return parser.get().attributes().get("throws");
    }
    boolean isEnum =
        use instanceof Expr.Call call
            && call.name().equals("valueOf")
            && call.receiverType().shape().kind() == TypeShape.Kind.ENUM;
    return isEnum ? "java.lang.IllegalArgumentException" : "";
  }

  private static Expr text(Invocation use) {
    Expr text = use.arguments().isEmpty() ? null : use.arguments().get(0);
    while (text instanceof Expr.Call call
        && call.name().matches("trim|strip|toUpperCase|toLowerCase|replace")
        && call.target() != null) {
      text = call.target();
    }
    return text;
  }

  private static boolean isFromOutside(SourceFile file, Expr text) {
    Variable variable = Bindings.of(file).declaration(text).orElse(null);
    Expr value = variable instanceof Stmt.Local local ? local.initializer() : text;
    if (value instanceof Expr.Call call) {
      return RequestData.isReturnedBy(call)
          || ENVIRONMENT.matches(call).isYes()
          || isOfBody(file, call)
          || isOfMessage(file, call);
    }
    return variable instanceof Decl.Param param
        && param.type() != null
        && param.type().ref().isNamed("java.lang.String")
        && (RequestData.isHeldBy(param, file) || isMessage(file, param));
  }

  /** {@code request.day()} of a body that nothing has checked. */
  private static boolean isOfBody(SourceFile file, Expr.Call call) {
    return call.arguments().isEmpty()
        && (call.type().isUnknown() || call.type().isNamed("java.lang.String"))
        && call.target() != null
        && Bindings.of(file).declaration(call.target()).orElse(null) instanceof Decl.Param body
        && BODIES.annotationIn(body.annotations()) != null
        && !isConstrained(file, call, body);
  }

  /** {@code payload.get("id")} of a message that is a map of texts. */
  private static boolean isOfMessage(SourceFile file, Expr.Call call) {
    return call.name().equals("get")
        && call.arguments().size() == 1
        && (call.type().isUnknown() || call.type().isNamed("java.lang.String"))
        && call.receiverType().isA("java.util.Map").isYes()
        && Bindings.of(file).declaration(call.target()).orElse(null) instanceof Decl.Param payload
        && isMessage(file, payload);
  }

  /** Whether the component or field that is read carries a constraint on its form. */
  private static boolean isConstrained(SourceFile file, Expr.Call read, Decl.Param body) {
    String name = read.name().replaceFirst("^get(?=[A-Z])", "");
    String type = body.type() == null ? "" : body.type().ref().simpleName();
    return file.all(Decl.Type.class).stream()
        .filter(each -> each.name().equals(type))
        .flatMap(each -> file.allIn(each, Node.class).stream())
        .filter(Variable.class::isInstance)
        .map(Variable.class::cast)
        .filter(each -> each.name().equalsIgnoreCase(name))
        .flatMap(each -> each.annotations().stream())
        .anyMatch(each -> CONSTRAINTS.matcher(each.name()).matches());
  }

  private static boolean isMessage(SourceFile file, Decl.Param param) {
    return file.parent(param) instanceof Decl.Method method
        && MESSAGES.annotationIn(method.annotations()) != null;
  }

  private static boolean isExpected(SourceFile file, Invocation use, Expr text) {
    Variable variable = Bindings.of(file).declaration(text).orElse(null);
    boolean isConstrained =
        variable != null
            && variable.annotations().stream()
                .anyMatch(each -> CONSTRAINTS.matcher(each.name()).matches());
    return isConstrained || isCaught(file, use) || Asked.about(file, use, text, QUESTIONS);
  }

  private static boolean isCaught(SourceFile file, Node node) {
    for (Stmt.Try each = file.enclosing(node, Stmt.Try.class);
        each != null;
        each = file.enclosing(each, Stmt.Try.class)) {
      if (each.catches().stream()
          .flatMap(it -> it.types().stream())
          .anyMatch(it -> CATCHES.matcher(it.ref().simpleName()).matches())) {
        return true;
      }
    }
    return false;
  }
}
