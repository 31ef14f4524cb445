package dev.zonegate.rules.architecturedrift;

import dev.zonegate.facts.Packages;
import dev.zonegate.match.Constants;
import dev.zonegate.match.FixedTexts;
import dev.zonegate.match.Following;
import dev.zonegate.match.Methods;
import dev.zonegate.match.RetryLoop;
import dev.zonegate.match.Words;
import dev.zonegate.model.Decl;
import dev.zonegate.model.Expr;
import dev.zonegate.model.Modifier;
import dev.zonegate.model.Node;
import dev.zonegate.model.SourceFile;
import dev.zonegate.model.Stmt;
import dev.zonegate.model.TypeRef;
import dev.zonegate.model.TypeShape;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Something written by hand that libraries have.
 *
 * @param kind as the table of libraries calls it
 * @param name as a reader knows it
 */
record HandMade(Node at, String kind, String name) {
  private static final Pattern JSON =
      Pattern.compile(
          "(?s)\\s*+(?:[\\[{]\\s*+)?\\{\\s*\"\\w+\"\\s*:.*|(?s).*,\\s*\"\\w+\"\\s*:\\s*\"?");
  private static final Pattern HTML =
      Pattern.compile("(?is).*<(html|table|tr|td|div|ul|li|h\\d|body|span|p|a)(\\s[^<>]*)?>.*");
  private static final Pattern HEX =
      Pattern.compile("(.*[a-z])?(To)?Hex(String)?|hex|hexEncode|encodeHex|toHex.*");
  private static final Pattern UTILS =
      Pattern.compile("(String|Date|Collection|Array|File|IO|Number|Object|Boolean)Utils?");
  private static final Pattern EMPTY_CHECK =
      Pattern.compile("(is|has)?(Null|Empty|Blank|Not|Or|Text|Length|null|empty|blank)+");
  private static final Pattern CAPITALISE =
      Pattern.compile("capitali[sz]e\\w*|upperFirst|firstToUpper\\w*");
  private static final Pattern BASE64 = Pattern.compile("(?is).*base_?64.*");
  private static final Pattern UUID =
      Pattern.compile("(?i)(generate|random|new|create)(uuid|guid)\\w*");

  /** Parts of the names that the patterns above and below ask for: most methods have none. */
  private static final FixedTexts NAMES =
      new FixedTexts(
          List.of(
              "capitali",
              "upperFirst",
              "firstToUpper",
              "base64",
              "base_64",
              "hex",
              "slug",
              "uuid",
              "guid",
              "retry",
              "backoff",
              "csv"));

  private static final Set<String> FORMATS = Set.of("format", "formatted");
  private static final Set<String> REPLACES = Set.of("replace", "replaceAll");
  private static final Set<String> SHOWS =
      Set.of("trace", "debug", "info", "warn", "error", "println", "log");
  private static final Set<String> DESCRIBES = Set.of("toString", "describe", "getMessage");
  private static final int RELEASE_OF_HEX_FORMAT = 17;

  /** All that a file has. */
  static List<HandMade> in(SourceFile file) {
    List<HandMade> found = new ArrayList<>();
    for (Decl.Method each : file.all(Decl.Method.class)) {
      if (each.body() != null) {
        String kind = kind(file, each);
        if (kind != null) {
          found.add(new HandMade(each, kind, each.name() + "(...)"));
        }
      }
    }
    texts(file, found);
    calls(file, found);
    types(file, found);
    return found;
  }

  private static String kind(SourceFile file, Decl.Method method) {
    if (isEmptyCheck(file, method)) {
      return file.text(method.body()).matches("(?s).*(trim|strip|isBlank)\\b.*")
          ? "blank"
          : "empty";
    }
    return NAMES.in(method.name()).isEmpty() ? null : named(file, method);
  }

  private static String named(SourceFile file, Decl.Method method) {
    String name = method.name();
    List<String> words = Words.of(name);
    if (CAPITALISE.matcher(name).matches() && isCapitalising(file, method)) {
      return "capitalise";
    }
    if (BASE64.matcher(name).matches() && hasLoop(file, method) && hasShift(file, method)) {
      return "base64";
    }
    if (HEX.matcher(name).matches() && hasLoop(file, method) && isHex(file, method)) {
      return "hex";
    }
    if (words.contains("slug") || words.contains("slugify")) {
      return file.allIn(method.body(), Expr.Call.class).stream()
              .anyMatch(each -> each.name().equals("replaceAll"))
          ? "slug"
          : null;
    }
    if (UUID.matcher(name).matches() && hasLoop(file, method)) {
      return file.text(method.body()).contains("UUID.") ? null : "uuid";
    }
    if (words.contains("retry") || words.contains("backoff")) {
      return RetryLoop.in(file).stream().anyMatch(each -> each.method() == method) ? "retry" : null;
    }
    boolean isCsv = words.contains("csv") && hasLoop(file, method);
    return isCsv && hasSeparator(file, method) ? "csv" : null;
  }

