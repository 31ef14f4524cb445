package dev.zonegate.rules.sensitivedataexposure;

import dev.zonegate.match.Api;
import dev.zonegate.match.ApiSet;
import dev.zonegate.match.Bindings;
import dev.zonegate.match.Constants;
import dev.zonegate.match.SensitiveNames;
import dev.zonegate.match.SensitiveNames.Meaning;
import dev.zonegate.match.Vocabulary;
import dev.zonegate.match.Words;
import dev.zonegate.model.Decl;
import dev.zonegate.model.Expr;
import dev.zonegate.model.Invocation;
import dev.zonegate.model.Node;
import dev.zonegate.model.SourceFile;
import dev.zonegate.model.Stmt;
import dev.zonegate.model.TypeRef;
import dev.zonegate.model.VarRef;
import dev.zonegate.model.Variable;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Whether an expression is sensitive data, by its name or accessor, and by its type. */
final class SensitiveValue {
  private static final ApiSet LOOKUPS = ApiSet.load("exposure/lookups.api");
  private static final ApiSet HEADERS = ApiSet.load("exposure/header-reads.api");
  private static final Vocabulary PARSING = Vocabulary.load("exposure/parsing.words");
  private static final Set<String> READING =
      Set.of(
          "get",
          "fetch",
          "read",
          "load",
          "generate",
          "create",
          "make",
          "issue",
          "build",
          "new",
          "extract",
          "resolve",
          "obtain",
          "decrypt",
          "next",
          "random");
  private static final Set<String> CREDENTIAL_HEADERS =
      Set.of("authorization", "proxy-authorization", "cookie", "set-cookie", "x-api-key");
  private static final List<String> TEXTS =
      List.of(
          "java.lang.String",
          "java.lang.CharSequence",
          "java.lang.StringBuilder",
          "java.lang.Object",
          "char[]",
          "java.util.Optional");
  private static final Set<String> NUMBERS =
      Set.of("int", "long", "java.lang.Integer", "java.lang.Long", "java.math.BigInteger");

  private SensitiveValue() {}

  /** What {@code expr} is, if its text tells something secret. */
  static Optional<Meaning> of(SourceFile file, Expr expr) {
    Optional<Meaning> meaning = SensitiveNames.of(name(file, expr));
    if (meaning.isEmpty() || isKey(expr) || !meaning.get().kind().isSecret()) {
      return Optional.empty();
    }
    boolean isText = isText(expr.type(), meaning.get());
    boolean isParsed = meaning.get().isAmbiguous() && isPiece(file, expr);
    return isText && !isParsed ? meaning : Optional.empty();
  }

  /** Whether values of this type tell what their name says. */
  static boolean isText(TypeRef type, Meaning meaning) {
    if (type.isUnknown()) {
      return !meaning.isAmbiguous();
    }
    boolean isSure = !meaning.isAmbiguous();
    return TEXTS.stream().anyMatch(type::isNamed)
        || isSure && meaning.kind().isNumber() && NUMBERS.stream().anyMatch(type::isNamed);
  }

  /** Whether {@code call} is an accessor or maker of what its name ends in. */
  static boolean isRead(Invocation call) {
    List<String> words = Words.of(call.name());
    boolean isAccessor = call.arguments().isEmpty() && SensitiveNames.of(call.name()).isPresent();
    return isAccessor || words.size() > 1 && READING.contains(words.get(0));
  }

  /** Whether {@code expr} reads a header that carries a credential, or all headers. */
  static boolean isHeaderRead(SourceFile file, Expr expr) {
    if (!(expr instanceof Expr.Call call)) {
      return AllHeaders.areGivenIn(file, expr);
    }
    return HEADERS
        .all(call)
        .anyMatch(
            api ->
                api.has("all", "true")
                    || isCredential(file, call, api)
                    || AllHeaders.areReadBy(file, call, api.number("key", 0)));
  }

  private static boolean isCredential(SourceFile file, Expr.Call call, Api api) {
    return key(file, call, api)
        .map(name -> CREDENTIAL_HEADERS.contains(name.toLowerCase(Locale.ROOT)))
        .orElse(false);
  }

  private static Optional<String> key(SourceFile file, Expr.Call call, Api api) {
    int index = api.number("key", 0);
    return index < call.arguments().size()
        ? Constants.of(file).text(call.arguments().get(index))
        : Optional.empty();
  }

  /** What {@code expr} is called; empty for what has no telling name. */
  private static String name(SourceFile file, Expr expr) {
    if (expr instanceof Expr.Name name) {
      return name.name();
    }
    if (expr instanceof Expr.FieldAccess access) {
      return access.name();
    }
    if (expr instanceof Expr.Call call) {
      Optional<String> key = LOOKUPS.find(call).flatMap(api -> key(file, call, api));
      return key.orElse(isRead(call) ? withoutVerb(call.name()) : "");
    }
    return expr instanceof Expr.MethodReference accessor && isRead(accessor)
        ? withoutVerb(accessor.name())
        : "";
  }

  private static String withoutVerb(String method) {
    return method.startsWith("get") && method.length() > 3 ? method.substring(3) : method;
  }

  /** A constant is the name of something, not the thing. */
  private static boolean isKey(Expr expr) {
    VarRef variable =
        expr instanceof Expr.Name name
            ? name.variable()
            : expr instanceof Expr.FieldAccess access ? access.variable() : null;
    if (variable != null && variable.constant() != null) {
      return true;
    }
    String name =
        expr instanceof Expr.Name simple
            ? simple.name()
            : expr instanceof Expr.FieldAccess access ? access.name() : "a";
    return name.equals(name.toUpperCase(Locale.ROOT)) && name.length() > 1;
  }

  /** Where text is taken apart, a token is a piece of it. */
  private static boolean isPiece(SourceFile file, Expr expr) {
    Variable variable = Bindings.of(file).declaration(expr).orElse(null);
    if (variable instanceof Stmt.Local local) {
      boolean isElement = file.parent(local) instanceof Stmt.ForEach;
      boolean isTaken =
          local.initializer() != null
              && file.allIn(local.initializer(), Expr.Call.class).stream()
                  .anyMatch(each -> PARSING.isIn(each.name()));
      if (isElement || isTaken || file.allIn(local, Expr.Index.class).size() > 0) {
        return true;
      }
    }
    return isParsing(file, expr);
  }

  /** Whether the code around {@code node} takes text apart, by its names. */
  static boolean isParsing(SourceFile file, Node node) {
    if (PARSING.isIn(file.unit().packageName())) {
      return true;
    }
    for (Node up = node; up != null; up = file.parent(up)) {
      if (up instanceof Decl.Type type && PARSING.isIn(type.name())
          || up instanceof Decl.Method method && PARSING.isIn(method.name())) {
        return true;
      }
    }
    return false;
  }
}
