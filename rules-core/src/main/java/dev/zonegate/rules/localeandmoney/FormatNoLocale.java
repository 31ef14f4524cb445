package dev.zonegate.rules.localeandmoney;

import dev.zonegate.match.Api;
import dev.zonegate.match.ApiSet;
import dev.zonegate.match.Bindings;
import dev.zonegate.match.Constants;
import dev.zonegate.match.Desktop;
import dev.zonegate.model.Expr;
import dev.zonegate.model.Invocation;
import dev.zonegate.model.Node;
import dev.zonegate.model.SourceFile;
import dev.zonegate.model.Variable;
import dev.zonegate.rule.Confidence;
import dev.zonegate.rule.Fix;
import dev.zonegate.rule.Report;
import dev.zonegate.rule.Reporter;
import dev.zonegate.rule.TextEdit;
import java.util.List;
import java.util.Optional;

/** Finds numbers and dates written or read as the machine's locale has them. */
final class FormatNoLocale {
  private static final ApiSet FORMATS = ApiSet.load("locale/formats.api");
  private static final String NUMBERS = "writes numbers";
  private static final String COMMA = "with a comma in some";
  private static final String MONTHS = "in the language of the server";

  private FormatNoLocale() {}

  static void find(SourceFile file, Reporter report) {
    for (Invocation use : FORMATS.usesIn(file)) {
      if (use instanceof Expr value && !(use instanceof Expr.MethodReference)) {
        FORMATS.find(use).ifPresent(api -> check(file, value, use, api, report));
      }
    }
  }

  private static void check(SourceFile file, Expr value, Invocation use, Api api, Reporter report) {
    switch (api.attributes().get("kind")) {
      case "format" -> format(file, value, use, api, report);
      case "message" -> message(file, value, use, report);
      case "currency" -> formatter(file, value, use, NUMBERS, report);
      case "number" -> formatter(file, value, use, NUMBERS, report);
      case "decimal" -> decimal(file, value, use, report);
      case "date" -> date(file, value, use, report);
      default -> scan(file, use, report);
    }
  }

  private static void format(
      SourceFile file, Expr value, Invocation use, Api api, Reporter report) {
    Expr template = api.number("arg", -1) < 0 ? use.target() : use.arguments().get(0);
    String text = template == null ? "" : Constants.of(file).text(template).orElse("");
    if (!FormatText.isSensitive(text) || isSpoken(file, value)) {
      return;
    }
    boolean isMachines =
        Reader.isMachineText(text)
            || FormatText.isRow(text)
            || Reader.of(file, value) == Reader.MACHINE;
    boolean hasCurrency =
        HardcodedFormat.isCurrencyText(text) || HardcodedFormat.isInCurrencyText(file, value);
    if (hasCurrency && !isMachines) {
      return;
    }
    boolean isMoney = isMoney(use, text, api.number("arg", -1) + 1);
    if (!isMachines && !isMoney && Reader.of(file, value) == Reader.PEOPLE) {
      return;
    }
    String what = FormatText.hasTime(text) ? "writes times" : NUMBERS;
    Report made = report(report, use, what, COMMA, isMachines || isMoney);
    if (isMachines) {
      repair(file, use, template).ifPresent(made::fix);
    }
  }

  /** Besides logs and descriptions the console and a desktop. */
  private static boolean isSpoken(SourceFile file, Expr value) {
    return Spoken.isSpoken(file, value) || isConsole(value) || Desktop.isDesktop(file);
  }

  private static boolean isConsole(Expr value) {
    return value instanceof Expr.Call call
        && call.target() instanceof Expr.FieldAccess stream
        && stream.target().type().isNamed("java.lang.System");
  }

  private static boolean isMoney(Invocation use, String text, int first) {
    List<Expr> arguments = use.arguments();
    return FormatText.numbers(text).stream()
        .map(place -> place + first)
        .filter(place -> place < arguments.size())
        .anyMatch(place -> MoneyName.isMoney(arguments.get(place)));
  }

  private static Optional<Fix> repair(SourceFile file, Invocation use, Expr template) {
    Optional<TextEdit> edit =
        use.name().equals("formatted") || !(use instanceof Expr.Call call)
            ? Optional.empty()
            : Repair.prepend(file, call, "Locale.ROOT");
    if (use.name().equals("formatted") && template instanceof Expr.Literal) {
      String arguments =
          file.text()
              .slice(((Expr.Call) use).nameSpan().to(use.span()))
              .substring("formatted".length());
      String inner = arguments.strip();
      edit =
          inner.startsWith("(")
              ? Optional.of(
                  TextEdit.replace(
                      use.span(),
                      "String.format(Locale.ROOT, "
                          + file.text(template)
                          + ", "
                          + inner.substring(1)))
              : Optional.empty();
    }
    return edit.map(it -> Fix.of("Pass `Locale.ROOT`", it).importing("java.util.Locale"));
  }

