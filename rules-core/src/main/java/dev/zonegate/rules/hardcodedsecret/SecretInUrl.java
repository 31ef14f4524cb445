package dev.zonegate.rules.hardcodedsecret;

import dev.zonegate.match.ApiSet;
import dev.zonegate.match.Operands;
import dev.zonegate.match.TypeSet;
import dev.zonegate.model.Expr;
import dev.zonegate.model.Invocation;
import dev.zonegate.model.TypeRef;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Finds secrets in query strings, which proxies and servers log, and in the texts of exceptions.
 */
final class SecretInUrl {
  private static final ApiSet PARAMETERS = ApiSet.load("secrets/url-parameters.api");
  private static final TypeSet THROWN = TypeSet.of("java.lang.Throwable");
  private static final Pattern ENDS_IN_PARAMETER =
      Pattern.compile(
          "(?i).*[?&](?:[\\w.-]*[_-])?(?:api[_-]?key|apikey|key|token|access[_-]?token|auth[_-]?token|secret|client[_-]?secret"
              + "|password|passwd|pwd|appid|app_?key|subscription[_-]?key|auth)=",
          Pattern.DOTALL);

  private static final Pattern CONSTANT = Pattern.compile("[A-Z][A-Z0-9]*(_[A-Z0-9]+)+");

  private SecretInUrl() {}

  static void find(Search search) {
    for (Expr.Binary each : search.file().all(Expr.Binary.class)) {
      boolean isOuter = !(search.file().parent(each) instanceof Expr.Binary);
      if (each.operator().equals("+") && isOuter) {
        sum(search, Operands.of(each, "+"));
      }
    }
    for (Expr.Call each : search.file().all(Expr.Call.class)) {
      call(search, each);
    }
    for (Expr.New each : search.file().all(Expr.New.class)) {
      thrown(search, each);
    }
  }

  private static void sum(Search search, List<Expr> parts) {
    StringBuilder before = new StringBuilder();
    for (Expr part : parts) {
      if (part instanceof Expr.Literal literal) {
        before.append(literal.value());
      } else {
        query(search, before.toString(), part);
        before.append(search.text(part).map(Search.Text::value).orElse(""));
      }
    }
  }

  private static void query(Search search, String before, Expr value) {
    boolean isPicture = before.startsWith("otpauth:");
    if (!isPicture && before.contains("?") && ENDS_IN_PARAMETER.matcher(before).matches()) {
      Expr plain = unwrapped(value);
      SecretUse.nameOf(plain)
          .ifPresent(name -> report(search, plain, name, "a URL, which logs and proxies keep"));
    }
  }

  /** What is URL-encoded. */
  private static Expr unwrapped(Expr value) {
    return value instanceof Expr.Call call
            && call.name().startsWith("encode")
            && !call.arguments().isEmpty()
        ? call.arguments().get(0)
        : value;
  }

  private static void call(Search search, Expr.Call call) {
    List<Expr> arguments = call.arguments();
    if (call.name().equals("format") || call.name().equals("formatted")) {
      format(search, call);
    } else if (arguments.size() == 2 && PARAMETERS.matches(call).isYes()) {
      Expr value = unwrapped(arguments.get(1));
      search
          .text(arguments.get(0))
          .filter(name -> ENDS_IN_PARAMETER.matcher("?" + name.value() + "=").matches())
          .flatMap(name -> SecretUse.nameOf(value))
          .ifPresent(name -> report(search, value, name, "a URL, which logs and proxies keep"));
    }
  }

  private static void format(Search search, Expr.Call call) {
    boolean isStatic = call.name().equals("format");
    if (isStatic && call.arguments().isEmpty()) {
      return;
    }
    Expr pattern = isStatic ? call.arguments().get(0) : call.target();
    int index = isStatic ? 1 : 0;
    String text = search.text(pattern).map(Search.Text::value).orElse("");
    for (int at = text.indexOf("%s");
        at >= 0 && index < call.arguments().size();
        at = text.indexOf("%s", at + 1)) {
      query(search, text.substring(0, at), call.arguments().get(index++));
    }
  }

  /** Whether a secret is part of what an exception says; who catches it logs it. */
  private static void thrown(Search search, Expr.New created) {
    if (!THROWN.contains(created.created().ref()).isYes()) {
      return;
    }
    for (Expr argument : created.arguments()) {
      for (Expr part : parts(argument)) {
        SecretUse.nameOf(part)
            .filter(name -> mayBeText(part.type()))
            .ifPresent(
                name -> report(search, part, name, "the text of an exception, which logs keep"));
      }
    }
  }

  /** An object may say less of itself than it holds. */
  private static boolean mayBeText(TypeRef type) {
    return !type.isResolved() || !type.isA("java.lang.CharSequence").isNo();
  }

  private static List<Expr> parts(Expr message) {
    if (message instanceof Expr.Binary sum && sum.operator().equals("+")) {
      return Operands.of(sum, "+");
    }
    boolean isFormat =
        message instanceof Invocation call
            && (call.name().equals("format") || call.name().equals("formatted"));
    return isFormat ? ((Invocation) message).arguments() : List.of();
  }

  private static void report(Search search, Expr at, String name, String where) {
    if (CONSTANT.matcher(name).matches()) {
      return; // what the program itself says, which other patterns judge
    }
    search
        .report()
        .at(at, HardcodedSecretRule.SECRET_IN_URL_OR_ARGS, NamedLiteral.shortened(name), where);
  }
}
