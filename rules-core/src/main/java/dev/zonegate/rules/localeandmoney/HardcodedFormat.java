package dev.zonegate.rules.localeandmoney;

import dev.zonegate.match.ApiSet;
import dev.zonegate.match.Constants;
import dev.zonegate.match.Desktop;
import dev.zonegate.match.WordStarts;
import dev.zonegate.match.Words;
import dev.zonegate.model.Annotation;
import dev.zonegate.model.Decl;
import dev.zonegate.model.Expr;
import dev.zonegate.model.Invocation;
import dev.zonegate.model.Node;
import dev.zonegate.model.SourceFile;
import dev.zonegate.rule.Report;
import dev.zonegate.rule.Reporter;
import dev.zonegate.rule.Severity;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Finds the way in which one country writes dates, numbers and money, fixed in the code. */
final class HardcodedFormat {
  private static final ApiSet DATES = ApiSet.load("locale/date-patterns.api");
  private static final ApiSet DECIMALS =
      ApiSet.of("java.text.DecimalFormat#new(String)", "java.text.DecimalFormat#new(String,*)");
  private static final ApiSet FORMATS =
      ApiSet.of(
          "java.lang.String#format(String,Object[])",
          "java.lang.String#formatted",
          "java.lang.String#format(Locale,String,Object[])");
  private static final ApiSet REPLACES =
      ApiSet.of(
          "java.lang.String#replace(char,char)",
          "java.lang.String#replace(CharSequence,CharSequence)");
  private static final Pattern REGIONAL =
      Pattern.compile(
          "(?:M{1,4}([/.-])\\s?d{1,2}|d{1,2}([/.-])\\s?M{1,4})[/.-]\\s?(?:y|u){2,4}.*|d{1,2}/M{1,2}|M{1,2}/d{1,2}|d{1,2}\\.M{1,2}\\.?");
  private static final Pattern CURRENCY_FORMAT =
      Pattern.compile(
          "(?:[$\u20ac\u00a3\u00a5]|\\b(?:USD|EUR|GBP|CHF|JPY|INR|CAD|AUD)\\b) ?%[,]?(?:\\.\\d)?[fds]"
              + "|%[,]?(?:\\.\\d)?[fd] ?(?:[$\u20ac\u00a3\u00a5]|(?:USD|EUR|GBP|CHF|JPY|INR|CAD|AUD|euros?|dollars?)\\b)");
  private static final Pattern CURRENCY_BEFORE =
      Pattern.compile("(?s).*(?:[$\u20ac\u00a3\u00a5]|\\b(?:USD|EUR|GBP|CHF|JPY|INR)) ?$");
  private static final Pattern CURRENCY_AFTER =
      Pattern.compile(
          "(?s)^ ?(?:[\u20ac\u00a3\u00a5]|\\$(?!\\{)|(?:USD|EUR|GBP|CHF|JPY|INR|euros?|dollars?)\\b).*");
  private static final Pattern GROUPED = Pattern.compile("[#0],[#0]");
  private static final Set<String> SPECIFIED =
      Set.of(
          "format",
          "formats",
          "parser",
          "reader",
          "importer",
          "import",
          "edi",
          "protocol",
          "codec",
          "decoder",
          "encoder",
          "iso",
          "swift",
          "sepa",
          "datev",
          "hl");
  private static final WordStarts STARTS = new WordStarts(SPECIFIED);
  private static final String DATE = "writes dates as one country does";
  private static final String MONEY = "writes money as one country does";
  private static final String NUMBER = "writes numbers as one country does";

  private HardcodedFormat() {}

  static void find(SourceFile file, Reporter report) {
    for (Invocation use : ApiSet.usesIn(file, DATES, DECIMALS, FORMATS, REPLACES)) {
      if (use instanceof Expr value
          && !(use instanceof Expr.MethodReference)
          && !isSpecified(file, use)) {
        dates(file, value, use, report);
        numbers(file, value, use, report);
      }
    }
    for (Annotation annotation : file.all(Annotation.class)) {
      for (Annotation.Argument each : annotation.arguments()) {
        DATES
            .find(annotation.type(), each.name())
            .flatMap(api -> Constants.of(file).text(each.value()))
            .filter(HardcodedFormat::isRegional)
            .filter(text -> annotation.argument("locale") == null && !isSpecified(file, annotation))
            .ifPresent(text -> report(report, each.value(), text, DATE));
      }
    }
    for (Expr.Binary sum : file.all(Expr.Binary.class)) {
      if (sum.operator().equals("+") && !isSpecified(file, sum)) {
        sums(file, sum, report);
      }
    }
  }

  /** Whether a format for {@code String.format} writes a currency. */
  static boolean isCurrencyText(String format) {
    return CURRENCY_FORMAT.matcher(format).find();
  }

  /** Whether a number stands behind a currency in a sum of texts. */
  static boolean isInCurrencyText(SourceFile file, Expr number) {
    return file.parent(number) instanceof Expr.Binary sum
        && sum.right() == number
        && isText(file, last(sum.left()), CURRENCY_BEFORE);
  }

  static boolean isGrouped(String decimalPattern) {
    return GROUPED.matcher(decimalPattern).find();
  }

  private static boolean isRegional(String datePattern) {
    return REGIONAL.matcher(datePattern).matches() && !FormatText.isZoned(datePattern);
  }

