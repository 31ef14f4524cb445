package dev.zonegate.rules.hardcodedsecret;

import dev.zonegate.match.Bindings;
import dev.zonegate.match.SecretNames;
import dev.zonegate.model.Annotation;
import dev.zonegate.model.Decl;
import dev.zonegate.model.Expr;
import dev.zonegate.model.Node;
import dev.zonegate.model.Stmt;
import dev.zonegate.model.Variable;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Finds secrets that are used where the environment gives none. */
final class FallbackSecret {
  /** Methods that take a key first and a default last. */
  private static final Pattern LOOKUP =
      Pattern.compile(
          "getOrDefault|getProperty|getString|getValue|getConfig\\w*|get|optional|getInitParameter"
              + "|(?i:(?:get|read|load|resolve|require|from)?_?env\\w*|\\w*(?:OrDefault|OrElse|WithDefault|Setting))");

  private static final Set<String> ORS =
      Set.of(
          "orElse",
          "requireNonNullElse",
          "defaultIfBlank",
          "defaultIfEmpty",
          "defaultString",
          "firstNonNull",
          "or",
          "orElseGet",
          "firstNonBlank",
          "requireNonNullElseGet");
  private static final Set<String> READS =
      Set.of("getenv", "getProperty", "get", "getOptionalValue", "getString", "getParameter");
  private final Search search;

  private FallbackSecret(Search search) {
    this.search = search;
  }

  static void find(Search search) {
    FallbackSecret fallback = new FallbackSecret(search);
    search.file().all(Annotation.class).forEach(fallback::annotation);
    search.file().all(Expr.Call.class).forEach(fallback::call);
    search.file().all(Expr.Conditional.class).forEach(fallback::conditional);
    search.file().all(Expr.Assign.class).forEach(fallback::assignment);
    search.file().all(Decl.Field.class).forEach(fallback::property);
  }

  private void annotation(Annotation annotation) {
    String type = annotation.name().substring(annotation.name().lastIndexOf('.') + 1);
    if (type.equals("Value")) {
      placeholder(annotation.argument("value"));
    } else if (type.equals("ConfigProperty") || type.equals("Property")) {
      Expr name = annotation.argument("name");
      search.text(name).ifPresent(key -> report(key.value(), annotation.argument("defaultValue")));
    } else if (type.equals("DefaultValue")
        && search.file().parent(annotation) instanceof Variable variable) {
      Expr value = annotation.argument("value");
      boolean isOne = value instanceof Expr.ArrayInitializer all && all.elements().size() == 1;
      report(variable.name(), isOne ? ((Expr.ArrayInitializer) value).elements().get(0) : value);
    }
  }

  private void placeholder(Expr value) {
    Optional<Search.Text> text = search.text(value);
    if (text.isEmpty()) {
      return;
    }
    for (Defaults.Default each : Defaults.in(text.get().value())) {
      if (Shapes.isDefault(each.key(), each.value()) && search.take(text.get())) {
        report(value, each.key(), each.value());
      }
    }
  }

  private void call(Expr.Call call) {
    List<Expr> arguments = call.arguments();
    if (ORS.contains(call.name()) && !arguments.isEmpty()) {
      Expr value = arguments.get(arguments.size() - 1);
      Expr read = arguments.size() == 1 ? call.target() : arguments.get(0);
      key(read).ifPresent(key -> report(key, lambdaValue(value)));
    } else if (arguments.size() >= 2 && LOOKUP.matcher(call.name()).matches()) {
      search
          .text(arguments.get(0))
          .filter(key -> !(arguments.get(0).type().isPrimitive()))
          .ifPresent(key -> report(key.value(), arguments.get(arguments.size() - 1)));
    }
  }

  private static Expr lambdaValue(Expr value) {
    return value instanceof Expr.Lambda lambda && lambda.body() instanceof Expr body ? body : value;
  }

  /** {@code secret != null ? secret : "..."}, where the secret is read from the environment. */
  private void conditional(Expr.Conditional either) {
    Optional<String> key = key(either.then()).or(() -> key(either.otherwise()));
    key.ifPresent(
        it -> {
          report(it, either.then());
          report(it, either.otherwise());
        });
  }

  /** {@code if (secret == null) secret = "..."} after reading it from the environment. */
  private void assignment(Expr.Assign assign) {
    Variable variable = Bindings.of(search.file()).declaration(assign.assigned()).orElse(null);
    if (variable == null || !isGuarded(assign)) {
      return;
    }
    key(variable.initializer()).ifPresent(key -> report(key, assign.value()));
    for (Expr.Assign each : Bindings.of(search.file()).assignments(variable)) {
      key(each.value()).ifPresent(key -> report(key, assign.value()));
    }
  }

  private boolean isGuarded(Expr.Assign assign) {
    Stmt.If guard = search.file().enclosing(assign, Stmt.If.class);
    return guard != null
        && search.file().allIn(guard.condition(), Expr.class).stream()
            .anyMatch(
                each -> NamedLiteral.nameOf(each).equals(NamedLiteral.nameOf(assign.assigned())));
  }

  /** A field of configuration properties is a default that every deployment may forget. */
  private void property(Decl.Field field) {
    boolean isProperties =
        search.file().parent(field) instanceof Decl.Type type
            && type.annotations().stream()
                .anyMatch(each -> each.name().endsWith("ConfigurationProperties"));
    if (isProperties && field.initializer() != null) {
      report(field.name(), field.initializer());
    }
  }

  /** The key under which {@code expr} reads something, if it does. */
  private Optional<String> key(Expr expr) {
    if (expr instanceof Expr.Call call) {
      boolean isRead = READS.contains(call.name()) && !call.arguments().isEmpty();
      if (isRead) {
        return search.text(call.arguments().get(0)).map(Search.Text::value);
      }
      boolean passesOn =
          Set.of("ofNullable", "filter", "map", "trim", "strip").contains(call.name());
      Expr from =
          call.name().equals("ofNullable") && !call.arguments().isEmpty()
              ? call.arguments().get(0)
              : call.target();
      return passesOn ? key(from) : Optional.empty();
    }
    Variable variable =
        expr == null ? null : Bindings.of(search.file()).declaration(expr).orElse(null);
    boolean isRead = variable != null && variable.initializer() instanceof Expr.Call;
    return isRead ? key(variable.initializer()) : Optional.empty();
  }

  private void report(String key, Expr value) {
    if (value == null || !SecretNames.isSecret(key) || isParameter(value)) {
      return;
    }
    search
        .text(value)
        .filter(text -> Shapes.isDefault(key, text.value()))
        .filter(search::take)
        .ifPresent(text -> report((Node) value, key, text.value()));
  }

  private boolean isParameter(Expr value) {
    return Bindings.of(search.file()).declaration(value).orElse(null) instanceof Decl.Param;
  }

  private void report(Node at, String key, String value) {
    search
        .report()
        .at(at, HardcodedSecretRule.FALLBACK_SECRET, NamedLiteral.shortened(key), value.length());
  }
}
