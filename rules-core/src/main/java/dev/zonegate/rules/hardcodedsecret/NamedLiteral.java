package dev.zonegate.rules.hardcodedsecret;

import dev.zonegate.match.SecretNames;
import dev.zonegate.match.Words;
import dev.zonegate.model.Decl;
import dev.zonegate.model.Expr;
import dev.zonegate.model.Modifier;
import dev.zonegate.model.Variable;
import java.util.List;
import java.util.Set;

/** Finds texts that are put where a name says that a secret belongs. */
final class NamedLiteral {
  private static final Set<String> KEYED =
      Set.of(
          "put",
          "setProperty",
          "set",
          "header",
          "setHeader",
          "addHeader",
          "property",
          "entry",
          "setRequestProperty",
          "addRequestProperty",
          "putIfAbsent",
          "add",
          "systemProperty");

  private NamedLiteral() {}

  static void find(Search search) {
    for (Variable each : search.file().all(Variable.class)) {
      if (each.initializer() != null) {
        boolean isConstant =
            each instanceof Decl.Field field && field.modifiers().contains(Modifier.FINAL);
        check(search, each.name(), each.initializer(), isConstant);
      }
    }
    for (Expr.Assign each : search.file().all(Expr.Assign.class)) {
      if (each.operator().equals("=")) {
        check(search, nameOf(each.assigned()), each.value(), false);
      }
    }
    for (Expr.Call each : search.file().all(Expr.Call.class)) {
      call(search, each);
    }
  }

  private static void call(Search search, Expr.Call call) {
    List<Expr> arguments = call.arguments();
    if (arguments.size() == 1 && call.name().equals("equals")) {
      comparison(search, call.target(), arguments.get(0));
      comparison(search, arguments.get(0), call.target());
    } else if (arguments.size() == 1) {
      String name = Words.withoutVerb(call.name(), "set", "with");
      check(search, name, arguments.get(0), false);
    } else if (isMap(call) || arguments.size() == 2 && KEYED.contains(call.name())) {
      for (int i = 0; i + 1 < arguments.size(); i += 2) {
        Expr value = arguments.get(i + 1);
        search.text(arguments.get(i)).ifPresent(key -> check(search, key.value(), value, false));
      }
    }
  }

  /** Whether keys and values take turns among the arguments. */
  private static boolean isMap(Expr.Call call) {
    return call.name().equals("of")
        && call.target() instanceof Expr.TypeName type
        && type.named().ref().simpleName().matches("Map|ImmutableMap");
  }

  /** A password that is compared with a text is that text; well-known ones may be a deny-list. */
  private static void comparison(Search search, Expr held, Expr value) {
    String name = held == null ? "" : nameOf(held);
    if (SecretNames.isSecret(name)) {
      search
          .written(value)
          .filter(text -> Shapes.isReal(name, text.value()) && !Shapes.isDemo(name, text.value()))
          .filter(search::take)
          .ifPresent(text -> report(search, name, value, text));
    }
  }

  private static void check(Search search, String name, Expr value, boolean isConstant) {
    if (!SecretNames.isSecret(name)) {
      return;
    }
    search
        .written(value)
        .filter(text -> isSecret(name, text.value(), isConstant))
        .filter(search::take)
        .ifPresent(text -> report(search, name, value, text));
  }

  private static boolean isSecret(String name, String value, boolean isConstant) {
    // a constant called PASSWORD with the text "password" or "secret" names a field
    boolean isName = isConstant && value.matches("[a-z]+") && SecretNames.isSecret(value);
    return !isName && (Shapes.isReal(name, value) || Shapes.isDemo(name, value));
  }

  private static void report(Search search, String name, Expr value, Search.Text text) {
    boolean isDemo = Shapes.isDemo(name, text.value());
    search
        .report()
        .at(
            value,
            isDemo ? HardcodedSecretRule.DEMO_SECRET : HardcodedSecretRule.NAMED_LITERAL,
            shortened(name),
            text.length());
  }

  static String shortened(String name) {
    return name.length() <= 40 ? name : "..." + name.substring(name.length() - 37);
  }

  /** What an expression is called; a getter after what it gets. */
  static String nameOf(Expr expr) {
    if (expr instanceof Expr.Name name) {
      return name.name();
    }
    if (expr instanceof Expr.FieldAccess access) {
      return access.name();
    }
    if (expr instanceof Expr.Call call && call.arguments().isEmpty()) {
      return Words.withoutVerb(call.name(), "get");
    }
    return "";
  }
}