  private static boolean hasLoop(SourceFile file, Decl.Method method) {
    return file.allIn(method.body(), Stmt.class).stream().anyMatch(Following::isLoop);
  }

  /** {@code return s == null || s.isEmpty();} of a text. */
  private static boolean isEmptyCheck(SourceFile file, Decl.Method method) {
    if (method.params().size() != 1 || !EMPTY_CHECK.matcher(method.name()).matches()) {
      return false;
    }
    List<Expr> returned = Methods.of(file).returned(method);
    return method.params().get(0).type() != null
        && isText(method.params().get(0).type().ref())
        && method.body().statements().size() == 1
        && returned.size() == 1
        && returned.get(0) instanceof Expr.Binary binary
        && (binary.operator().equals("&&") || binary.operator().equals("||"));
  }

  private static boolean isText(TypeRef type) {
    return type.isNamed("java.lang.String") || type.isA("java.lang.CharSequence").isYes();
  }

  private static boolean isCapitalising(SourceFile file, Decl.Method method) {
    List<String> called =
        file.allIn(method.body(), Expr.Call.class).stream().map(Expr.Call::name).toList();
    return called.contains("substring")
        && (called.contains("toUpperCase") || called.contains("toTitleCase"));
  }

  private static boolean hasShift(SourceFile file, Decl.Method method) {
    return file.allIn(method.body(), Expr.Binary.class).stream()
        .anyMatch(each -> each.operator().matches(">>>?|<<"));
  }

  private static boolean isHex(SourceFile file, Decl.Method method) {
    boolean isCalled =
        file.allIn(method.body(), Expr.Call.class).stream()
            .anyMatch(
                each ->
                    each.name().equals("toHexString") && each.target() instanceof Expr.TypeName
                        || each.name().equals("format") && isHexFormat(file, each)
                        || each.name().equals("forDigit"));
    boolean isOfBytes =
        method.params().stream()
            .anyMatch(
                each ->
                    each.type() != null
                        && (each.type().ref().name().equals("byte[]")
                            || each.isVarargs() && each.type().ref().name().equals("byte")));
    return isOfBytes
        && (isCalled || hasShift(file, method))
        && file.targetRelease() >= RELEASE_OF_HEX_FORMAT;
  }

  private static boolean isHexFormat(SourceFile file, Expr.Call call) {
    return call.arguments().stream()
        .flatMap(each -> Constants.of(file).text(each).stream())
        .anyMatch(each -> each.matches("%02[xX]"));
  }

  private static boolean hasSeparator(SourceFile file, Decl.Method method) {
    return file.allIn(method.body(), Expr.Call.class).stream()
        .filter(each -> each.name().matches("append|join|joining|write|print"))
        .flatMap(each -> each.arguments().stream())
        .anyMatch(
            each ->
                each instanceof Expr.Literal literal
                    && String.valueOf(literal.value()).matches("[,;]\\s?"));
  }

  /** Formats of other programs that are put together of texts. */
  private static void texts(SourceFile file, List<HandMade> found) {
    for (Expr.Binary each : file.all(Expr.Binary.class)) {
      boolean isWhole =
          each.operator().equals("+")
              && !(file.parent(each) instanceof Expr.Binary outer && outer.operator().equals("+"));
      if (isWhole && Constants.of(file).text(each).isEmpty() && !isShownOnly(file, each)) {
        String kind = format(file, each);
        if (kind != null) {
          found.add(
              new HandMade(each, kind, kind.equals("json") ? "{\"...\" + ..." : "<...> + ..."));
        }
      }
    }
    for (Expr.Call each : file.all(Expr.Call.class)) {
      boolean isFormat = FORMATS.contains(each.name()) && !each.arguments().isEmpty();
      Expr template = isFormat && each.name().equals("formatted") ? each.target() : null;
      if (isFormat && template == null) {
        template = each.arguments().get(0);
      }
      if (template instanceof Expr.Literal literal
          && literal.value() instanceof String text
          && text.contains("%")
          && JSON.matcher(text).matches()
          && !isShownOnly(file, each)) {
        found.add(new HandMade(each, "json", each.name() + "(\"{...\")"));
      }
    }
  }