  /** {@code {0}} groups the digits of a number: {@code id=1,234}. */
  private static void message(SourceFile file, Expr value, Invocation use, Reporter report) {
    String text = Constants.of(file).text(use.arguments().get(0)).orElse("");
    boolean hasNumber =
        use.arguments().stream().skip(1).anyMatch(each -> isNumber(each))
            || text.contains(",number")
            || text.contains(",date");
    if (hasNumber
        && !isSpoken(file, value)
        && (Reader.isMachineText(text) || Reader.of(file, value) == Reader.MACHINE)) {
      report(report, use, NUMBERS, "such as `1,234` for an id", true);
    }
  }

  private static boolean isNumber(Expr value) {
    return value.type().isPrimitive()
            && !value.type().isNamed("boolean")
            && !value.type().isNamed("char")
        || value.type().isA("java.lang.Number").isYes();
  }

  private static void decimal(SourceFile file, Expr value, Invocation use, Reporter report) {
    String pattern = Constants.of(file).text(use.arguments().get(0)).orElse("");
    boolean isSensitive = pattern.contains(".") || pattern.contains(",") || pattern.contains("E");
    if (isSensitive && !HardcodedFormat.isGrouped(pattern)) {
      formatter(file, value, use, NUMBERS, report);
    }
  }

  private static void date(SourceFile file, Expr value, Invocation use, Reporter report) {
    String pattern = Constants.of(file).text(use.arguments().get(0)).orElse("");
    if (!FormatText.hasNames(pattern)
        || FormatterUse.isStated(file, value)
        || Desktop.isDesktop(file)) {
      return;
    }
    boolean isMachines = FormatterUse.isParsed(file, value) || FormatText.isZoned(pattern);
    if (isMachines || !FormatterUse.isShown(file, value)) {
      String what = FormatterUse.isParsed(file, value) ? "reads names" : "writes names";
      Report made = report(report, use, what, MONTHS, isMachines);
      if (isMachines) {
        Repair.append(file, use, "Locale.ENGLISH")
            .map(it -> Fix.of("Pass `Locale.ENGLISH`", it).importing("java.util.Locale"))
            .ifPresent(made::fix);
      }
    }
  }

  private static void formatter(
      SourceFile file, Expr value, Invocation use, String what, Reporter report) {
    if (FormatterUse.isStated(file, value)
        || Desktop.isDesktop(file)
        || FormatterUse.isShown(file, value)) {
      return;
    }
    boolean isMachines =
        FormatterUse.isParsed(file, value) || FormatterUse.isReadByMachine(file, value);
    boolean isCurrency = use.name().equals("getCurrencyInstance");
    report(
        report,
        use,
        isCurrency ? "writes money" : FormatterUse.isParsed(file, value) ? "reads numbers" : what,
        isCurrency ? "in that country's currency" : COMMA,
        isMachines || isCurrency);
  }

  private static Report report(
      Reporter reporter, Node use, String what, String how, boolean isSure) {
    Report made =
        reporter.at(
            use, LocaleAndMoneyRule.FORMAT_NO_LOCALE, ((Invocation) use).shortName(), what, how);
    return isSure ? made : made.confidence(Confidence.MEDIUM);
  }

  private static void scan(SourceFile file, Invocation use, Reporter report) {
    Expr scanner = use.target();
    Variable holder = Bindings.of(file).declaration(scanner).orElse(null);
    Expr made = holder == null ? scanner : holder.initializer();
    boolean isStated = holder != null && FormatterUse.isStated(file, made);
    while (made instanceof Expr.Call link) {
      isStated |= link.name().equals("useLocale");
      made = link.target();
    }
    if (made instanceof Expr.New created && !isStated && !isConsole(created)) {
      report(report, use, "reads numbers", COMMA, true);
    }
  }

  /** Whether it reads what the user of this machine types. */
  private static boolean isConsole(Expr.New scanner) {
    return !scanner.arguments().isEmpty()
        && scanner.arguments().get(0) instanceof Expr.FieldAccess stream
        && stream.target().type().isNamed("java.lang.System");
  }
}
