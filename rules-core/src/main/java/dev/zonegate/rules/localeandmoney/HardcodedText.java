package dev.zonegate.rules.localeandmoney;

import dev.zonegate.match.ApiSet;
import dev.zonegate.match.Constants;
import dev.zonegate.match.Operands;
import dev.zonegate.model.Annotation;
import dev.zonegate.model.Expr;
import dev.zonegate.model.Invocation;
import dev.zonegate.model.Node;
import dev.zonegate.model.SourceFile;
import dev.zonegate.rule.Reporter;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Finds sentences for users that stand in the code of a project with translations. */
final class HardcodedText {
  private static final ApiSet SINKS = ApiSet.load("locale/user-text-sinks.api");
  private static final ApiSet TEXT_FORMATS =
      ApiSet.of("java.lang.String#format(String,Object[])", "java.lang.String#formatted");
  private static final Set<String> CONSTRAINTS =
      Set.of(
          "jakarta.validation.constraints.",
          "javax.validation.constraints.",
          "org.hibernate.validator.constraints.");
  private static final Pattern WORD = Pattern.compile("\\p{L}{2,}");
  private static final Pattern CODE = Pattern.compile("(?s)[{<\\[].*|.*://.*|[A-Z0-9_.:-]+");

  private HardcodedText() {}

  static void find(SourceFile file, Reporter report) {
    for (Invocation use : SINKS.usesIn(file)) {
      SINKS
          .find(use)
          .filter(api -> api.number("arg", 0) < use.arguments().size())
          .map(api -> use.arguments().get(api.number("arg", 0)))
          .filter(text -> isSentence(file, text))
          .ifPresent(text -> open(file, use, use.shortName(), report));
    }
    for (Annotation annotation : file.all(Annotation.class)) {
      Expr message = annotation.argument("message");
      if (message != null && isConstraint(annotation) && isSentence(file, message)) {
        open(file, annotation, "@" + annotation.name() + "(message = ...)", report);
      }
    }
  }

  private static void open(SourceFile file, Node at, String shown, Reporter report) {
    report.candidate(
        at,
        LocaleAndMoneyRule.HARDCODED_TEXT,
        new Untranslated(Untranslated.moduleOf(file.path())),
        shown);
  }

  private static boolean isConstraint(Annotation annotation) {
    return CONSTRAINTS.stream().anyMatch(annotation.type().name()::startsWith)
        || annotation.type().isAnnotatedWith("jakarta.validation.Constraint").isYes();
  }

  /** Whether the fixed part of a text is words of a language. */
  private static boolean isSentence(SourceFile file, Expr text) {
    if (text instanceof Invocation format && TEXT_FORMATS.matches(format).isYes()) {
      Expr template =
          format.name().equals("formatted") ? format.target() : format.arguments().get(0);
      return isSentence(file, template);
    }
    StringBuilder fixed = new StringBuilder();
    List<Expr> parts = Operands.of(text, "+");
    for (Expr each : parts) {
      fixed.append(Constants.of(file).text(each).orElse(" "));
    }
    return isSentence(fixed.toString());
  }

  private static boolean isSentence(String text) {
    String said = text.strip();
    return !CODE.matcher(said).matches()
        && WORD.matcher(said).results().count() >= 2
        && said.contains(" ");
  }
}
