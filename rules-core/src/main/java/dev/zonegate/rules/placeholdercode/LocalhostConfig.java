package dev.zonegate.rules.placeholdercode;

import dev.zonegate.match.Bindings;
import dev.zonegate.match.LogCall;
import dev.zonegate.match.Words;
import dev.zonegate.model.Annotation;
import dev.zonegate.model.Case;
import dev.zonegate.model.Decl;
import dev.zonegate.model.Expr;
import dev.zonegate.model.Invocation;
import dev.zonegate.model.Modifier;
import dev.zonegate.model.Node;
import dev.zonegate.model.ResourceFile;
import dev.zonegate.model.Setting;
import dev.zonegate.model.SourceFile;
import dev.zonegate.model.Stmt;
import dev.zonegate.model.Variable;
import dev.zonegate.rule.Reporter;
import dev.zonegate.rule.ResourceReporter;
import dev.zonegate.rule.Severity;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Addresses and folders of one machine, where the program runs on others. */
final class LocalhostConfig {
  private static final Pattern ADDRESS =
      Pattern.compile(
          "[a-z0-9+.:-]://([^/@\\s]*+@)?(localhost|127\\.0\\.0\\.1|\\[::1\\])(?=[:/?;},]|$)"
              + "|jdbc:h2:mem:|^(localhost|127\\.0\\.0\\.1):\\d{2,5}$|^(localhost|127\\.0\\.0\\.1)$");
  private static final Pattern FOLDER =
      Pattern.compile("^(file:)?(/tmp/|[A-Z]:[\\\\/]|/Users/\\w|/home/\\w|/var/folders/)\\S*$");
  private static final Pattern FINE =
      Pattern.compile(
          "(?is).*(cors|origin|health|self|loopback|localhost|isLocal|bind|listen|example|dev|proxyHosts"
              + "|whitelist|allow|trusted|ping|actuator|metric|prober?|redirectUri).*");
  private static final Pattern COMPARING =
      Pattern.compile(
          "equals|equalsIgnoreCase|startsWith|endsWith|contains|indexOf|matches|replace|replaceAll"
              + "|replaceFirst|compareTo|split|getByName|getAllByName|println|print|isIn");
  private static final Pattern DEFAULTED =
      Pattern.compile(
          "get\\w*|orElse|defaultString|defaultIfBlank|defaultIfEmpty|requireNonNullElse");

  private static final Pattern IN_MEMORY =
      Pattern.compile("(?s).*(Embedded|InMem(ory)?)([A-Z0-9].*)?");
  private static final Pattern HOST = Pattern.compile("localhost|127\\.0\\.0\\.1");
  private static final int PLACES_OF_HOSTS = 2;

  private static final Pattern OWN_PORT =
      Pattern.compile("server\\.port|LocalServerPort|LocalManagementPort");

  private static final Pattern FAKE = Pattern.compile("(?i)\\b(fake|dummy|arbitrary|any host)\\b");

  private static final Pattern PARAMETERS = Pattern.compile("[?;].*");
  private static final Pattern USER = Pattern.compile("//[^/]*@");
  private static final Pattern TEXTS = Pattern.compile("Set|Pattern|.*Exception");

  private LocalhostConfig() {}

  static void find(SourceFile file, Reporter report) {
    for (Expr.Literal each : file.all(Expr.Literal.class)) {
      if (each.value() instanceof String text) {
        what(text)
            .filter(any -> isConfig(file, each) && !isMeant(file, each, text))
            .ifPresent(
                what -> {
                  var found =
                      report.at(each, PlaceholderCodeRule.LOCALHOST_CONFIG, shown(text), what);
                  if (isDefault(file, each, text)) {
                    found.severity(Severity.NOTE);
                  }
                });
      }
    }
  }

  static void find(ResourceFile file, ResourceReporter report) {
    for (Setting each : file.settings()) {
      if (each.profile().isEmpty() && !FINE.matcher(each.key()).matches()) {
        what(each.value())
            .ifPresent(
                what -> {
                  var found =
                      report.at(each, PlaceholderCodeRule.LOCALHOST_CONFIG, each.name(), what);
                  if (!each.placeholders().isEmpty()) {
                    found.severity(Severity.NOTE);
                  }
                });
      }
    }
  }

  private static Optional<String> what(String text) {
    Matcher address = ADDRESS.matcher(text);
    if (!text.contains(" ") && address.find()) {
      return Optional.of(
          address.group().startsWith("jdbc:h2:mem")
              ? "a database in memory"
              : "the machine itself");
    }
    return FOLDER.matcher(text).matches()
        ? Optional.of("a folder of one machine")
        : Optional.empty();
  }

  /** Without what an address may carry: names, passwords, parameters. */
  private static String shown(String text) {
    String plain = USER.matcher(PARAMETERS.matcher(text).replaceAll("")).replaceAll("//");
    return plain.length() > 36 ? plain.substring(0, 33) + "..." : plain;
  }

  private static boolean isDefault(SourceFile file, Expr.Literal literal, String text) {
    return text.startsWith("${")
        || file.parent(literal) instanceof Expr.Call call
            && (call.arguments().size() > 1 && DEFAULTED.matcher(call.name()).matches()
                || call.name().equals("orElse"))
        || file.parent(literal) instanceof Variable variable
            && (variable.name().toUpperCase(Locale.ROOT).contains("DEFAULT")
                || isSettable(file, variable));
  }