  /** What goes to a log or into an exception is read by people. */
  private static boolean isShownOnly(SourceFile file, Expr text) {
    for (Node up = file.parent(text); up instanceof Expr; up = file.parent(up)) {
      if (up instanceof Expr.New made && made.created().ref().simpleName().endsWith("Exception")
          || up instanceof Expr.Call call && SHOWS.contains(call.name())) {
        return true;
      }
    }
    Decl.Method around = file.enclosing(text, Decl.Method.class);
    return around != null && DESCRIBES.contains(around.name());
  }

  private static String format(SourceFile file, Expr.Binary text) {
    List<String> literals =
        file.allIn(text, Expr.Literal.class).stream()
            .filter(Expr.Literal::isString)
            .map(each -> (String) each.value())
            .toList();
    if (!literals.isEmpty() && JSON.matcher(literals.get(0)).matches()) {
      return hasQuotedValue(file, text) ? "json" : null;
    }
    return literals.stream().filter(each -> HTML.matcher(each).matches()).count() >= 2
        ? "html"
        : null;
  }

  /** Whether a text that is not known here stands between quotes, which it may hold itself. */
  private static boolean hasQuotedValue(SourceFile file, Expr.Binary sum) {
    List<Expr> parts = new ArrayList<>();
    parts(sum, parts);
    for (int i = 1; i < parts.size(); i++) {
      boolean isOpen =
          Constants.of(file).text(parts.get(i - 1)).filter(each -> each.endsWith("\"")).isPresent();
      if (isOpen && Constants.of(file).value(parts.get(i)).isEmpty()) {
        return true;
      }
    }
    return false;
  }

  private static void parts(Expr value, List<Expr> parts) {
    if (value instanceof Expr.Binary sum && sum.operator().equals("+")) {
      parts(sum.left(), parts);
      parts(sum.right(), parts);
    } else {
      parts.add(value);
    }
  }

  private static void calls(SourceFile file, List<HandMade> found) {
    for (Expr.Call each : file.all(Expr.Call.class)) {
      if (REPLACES.contains(each.name())
          && each.arguments().size() == 2
          && Constants.of(file).text(each.arguments().get(0)).filter(" "::equals).isPresent()
          && Constants.of(file).text(each.arguments().get(1)).filter("%20"::equals).isPresent()
          && !isAfterEncoding(each)) {
        found.add(new HandMade(each, "urlEncode", "replace(\" \", \"%%20\")".replace("%%", "%")));
      }
      if (each.name().equals("subList") && each.arguments().size() == 2 && isPageMath(file, each)) {
        found.add(new HandMade(each, "pages", each.shortName()));
      }
    }
  }

  /** {@code URLEncoder} writes a plus for a blank, which is put right afterwards. */
  private static boolean isAfterEncoding(Expr.Call call) {
    return call.target() instanceof Expr.Call before && before.name().equals("encode");
  }

  private static boolean isPageMath(SourceFile file, Expr.Call call) {
    Decl.Method method = file.enclosing(call, Decl.Method.class);
    if (method == null) {
      return false;
    }
    return file.allIn(method, Expr.Binary.class).stream()
        .filter(each -> each.operator().equals("*"))
        .anyMatch(
            each ->
                file.text(each).matches("(?i)(?s).*page.*")
                    && file.text(each).matches("(?i)(?s).*(size|limit|per).*"));
  }

  /** Whether a class hands its calls on to one of the same name. */
  private static boolean isFacade(SourceFile file, String name) {
    return file.all(Expr.Call.class).stream()
        .anyMatch(
            each ->
                each.target() instanceof Expr.TypeName type
                    && type.named().ref().simpleName().equals(name)
                    && !Packages.of(type.named().ref().name()).equals(file.unit().packageName()));
  }

  private static void types(SourceFile file, List<HandMade> found) {
    for (Decl.Method each : file.all(Decl.Method.class)) {
      if (each.name().equals("removeEldestEntry")) {
        found.add(new HandMade(each, "lru", "removeEldestEntry(...)"));
      }
    }
    for (Decl.Type each : file.unit().types()) {
      List<Decl.Method> methods =
          each.members().stream()
              .filter(Decl.Method.class::isInstance)
              .map(Decl.Method.class::cast)
              .filter(method -> !method.isConstructor())
              .toList();
      boolean isUtility =
          each.kind() == TypeShape.Kind.CLASS
              && !methods.isEmpty()
              && methods.stream().allMatch(m -> m.modifiers().contains(Modifier.STATIC));
      boolean isBare = each.extendsTypes().isEmpty() && !isFacade(file, each.name());
      if (isUtility && isBare && UTILS.matcher(each.name()).matches()) {
        found.add(new HandMade(each, "utils", each.name()));
      }
    }
  }
}
