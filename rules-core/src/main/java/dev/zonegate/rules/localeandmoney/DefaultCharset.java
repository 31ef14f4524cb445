package dev.zonegate.rules.localeandmoney;

import dev.zonegate.match.Api;
import dev.zonegate.match.ApiSet;
import dev.zonegate.match.Bindings;
import dev.zonegate.match.Constants;
import dev.zonegate.model.Expr;
import dev.zonegate.model.Invocation;
import dev.zonegate.model.SourceFile;
import dev.zonegate.model.Variable;
import dev.zonegate.rule.Confidence;
import dev.zonegate.rule.Fix;
import dev.zonegate.rule.Report;
import dev.zonegate.rule.Reporter;
import dev.zonegate.rule.Severity;
import java.util.List;
import java.util.Set;

/**
 * Finds bytes read or written in the charset of the machine. From Java 18 on the default is UTF-8
 * everywhere; what is then left are readers of the console, which has a charset of its own.
 */
final class DefaultCharset {
  private static final ApiSet DEFAULTS = ApiSet.load("locale/charset.api");
  private static final ApiSet ASCII = ApiSet.load("locale/ascii.api");
  private static final Set<String> STREAMS = Set.of("in", "out", "err");
  private static final int UTF_8_BY_DEFAULT = 18;
  private static final String TAKES = "takes the machine's charset, so that others read it wrong";
  private static final String CONSOLE = "takes UTF-8, whatever charset the console has";

  private DefaultCharset() {}

  static void find(SourceFile file, Reporter report) {
    boolean isUtf8 = file.targetRelease() >= UTF_8_BY_DEFAULT;
    for (Invocation use : DEFAULTS.usesIn(file)) {
      DEFAULTS
          .find(use)
          .filter(api -> isConsole(use) == isUtf8 && !isAscii(file, use))
          .ifPresent(api -> report(file, use, api, report));
    }
  }

  private static void report(SourceFile file, Invocation use, Api api, Reporter reporter) {
    if (isConsole(use)) {
      reporter
          .at(use, LocaleAndMoneyRule.DEFAULT_CHARSET, use.shortName(), CONSOLE)
          .severity(Severity.NOTE)
          .confidence(Confidence.LOW);
      return;
    }
    Report made = reporter.at(use, LocaleAndMoneyRule.DEFAULT_CHARSET, use.shortName(), TAKES);
    if (file.targetRelease() == 0) {
      made.severity(Severity.NOTE).confidence(Confidence.LOW);
    }
    String charset = api.attributes().get("fix");
    boolean isThere = file.targetRelease() == 0 || api.number("since", 0) <= file.targetRelease();
    if (charset != null && isThere) {
      Repair.append(file, use, charset)
          .ifPresent(
              edit ->
                  made.fix(
                      Fix.of("Pass `" + charset + "`", edit)
                          .importing("java.nio.charset.StandardCharsets")));
    }
  }

  /** Whether it is made over {@code System.in} or the like. */
  private static boolean isConsole(Invocation use) {
    return !use.arguments().isEmpty()
        && use.arguments().get(0) instanceof Expr.FieldAccess stream
        && STREAMS.contains(stream.name())
        && stream.target().type().isNamed("java.lang.System");
  }

  /** Whether the text has ASCII characters only, which are the same bytes everywhere. */
  private static boolean isAscii(SourceFile file, Invocation use) {
    Expr text =
        use.target() != null && !(use.target() instanceof Expr.TypeName)
            ? use.target()
            : use.arguments().isEmpty() ? null : use.arguments().get(0);
    return text != null && isAscii(file, text);
  }

  private static boolean isAscii(SourceFile file, Expr text) {
    Set<Object> values = Constants.of(file).values(text);
    if (!values.isEmpty()) {
      return values.stream().allMatch(DefaultCharset::isAscii);
    }
    if (text instanceof Invocation use && ASCII.matches(use).isYes()) {
      return true;
    }
    if (text instanceof Expr.Binary sum) {
      return List.of(sum.left(), sum.right()).stream()
          .allMatch(each -> each.type().isPrimitive() && !isChar(each) || isAscii(file, each));
    }
    Variable variable = Bindings.of(file).variable(text).orElse(null);
    return variable != null
        && variable.initializer() != null
        && Bindings.of(file).isAssignedOnce(variable)
        && isAscii(file, variable.initializer());
  }

  private static boolean isChar(Expr value) {
    return value.type().isNamed("char");
  }

  private static boolean isAscii(Object value) {
    return !(value instanceof String || value instanceof Character)
        || value.toString().chars().allMatch(each -> each < 0x80);
  }
}