  private static void report(Reporter report, Node at, String text, String effect) {
    report(report, at, text, effect, false);
  }

  private static void report(
      Reporter report, Node at, String text, String effect, boolean isLocaleGiven) {
    Report made = report.at(at, LocaleAndMoneyRule.HARDCODED_FORMAT, text, effect);
    if (isLocaleGiven) {
      made.severity(Severity.NOTE);
    }
  }

  private static void dates(SourceFile file, Expr value, Invocation use, Reporter report) {
    DATES
        .find(use)
        .flatMap(api -> use.argument(api.number("arg", 0)))
        .flatMap(each -> Constants.of(file).text(each))
        .filter(HardcodedFormat::isRegional)
        .filter(text -> !FormatterUse.isParsed(file, value) && !FormatterUse.isShown(file, value))
        .ifPresent(text -> report(report, use, text, DATE, isLocaleGiven(use)));
  }

  /** Whether somebody has thought of a locale, if not of the reader's. */
  private static boolean isLocaleGiven(Invocation formatter) {
    boolean isMade = formatter instanceof Expr.New || formatter.name().equals("ofPattern");
    return isMade && formatter.arguments().size() > 1;
  }

  private static void numbers(SourceFile file, Expr value, Invocation use, Reporter report) {
    if (DECIMALS.matches(use).isYes()) {
      use.argument(0)
          .flatMap(each -> Constants.of(file).text(each))
          .filter(HardcodedFormat::isGrouped)
          .filter(text -> !FormatterUse.isParsed(file, value) && !FormatterUse.isShown(file, value))
          .ifPresent(text -> report(report, use, text, NUMBER, isLocaleGiven(use)));
    } else if (FORMATS.matches(use).isYes()) {
      template(file, use)
          .filter(HardcodedFormat::isCurrencyText)
          .filter(text -> !isSpoken(file, value))
          .ifPresent(text -> report(report, use, use.shortName(), MONEY));
    } else if (REPLACES.matches(use).isYes()
        && isSeparators(file, use.arguments())
        && isNumberText(use.target())) {
      report(report, use, use.shortName(), NUMBER);
    }
  }

  private static java.util.Optional<String> template(SourceFile file, Invocation use) {
    if (use.name().equals("formatted")) {
      return Constants.of(file).text(use.target());
    }
    return use.arguments().stream()
        .limit(2)
        .flatMap(each -> Constants.of(file).text(each).stream())
        .findFirst();
  }

  /** {@code replace('.', ',')}. */
  private static boolean isSeparators(SourceFile file, List<Expr> arguments) {
    return arguments.stream()
        .map(each -> Constants.of(file).value(each).map(Object::toString).orElse(""))
        .allMatch(each -> each.equals(".") || each.equals(","));
  }

  private static boolean isNumberText(Expr target) {
    return target instanceof Expr.Call call
        && (FORMATS.matches(call).isYes()
            || Set.of("valueOf", "toString", "toPlainString").contains(call.name())
                && (isNumber(call.receiverType())
                    || !call.arguments().isEmpty() && isNumber(call.arguments().get(0).type())));
  }

  private static boolean isNumber(dev.zonegate.model.TypeRef type) {
    return Set.of("double", "float").contains(type.name())
        || type.isAnyOf("java.math.BigDecimal", "java.lang.Double", "java.lang.Float").isYes();
  }

  /** {@code "$" + total}, {@code total + " EUR"}. */
  private static void sums(SourceFile file, Expr.Binary sum, Reporter report) {
    if (isAmount(sum.right()) && isText(file, last(sum.left()), CURRENCY_BEFORE)
        || isAmount(last(sum.left())) && isText(file, sum.right(), CURRENCY_AFTER)) {
      if (!isSpoken(file, sum)) {
        report(report, sum, file.text(sum).lines().findFirst().orElse(""), MONEY);
      }
    }
  }

  /** What stands directly before the right operand. */
  private static Expr last(Expr left) {
    return left instanceof Expr.Binary sum && sum.operator().equals("+") ? sum.right() : left;
  }

  private static boolean isText(SourceFile file, Expr part, Pattern wanted) {
    return Constants.of(file).text(part).filter(it -> wanted.matcher(it).matches()).isPresent();
  }

  private static boolean isAmount(Expr value) {
    if (value instanceof Expr.Call call && FORMATS.matches(call).isYes()) {
      return call.arguments().stream().anyMatch(HardcodedFormat::isAmount);
    }
    return isNumber(value.type())
        || MoneyName.isMoney(value)
        || value instanceof Expr.Call text
            && text.target() != null
            && Set.of("toString", "toPlainString", "setScale", "format").contains(text.name())
            && (isNumber(text.target().type())
                || text.arguments().stream().anyMatch(each -> isNumber(each.type())));
  }

  private static boolean isSpoken(SourceFile file, Expr value) {
    return Spoken.isSpoken(file, value) || Desktop.isDesktop(file);
  }

  /** Whether a class is about one format, by its name; that format is what it says. */
  private static boolean isSpecified(SourceFile file, Node node) {
    Decl.Type type = file.enclosing(node, Decl.Type.class);
    return type != null
        && STARTS.mayBeIn(type.name())
        && Words.of(type.name()).stream().anyMatch(SPECIFIED::contains);
  }
}
