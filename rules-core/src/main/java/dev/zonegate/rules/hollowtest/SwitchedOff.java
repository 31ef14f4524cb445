package dev.zonegate.rules.hollowtest;

import dev.zonegate.match.TypeSet;
import dev.zonegate.model.Annotation;
import dev.zonegate.model.Comment;
import dev.zonegate.model.Decl;
import dev.zonegate.model.Expr;
import dev.zonegate.model.SourceFile;
import dev.zonegate.model.Stmt;
import dev.zonegate.rule.Confidence;
import dev.zonegate.rule.Reporter;
import java.util.Comparator;
import java.util.regex.Pattern;

/** A test that is switched off. */
final class SwitchedOff {
  private static final TypeSet OFF = TypeSet.load("testing/switched-off.types");
  private static final Pattern TICKET =
      Pattern.compile("\\b[A-Z][A-Z0-9]+-\\d+\\b|#\\d+|https?://\\S+");
  private static final Pattern COMMENTED =
      Pattern.compile("//\\s*@(Test|ParameterizedTest|RepeatedTest)\\b(\\(.*\\))?\\s*");

  private SwitchedOff() {}

  static void find(SourceFile file, Reporter report) {
    for (Decl.Type each : file.all(Decl.Type.class)) {
      Annotation off = OFF.annotationIn(each.annotations());
      if (off != null) {
        report(file, each, each.name(), off, report);
      }
    }
    for (Decl.Method each : file.all(Decl.Method.class)) {
      Annotation off = OFF.annotationIn(each.annotations());
      if (off != null) {
        report(file, each, each.name(), off, report);
      } else if (isSwitchedOff(each) || assumesFalse(file, each)) {
        report.at(each, HollowTestRule.DISABLED_TEST, each.name(), "");
      }
    }
    for (Comment each : file.comments()) {
      if (COMMENTED.matcher(each.text()).matches()) {
        file.all(Decl.Method.class).stream()
            .filter(method -> each.span().isBefore(method.span()))
            .min(Comparator.comparing(Decl.Method::span))
            .filter(method -> method.span().startLine() - each.span().endLine() <= 2)
            .filter(method -> method.annotations().isEmpty())
            .ifPresent(
                method -> report.at(method, HollowTestRule.DISABLED_TEST, method.name(), ""));
      }
    }
  }

  private static void report(
      SourceFile file, Decl at, String name, Annotation off, Reporter report) {
    boolean hasTicket = TICKET.matcher(file.text(off)).find();
    report
        .at(
            at,
            HollowTestRule.DISABLED_TEST,
            name,
            off.arguments().isEmpty() ? ", and nobody says why" : "")
        .confidence(hasTicket ? Confidence.LOW : Confidence.HIGH);
  }

  private static boolean isSwitchedOff(Decl.Method method) {
    return method.annotations().stream()
        .filter(each -> each.type().isNamed("org.testng.annotations.Test"))
        .map(each -> each.argument("enabled"))
        .anyMatch(each -> isLiteral(each, false));
  }

  /** {@code assumeTrue(false)} as a statement of its own. */
  private static boolean assumesFalse(SourceFile file, Decl.Method method) {
    return method.body() != null
        && method.body().statements().stream()
            .anyMatch(
                each ->
                    each instanceof Stmt.Expression line
                        && line.expression() instanceof Expr.Call call
                        && (isAssumption(call, "assumeTrue", false)
                            || isAssumption(call, "assumeFalse", true)))
        && !file.allIn(method, Expr.Call.class).isEmpty();
  }

  private static boolean isAssumption(Expr.Call call, String name, boolean value) {
    return call.name().equals(name)
        && !call.arguments().isEmpty()
        && isLiteral(call.arguments().get(0), value);
  }

  private static boolean isLiteral(Expr value, boolean wanted) {
    return value instanceof Expr.Literal literal && Boolean.valueOf(wanted).equals(literal.value());
  }
}
