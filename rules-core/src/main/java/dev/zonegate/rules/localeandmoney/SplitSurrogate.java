package dev.zonegate.rules.localeandmoney;

import dev.zonegate.match.Api;
import dev.zonegate.match.ApiSet;
import dev.zonegate.match.Bindings;
import dev.zonegate.match.Constants;
import dev.zonegate.match.LeafName;
import dev.zonegate.match.Words;
import dev.zonegate.model.Expr;
import dev.zonegate.model.Invocation;
import dev.zonegate.model.Node;
import dev.zonegate.model.SourceFile;
import dev.zonegate.model.Stmt;
import dev.zonegate.model.Variable;
import dev.zonegate.rule.Report;
import dev.zonegate.rule.Reporter;
import dev.zonegate.rule.Severity;
import java.util.List;
import java.util.Set;

/** Finds text of people handled by UTF-16 units, of which an emoji has two. */
final class SplitSurrogate {
  private static final ApiSet CUTS = ApiSet.load("locale/cuts.api");
  private static final ApiSet LETTERS =
      ApiSet.of(
          "java.lang.Character#isLetter(char)",
          "java.lang.Character#isLetterOrDigit(char)",
          "java.lang.Character#isUpperCase(char)",
          "java.lang.Character#isLowerCase(char)");
  private static final ApiSet LETTER_TESTS =
      ApiSet.of("java.lang.Character#isLetter", "java.lang.Character#isLetterOrDigit");
  private static final ApiSet LENGTH = ApiSet.of("java.lang.String#length()");
  private static final ApiSet UNIT = ApiSet.of("java.lang.String#charAt(int)");
  private static final ApiSet UNITS =
      ApiSet.of("java.lang.String#toCharArray()", "java.lang.CharSequence#chars()");
  private static final Set<String> SAFE =
      Set.of(
          "offsetByCodePoints",
          "codePoints",
          "codePointCount",
          "isHighSurrogate",
          "isSurrogate",
          "isLowSurrogate",
          "isSurrogatePair",
          "codePointAt",
          "BreakIterator");
  private static final Set<String> LIMITS =
      Set.of("max", "limit", "length", "len", "size", "maximum");
  private static final Set<String> BYTES = Set.of("bytes", "byte", "octets", "column", "varchar");
  private static final Set<String> ELLIPSES = Set.of("...", "\u2026", "[...]", " ...", "..");
  private static final Set<String> COMPARISONS = Set.of(">", ">=", "<", "<=");
  private static final int SHORTEST_CUT = 2;

  private SplitSurrogate() {}

  static void find(SourceFile file, Reporter report) {
    for (Invocation use : file.all(Invocation.class)) {
      CUTS.find(use)
          .filter(api -> isCut(file, use, api) && !isSafe(file, use))
          .ifPresent(api -> reportCut(file, use, report));
      boolean isLetterTest =
          use instanceof Expr.MethodReference
              ? LETTER_TESTS.matches(use).isYes()
              : LETTERS.matches(use).isYes();
      if (isLetterTest && isOfUserText(file, use) && !isSafe(file, use)) {
        report(report, use, "sees half an emoji or rare letter, which is no letter");
      }
      if (UNIT.matches(use).isYes() && isInitial(file, use)) {
        report(report, use, "is half a letter for some names").severity(Severity.NOTE);
      }
    }
    for (Expr.Binary binary : file.all(Expr.Binary.class)) {
      if (COMPARISONS.contains(binary.operator()) && !isSafe(file, binary)) {
        checkLength(binary, report);
      }
    }
    HandReversal.find(file, report);
  }

  private static Report report(Reporter report, Node use, String effect) {
    return report.at(
        use, LocaleAndMoneyRule.SPLIT_SURROGATE, ((Invocation) use).shortName(), effect);
  }

  private static void reportCut(SourceFile file, Invocation use, Reporter reporter) {
    Report made =
        reporter.at(
            use, LocaleAndMoneyRule.SPLIT_SURROGATE, use.shortName(), "can cut an emoji in two");
    if (isEllipsis(file, use)) {
      made.severity(Severity.NOTE);
    }
  }

  private static boolean isCut(SourceFile file, Invocation use, Api api) {
    Expr first = use.argument(0).orElse(null);
    Expr length = use.argument(api.number("arg", 0)).orElse(null);
    Expr text = api.has("kind", "first") ? first : source(file, use.target());
    return text != null
        && length != null
        && (!api.has("kind", "substring") || isNumber(file, first, 0))
        && isLimit(file, length)
        && UserText.isUserText(file, text);
  }