  /** A field that a parameter replaces: what it holds at first is a default. */
  private static boolean isSettable(SourceFile file, Variable variable) {
    return variable instanceof Decl.Field
        && Bindings.of(file).assignments(variable).stream()
            .anyMatch(
                each ->
                    Bindings.of(file).declaration(each.value()).orElse(null) instanceof Decl.Param);
  }

  /** A constant that only other texts are compared with. */
  private static boolean isOnlyCompared(SourceFile file, Expr.Literal literal) {
    List<Expr> uses =
        file.parent(literal) instanceof Decl.Field field
                && field.modifiers().contains(Modifier.PRIVATE)
            ? Bindings.of(file).uses(field)
            : List.of();
    return !uses.isEmpty()
        && uses.stream()
            .allMatch(
                use ->
                    file.parent(use) instanceof Invocation call
                        && COMPARING.matcher(call.name()).matches());
  }

  /** The last resort of a method that asks the machine for its own address. */
  private static boolean isOwnAddress(SourceFile file, Expr.Literal literal) {
    Decl.Method method = file.enclosing(literal, Decl.Method.class);
    return method != null
        && literal.value() instanceof String text
        && HOST.matcher(text).matches()
        && file.allIn(method, Expr.Call.class).stream()
            .anyMatch(each -> each.name().matches("getNetworkInterfaces|getLocalHost"));
  }

  /** A comment beside it says that nobody connects to it. */
  private static boolean isSaidToBeFake(SourceFile file, Expr.Literal literal) {
    Stmt statement = file.enclosing(literal, Stmt.class);
    return statement != null
        && Remarks.of(file).stream()
            .filter(each -> each.subject() == statement)
            .anyMatch(each -> FAKE.matcher(each.text()).find());
  }

  /** {@code links.put("localAdminUrl", "http://localhost/admin")}. */
  private static boolean isCalledLocal(SourceFile file, Expr.Literal literal) {
    return file.parent(literal) instanceof Invocation use
            && use.arguments().stream()
                .anyMatch(
                    each ->
                        each != literal
                            && each instanceof Expr.Literal key
                            && key.value() instanceof String name
                            && Words.of(name).contains("local"))
        || file.parent(literal) instanceof Variable variable
            && Words.of(variable.name()).contains("local");
  }

  /** Whether the program uses the text as an address or folder, rather than look for it. */
  private static boolean isConfig(SourceFile file, Expr.Literal literal) {
    if (StandIns.isAround(file, literal)
        || Routine.isConditional(file, literal)
        || isOnlyCompared(file, literal)
        || isOwnAddress(file, literal)
        || isSaidToBeFake(file, literal)
        || isCalledLocal(file, literal)) {
      return false;
    }
    Node inner = literal;
    for (Node up = file.parent(inner); up != null; inner = up, up = file.parent(up)) {
      if (up instanceof Annotation annotation) {
        return annotation.type().isNamed("org.springframework.beans.factory.annotation.Value")
            || annotation.name().endsWith("ConfigProperty");
      }
      if (up instanceof Case || isSearch(file, up) || isFine(up)) {
        return false;
      }
    }
    return true;
  }

  /** {@code "http://localhost:" + port} of a port that the program itself listens at. */
  private static boolean isOwnPort(SourceFile file, Expr.Literal literal) {
    return file.parent(literal) instanceof Expr.Binary sum
        && sum.left() == literal
        && Bindings.of(file).declaration(sum.right()).stream()
            .flatMap(port -> port.annotations().stream())
            .anyMatch(each -> OWN_PORT.matcher(file.text(each)).find());
  }

  /** A type is there for databases in memory, or a client's address stands late in a list. */
  private static boolean isMeant(SourceFile file, Expr.Literal literal, String text) {
    if (text.startsWith("jdbc:h2:mem")) {
      Decl.Type type = file.enclosing(literal, Decl.Type.class);
      return type != null && IN_MEMORY.matcher(type.name()).matches();
    }
    return text.endsWith(":") && isOwnPort(file, literal)
        || HOST.matcher(text).matches()
            && file.parent(literal) instanceof Invocation use
            && use.arguments().indexOf(literal) >= PLACES_OF_HOSTS;
  }

  private static boolean isSearch(SourceFile file, Node node) {
    if (node instanceof Expr.Binary binary) {
      return binary.operator().equals("==") || binary.operator().equals("!=");
    }
    if (node instanceof Expr.Call call && LogCall.of(file, call).isPresent()) {
      return true;
    }
    return node instanceof Invocation use
        && (COMPARING.matcher(use.name()).matches() || isText(use));
  }

  /** Sets of hosts are looked into; exceptions are read. */
  private static boolean isText(Invocation use) {
    return TEXTS.matcher(use.receiverType().simpleName()).matches();
  }

  private static boolean isFine(Node node) {
    return node instanceof Invocation use && FINE.matcher(use.name()).matches()
        || node instanceof Variable variable && FINE.matcher(variable.name()).matches()
        || node instanceof Decl.Method method && FINE.matcher(method.name()).matches()
        || node instanceof Decl.Type type && FINE.matcher(type.name()).matches();
  }
}
