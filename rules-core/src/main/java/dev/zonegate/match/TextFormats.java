package dev.zonegate.match;

import dev.zonegate.model.Expr;
import dev.zonegate.model.TypeRef;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Texts made of a template: {@code String.format}, {@code MessageFormat}, {@code replace}. */
final class TextFormats {
  private static final Pattern FORMAT =
      Pattern.compile("%(?:(\\d{1,9})\\$)?[-#+ 0,(<]*+\\d*+(?:\\.\\d++)?[tT]?([a-zA-Z%])");
  private static final Pattern MESSAGE = Pattern.compile("\\{(\\d{1,9}+)[^{}]*+\\}");
  private static final ApiSet FORMATS =
      ApiSet.of(
          "java.lang.String#format",
          "java.lang.String#formatted",
          "java.text.MessageFormat#format");
  private static final ApiSet REPLACES =
      ApiSet.of(
          "java.lang.String#replace",
          "java.lang.String#replaceAll",
          "java.lang.String#replaceFirst");
  private final TextWalk walk;

  TextFormats(TextWalk walk) {
    this.walk = walk;
  }

  /** Adds the result of such a call; false if it is none. */
  boolean walk(Expr.Call call) {
    if (FORMATS.matches(call).isYes()) {
      boolean isMessage = call.receiverType().isNamed("java.text.MessageFormat");
      boolean isInstance = call.name().equals("formatted");
      int first = isInstance ? 0 : isLocale(call) ? 2 : 1;
      if (!isInstance && call.arguments().size() < first) {
        return false;
      }
      Expr template = isInstance ? call.target() : call.arguments().get(first - 1);
      List<Expr> values = call.arguments().subList(first, call.arguments().size());
      fill(template, values, isMessage ? MESSAGE : FORMAT, isMessage ? 0 : 1);
      return true;
    }
    if (REPLACES.matches(call).isYes() && call.arguments().size() == 2) {
      replace(call);
      return true;
    }
    return false;
  }

  private static boolean isLocale(Expr.Call call) {
    TypeRef first = call.arguments().isEmpty() ? TypeRef.UNKNOWN : call.arguments().get(0).type();
    return first.isNamed("java.util.Locale");
  }

  private void fill(Expr template, List<Expr> values, Pattern holes, int base) {
    Optional<String> fixed = walk.constants.text(template);
    if (fixed.isEmpty()) {
      walk.walk(template);
      values.forEach(walk::walk);
      return;
    }
    String text = base == 1 ? fixed.get() : fixed.get().replace("''", "'");
    Matcher hole = holes.matcher(text);
    int end = 0;
    int next = 0;
    int last = -1;
    while (hole.find()) {
      walk.fixed(text.substring(end, hole.start()));
      end = hole.end();
      String kind = base == 1 ? hole.group(2) : "s";
      if (kind.equals("%") || kind.equals("n")) {
        walk.fixed(kind.equals("%") ? "%" : "\n");
        continue;
      }
      // %<s is what the marker before it stood for
      boolean isAgain = base == 1 && hole.group().indexOf('<') >= 0;
      boolean isNumbered = hole.group(1) != null;
      int index = isAgain ? last : isNumbered ? Integer.parseInt(hole.group(1)) - base : next++;
      last = index;
      if (kind.equalsIgnoreCase("s") && index >= 0 && index < values.size()) {
        walk.walk(values.get(index));
      } else {
        walk.hole();
      }
    }
    walk.fixed(text.substring(end));
  }

  /** What stands in place of a marker; a replacement that strips or doubles is a cleaning. */
  private void replace(Expr.Call call) {
    Optional<String> target = walk.constants.text(call.arguments().get(0));
    Optional<String> template = walk.constants.text(call.target());
    if (walk.constants.value(call.arguments().get(1)).isPresent()) {
      boolean isCleaning =
          target.isPresent() && (target.get().startsWith("[^") || target.get().contains("'"));
      if (isCleaning) {
        walk.hole();
      } else {
        walk.walk(call.target());
      }
      return;
    }
    int at = template.isPresent() && target.isPresent() ? template.get().indexOf(target.get()) : -1;
    if (at < 0) {
      walk.walk(call.target());
      walk.walk(call.arguments().get(1));
      return;
    }
    walk.fixed(template.get().substring(0, at));
    walk.walk(call.arguments().get(1));
    walk.fixed(template.get().substring(at + target.get().length()));
  }
}