  /** {@code text} of a builder that is {@code new StringBuilder(text)}; else the value itself. */
  private static Expr source(SourceFile file, Expr target) {
    Variable variable = Bindings.of(file).variable(target).orElse(null);
    return variable != null
            && variable.initializer() instanceof Expr.New made
            && made.arguments().size() == 1
        ? made.arguments().get(0)
        : target;
  }

  /** {@code "" + firstName.charAt(0)}: the initial of a name. */
  private static boolean isInitial(SourceFile file, Invocation use) {
    return use instanceof Expr.Call
        && use.argument(0).filter(each -> isNumber(file, each, 0)).isPresent()
        && UserText.isUserText(LeafName.of(use.target()))
        && file.parent(use) instanceof Expr.Binary sum
        && sum.type().isNamed("java.lang.String")
        && (sum.left() == use || file.allIn(sum.left(), Expr.Call.class).isEmpty());
  }

  private static boolean isNumber(SourceFile file, Expr value, int number) {
    return Constants.of(file).value(value).filter(it -> it.equals(number)).isPresent();
  }

  /** A length that nothing in the text has set: a constant, a limit, the smaller of two. */
  private static boolean isLimit(SourceFile file, Expr length) {
    Object value = Constants.of(file).value(length).orElse(null);
    if (value instanceof Integer number) {
      return number >= SHORTEST_CUT;
    }
    if (length instanceof Expr.Call call && call.name().equals("min")) {
      return call.arguments().stream().anyMatch(each -> isLimit(file, each));
    }
    if (length instanceof Expr.Binary difference && difference.operator().equals("-")) {
      return isLimit(file, difference.left());
    }
    boolean isVariable = length instanceof Expr.Name || length instanceof Expr.FieldAccess;
    return isVariable
        && Words.of(LeafName.of(length)).stream().anyMatch(LIMITS::contains)
        && !isMeasured(file, length);
  }

  /** {@code int length = text.indexOf('.')}: a place that is no half of anything. */
  private static boolean isMeasured(SourceFile file, Expr length) {
    Variable variable = Bindings.of(file).variable(length).orElse(null);
    return variable != null
        && variable.initializer() instanceof Expr.Call call
        && !call.name().equals("min");
  }

  /** Whether the code around counts code points or looks for halves itself. */
  private static boolean isSafe(SourceFile file, Node node) {
    Node around = file.enclosing(node, dev.zonegate.model.Decl.class);
    return around != null
        && file.allIn(around, Expr.Call.class).stream()
            .anyMatch(each -> SAFE.contains(each.name()));
  }

  private static boolean isEllipsis(SourceFile file, Node cut) {
    Node parent = file.parent(cut);
    return parent instanceof Expr.Binary sum
        && Constants.of(file).text(sum.right()).filter(ELLIPSES::contains).isPresent();
  }

  /** {@code Character.isLetter(name.charAt(i))}, or over {@code name.toCharArray()}. */
  private static boolean isOfUserText(SourceFile file, Invocation use) {
    if (use instanceof Expr.MethodReference) {
      return file.parent(use) instanceof Expr.Call match
          && match.target() instanceof Expr.Call units
          && UNITS.matches(units).isYes()
          && UserText.isUserText(file, units.target());
    }
    Expr unit = use.arguments().get(0);
    Variable variable = Bindings.of(file).variable(unit).orElse(null);
    Expr source = variable == null ? unit : variable.initializer();
    if (variable instanceof Stmt.Local local && file.parent(local) instanceof Stmt.ForEach loop) {
      source = loop.iterable();
    }
    return source instanceof Expr.Call read
        && (UNIT.matches(read).isYes() || UNITS.matches(read).isYes())
        && UserText.isUserText(file, read.target());
  }

  private static void checkLength(Expr.Binary comparison, Reporter report) {
    for (Expr each : List.of(comparison.left(), comparison.right())) {
      Expr limit = each == comparison.left() ? comparison.right() : comparison.left();
      if (each instanceof Expr.Call length
          && LENGTH.matches(length).isYes()
          && Words.of(LeafName.of(limit)).stream().anyMatch(BYTES::contains)
          && !UserText.isCode(LeafName.of(length.target()))) {
        report(report, length, "counts UTF-16 units, not what `" + LeafName.of(limit) + "` limits");
      }
    }
  }
}
