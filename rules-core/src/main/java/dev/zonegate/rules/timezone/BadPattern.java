package dev.zonegate.rules.timezone;

import dev.zonegate.match.Api;
import dev.zonegate.match.ApiSet;
import dev.zonegate.match.Constants;
import dev.zonegate.model.Annotation;
import dev.zonegate.model.Decl;
import dev.zonegate.model.Expr;
import dev.zonegate.model.Invocation;
import dev.zonegate.model.Node;
import dev.zonegate.model.SourceFile;
import dev.zonegate.model.Span;
import dev.zonegate.model.TypeRef;
import dev.zonegate.model.Variable;
import dev.zonegate.rule.Fix;
import dev.zonegate.rule.Report;
import dev.zonegate.rule.Reporter;
import dev.zonegate.rule.TextEdit;
import dev.zonegate.rules.timezone.PatternFault.Dialect;
import java.util.regex.Pattern;

/** Finds date patterns whose letters mean something else than they look like. */
final class BadPattern {
  private static final ApiSet READERS = ApiSet.load("time/pattern.api");
  private static final ApiSet STRICT =
      ApiSet.of("java.time.format.DateTimeFormatter#withResolverStyle(ResolverStyle)");
  private static final ApiSet PARSES =
      ApiSet.of(
          "java.time.LocalDateTime#parse(CharSequence,DateTimeFormatter)",
          "java.time.LocalTime#parse(CharSequence,DateTimeFormatter)",
          "java.time.ZonedDateTime#parse(CharSequence,DateTimeFormatter)",
          "java.time.OffsetDateTime#parse(CharSequence,DateTimeFormatter)");
  private static final Pattern FRACTION = Pattern.compile("\\d[.,]\\d+");

  private BadPattern() {}

  static void find(SourceFile file, Reporter report) {
    for (Invocation use : READERS.usesIn(file)) {
      READERS.find(use).ifPresent(api -> check(file, use, api, report));
    }
    for (Annotation annotation : file.all(Annotation.class)) {
      for (Annotation.Argument each : annotation.arguments()) {
        if (READERS.find(annotation.type(), each.name()).isPresent()) {
          check(file, each.value(), dialect(annotated(file, annotation)), false, report);
        }
      }
    }
  }

  private static void check(SourceFile file, Invocation use, Api api, Reporter report) {
    int first = api.number("arg", 0);
    int last = api.has("rest", "yes") ? use.arguments().size() - 1 : first;
    Dialect dialect =
        api.has("dialect", "java.time")
            ? Dialect.JAVA_TIME
            : api.has("dialect", "other") ? Dialect.OTHER : Dialect.SIMPLE_DATE_FORMAT;
    for (int i = first; i <= last && i < use.arguments().size(); i++) {
      Expr argument = use.arguments().get(i);
      check(file, argument, dialect, api.has("part", "yes"), report);
      if (dialect == Dialect.JAVA_TIME) {
        checkUse(file, use, argument, report);
      }
    }
  }

  private static void check(
      SourceFile file, Expr argument, Dialect dialect, boolean isPart, Reporter report) {
    if (argument instanceof Expr.ArrayInitializer several) {
      several.elements().forEach(each -> check(file, each, dialect, isPart, report));
      return;
    }
    String text = Constants.of(file).text(argument).orElse("");
    DatePattern pattern = DatePattern.of(text);
    for (PatternFault fault : PatternFault.of(pattern, dialect, isPart)) {
      Report made = report(report, argument, pattern, fault.field(), fault.meaning());
      if (fault.isRepairable() && file.text(argument).equals('"' + text + '"')) {
        made.fix(repair(argument, fault));
      }
    }
  }

  /** What is wrong only with what is done with the formatter. */
  private static void checkUse(SourceFile file, Invocation use, Expr argument, Reporter report) {
    String text = Constants.of(file).text(argument).orElse("");
    DatePattern pattern = DatePattern.of(text);
    DatePattern.Field year = pattern.first("y");
    if (!(file.parent(use) instanceof Expr.Call call) || text.isEmpty()) {
      return;
    }
    if (year != null && !pattern.has("G") && pattern.has("MLD") && isMadeStrict(call)) {
      report(
          report, argument, pattern, year, "a year of an era, which `STRICT` cannot parse alone");
    }
    DatePattern.Field fraction = pattern.first("S");
    if (fraction != null && PARSES.matches(call).isYes() && call.arguments().get(1) == use) {
      String input = Constants.of(file).text(call.arguments().get(0)).orElse("");
      if (!input.isEmpty() && !FRACTION.matcher(input).find()) {
        report(
            report, argument, pattern, fraction, "a fraction that `" + input + "` does not have");
      }
    }
  }

  private static boolean isMadeStrict(Expr.Call call) {
    return STRICT.matches(call).isYes()
        && (call.arguments().get(0) instanceof Expr.FieldAccess style
                && style.name().equals("STRICT")
            || call.arguments().get(0) instanceof Expr.Name name && name.name().equals("STRICT"));
  }

  private static Report report(
      Reporter report, Expr at, DatePattern pattern, DatePattern.Field field, String meaning) {
    return report.at(at, TimeZoneRule.BAD_PATTERN, pattern.text(field), pattern.text(), meaning);
  }

  private static Fix repair(Expr literal, PatternFault fault) {
    Span span = literal.span();
    int start = span.startColumn() + 1 + fault.field().start();
    String letters = String.valueOf(fault.repaired()).repeat(fault.field().length());
    return Fix.of(
        "Write `" + letters + "`",
        TextEdit.replace(
            new Span(span.startLine(), start, span.startLine(), start + fault.field().length()),
            letters));
  }

  private static TypeRef annotated(SourceFile file, Annotation annotation) {
    Node parent = file.parent(annotation);
    if (parent instanceof Variable variable && variable.type() != null) {
      return variable.type().ref();
    }
    return parent instanceof Decl.Method method && method.returnType() != null
        ? method.returnType().ref()
        : TypeRef.UNKNOWN;
  }

  private static Dialect dialect(TypeRef type) {
    if (type.isAnyOf("java.util.Date", "java.util.Calendar").isYes()) {
      return Dialect.SIMPLE_DATE_FORMAT;
    }
    return type.name().startsWith("java.time.") ? Dialect.JAVA_TIME : Dialect.OTHER;
  }
}
