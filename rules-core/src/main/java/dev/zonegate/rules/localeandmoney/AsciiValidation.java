package dev.zonegate.rules.localeandmoney;

import dev.zonegate.match.ApiSet;
import dev.zonegate.match.Bindings;
import dev.zonegate.match.Constants;
import dev.zonegate.match.LeafName;
import dev.zonegate.match.Vocabulary;
import dev.zonegate.match.Words;
import dev.zonegate.model.Annotation;
import dev.zonegate.model.Decl;
import dev.zonegate.model.Expr;
import dev.zonegate.model.Invocation;
import dev.zonegate.model.Node;
import dev.zonegate.model.SourceFile;
import dev.zonegate.model.Variable;
import dev.zonegate.rule.Reporter;
import dev.zonegate.rule.Severity;
import java.util.List;

/** Finds checks of people's, places' and companies' names that know the letters of English only. */
final class AsciiValidation {
  private static final ApiSet MATCHES =
      ApiSet.of(
          "java.lang.String#matches(String)",
          "java.lang.String#replaceAll(String,String)",
          "java.lang.String#split(String)",
          "java.lang.String#split(String,int)");
  private static final ApiSet STATIC_MATCHES =
      ApiSet.of("java.util.regex.Pattern#matches(String,CharSequence)");
  private static final ApiSet COMPILES =
      ApiSet.of(
          "java.util.regex.Pattern#compile(String)", "java.util.regex.Pattern#compile(String,int)");
  private static final ApiSet MATCHER = ApiSet.of("java.util.regex.Pattern#matcher(CharSequence)");
  private static final String REFUSES = "which refuses everyone with an accent";
  private static final String STRIPS = "which takes accented letters away";
  private static final String SPLITS = "which splits words at their accents";
  private static final String REFUSES_MAIL = "which refuses other addresses";
  private static final Vocabulary NAMES = Vocabulary.load("locale/person-names.words");
  private static final Vocabulary TYPES = Vocabulary.load("locale/person-types.words");
  private static final String CONSTRAINT = "jakarta.validation.constraints.Pattern";

  private AsciiValidation() {}

  static void find(SourceFile file, Reporter report) {
    for (Expr.Call call : ApiSet.callsIn(file, MATCHES, STATIC_MATCHES, COMPILES)) {
      if (MATCHES.matches(call).isYes()) {
        check(file, call, call.arguments().get(0), call.target(), report);
      } else if (STATIC_MATCHES.matches(call).isYes()) {
        check(file, call, call.arguments().get(0), call.arguments().get(1), report);
      } else if (COMPILES.matches(call).isYes() && !isUnicode(file, call)) {
        compiled(file, call, report);
      }
    }
    for (Annotation annotation : file.all(Annotation.class)) {
      if (annotation.type().isNamed(CONSTRAINT)) {
        constraint(file, annotation, report);
      }
    }
  }

  private static void check(
      SourceFile file, Expr.Call call, Expr regex, Expr text, Reporter report) {
    String pattern = Constants.of(file).text(regex).orElse("");
    String name = LeafName.of(text);
    boolean isCheck = call.name().equals("matches");
    boolean isBad = isCheck ? AsciiRegex.isAsciiOnly(pattern) : AsciiRegex.isNotAscii(pattern);
    if (isBad && isName(file, text, name)) {
      report(report, call, name, isCheck ? REFUSES : STRIPS);
    } else if (call.name().equals("split")
        && AsciiRegex.isNotAscii(pattern)
        && UserText.isUserText(name)) {
      report(report, call, name, SPLITS);
    } else if (isCheck && isMailCheck(pattern, name)) {
      reportMail(report, call, name);
    }
  }

  private static boolean isMailCheck(String pattern, String name) {
    return AsciiRegex.isMail(pattern)
        && AsciiRegex.isAsciiOnly(pattern.substring(0, pattern.indexOf('@')))
        && Words.of(name).contains("email");
  }

  private static void report(Reporter report, Node at, String name, String effect) {
    report.at(at, LocaleAndMoneyRule.ASCII_VALIDATION, name, effect);
  }

  private static void reportMail(Reporter report, Node at, String name) {
    report.at(at, LocaleAndMoneyRule.ASCII_VALIDATION, name, REFUSES_MAIL).severity(Severity.NOTE);
  }

  private static void constraint(SourceFile file, Annotation annotation, Reporter report) {
    Expr regexp = annotation.argument("regexp");
    String pattern = regexp == null ? "" : Constants.of(file).text(regexp).orElse("");
    boolean isUnicode =
        annotation.argument("flags") != null
            && file.text(annotation.argument("flags")).contains("UNICODE");
    if (!(file.parent(annotation) instanceof Variable variable) || isUnicode) {
      return;
    }
    if (AsciiRegex.isAsciiOnly(pattern) && isName(file, annotation, variable.name())) {
      report(report, annotation, variable.name(), REFUSES);
    } else if (isMailCheck(pattern, variable.name())) {
      reportMail(report, annotation, variable.name());
    }
  }

  /** A pattern by the names of what is matched with it, or by its own. */
  private static void compiled(SourceFile file, Expr.Call compile, Reporter report) {
    String pattern = Constants.of(file).text(compile.arguments().get(0)).orElse("");
    boolean isMail = AsciiRegex.isMail(pattern);
    if (!isMail && !AsciiRegex.isAsciiOnly(pattern)) {
      return;
    }
    for (Expr each : matched(file, compile)) {
      String name = LeafName.of(each);
      if (AsciiRegex.isAsciiOnly(pattern) && isName(file, each, name)) {
        report(report, compile, name, REFUSES);
        return;
      }
      if (isMailCheck(pattern, name)) {
        reportMail(report, compile, name);
        return;
      }
    }
  }

  /** The texts that a compiled pattern is held against. */
  private static List<Expr> matched(SourceFile file, Expr.Call compile) {
    Variable holder = file.parent(compile) instanceof Variable variable ? variable : null;
    List<Expr> uses = holder == null ? List.of(compile) : Bindings.of(file).uses(holder);
    return uses.stream()
        .map(file::parent)
        .filter(Expr.Call.class::isInstance)
        .map(Expr.Call.class::cast)
        .filter(each -> MATCHER.matches(each).isYes())
        .map(each -> each.arguments().get(0))
        .toList();
  }

  private static boolean isUnicode(SourceFile file, Invocation compile) {
    return compile.arguments().size() > 1
        && file.text(compile.arguments().get(1)).contains("UNICODE_CHARACTER_CLASS");
  }

  private static boolean isName(SourceFile file, Node at, String name) {
    if (NAMES.isNamed(name)) {
      return !UserText.isCode(name);
    }
    Decl.Type type = file.enclosing(at, Decl.Type.class);
    boolean isOwn =
        at instanceof Expr.Call read && read.target() != null
            ? TYPES.isNamed(read.receiverType().simpleName())
            : type != null && TYPES.isIn(type.name());
    return name.equals("name") && isOwn;
  }
}
