package dev.zonegate.rules.timezone;

import dev.zonegate.match.Api;
import dev.zonegate.match.ApiSet;
import dev.zonegate.match.Desktop;
import dev.zonegate.match.Printed;
import dev.zonegate.model.Decl;
import dev.zonegate.model.Expr;
import dev.zonegate.model.Invocation;
import dev.zonegate.model.Modifier;
import dev.zonegate.model.Node;
import dev.zonegate.model.SourceFile;
import dev.zonegate.model.Stmt;
import dev.zonegate.model.Variable;
import dev.zonegate.rule.Confidence;
import dev.zonegate.rule.Report;
import dev.zonegate.rule.Reporter;
import dev.zonegate.rule.Severity;
import java.util.Locale;
import java.util.Set;

/** Finds where the machine's zone is taken, or changed, in so many words. */
final class SystemDefault {
  private static final ApiSet TAKES = ApiSet.load("time/system-default.api");
  private static final Set<String> OR_ELSE =
      Set.of(
          "orElse",
          "orElseGet",
          "requireNonNullElse",
          "requireNonNullElseGet",
          "getOrDefault",
          "getIfNull",
          "defaultIfNull",
          "firstNonNull");

  private SystemDefault() {}

  static void find(SourceFile file, Reporter report) {
    if (report.isOn("pinnedZone") || report.isOn("desktop") || Desktop.isDesktop(file)) {
      return;
    }
    for (Invocation use : TAKES.usesIn(file)) {
      TAKES
          .find(use)
          .filter(api -> !isHarmless(file, use, api))
          .ifPresent(api -> report(file, report, use, api));
    }
  }

  private static void report(SourceFile file, Reporter reporter, Invocation use, Api api) {
    String effect =
        api.has("role", "pins")
            ? "changes the time zone of the whole JVM"
            : "takes the zone of whichever machine runs it";
    Report report = reporter.at(use, TimeZoneRule.SYSTEM_DEFAULT, use.shortName(), effect);
    if (isFallback(file, use)) {
      report.severity(Severity.NOTE).confidence(Confidence.LOW);
    }
  }

  private static boolean isHarmless(SourceFile file, Invocation use, Api api) {
    if (api.has("role", "pins")) {
      return isAtStart(file, use);
    }
    if (api.has("role", "text")) {
      return isSqlDate(use) || isSpoken(file, use);
    }
    return isNamedConstant(file, use)
        || isSpoken(file, use)
        || ImplicitNow.isReadAsInstant(file, use)
        || getsItsZoneLater(file, use)
        || isConfigurable(file, use)
        || Surroundings.isOffered(file, use)
        || Surroundings.isDocumented(file, use)
        || CalendarUse.isZoneFree(file, use)
        || CalendarUse.isFarYear(file, use);
  }

  private static boolean isSpoken(SourceFile file, Invocation use) {
    return Printed.isPrinted(file, use) || Printed.isDescription(file, use);
  }

  /** A {@code java.sql.Date} prints the day that the driver read. */
  private static boolean isSqlDate(Invocation use) {
    return !use.receiverType().isNamed("java.util.Date") || use.target() instanceof Expr.Super;
  }

  private static boolean isNamedConstant(SourceFile file, Invocation use) {
    return Surroundings.initialised(file, use) instanceof Decl.Field field
        && field.modifiers().contains(Modifier.FINAL)
        && field.name().toLowerCase(Locale.ROOT).contains("zone");
  }

  /**
   * {@code main} and the start of an application decide for the process, before anyone reads it.
   */
  private static boolean isAtStart(SourceFile file, Invocation use) {
    Decl.Method method = file.enclosing(use, Decl.Method.class);
    if (method == null) {
      return false;
    }
    boolean isMain = method.name().equals("main") && method.modifiers().contains(Modifier.STATIC);
    Decl.Type type = file.enclosing(use, Decl.Type.class);
    boolean isApplication =
        type.ref()
            .isAnnotatedWith("org.springframework.boot.autoconfigure.SpringBootApplication")
            .isYes();
    return isMain
        || isApplication
            && method.annotations().stream()
                .anyMatch(each -> each.type().isNamed("jakarta.annotation.PostConstruct"));
  }

  private static boolean getsItsZoneLater(SourceFile file, Invocation use) {
    Variable holder = Surroundings.holder(file, use);
    return holder != null && Surroundings.isNear(file, use, "setTimeZone");
  }

  /** A default for when no zone is given. */
  private static boolean isFallback(SourceFile file, Node use) {
    Node parent = file.parent(use);
    return parent instanceof Expr.Conditional
        || parent instanceof Expr.Call call && OR_ELSE.contains(call.name())
        || parent instanceof Expr.Assign && insteadOfNull(file, use) != null;
  }

  /** What a field means that nobody has set: {@code if (zone == null) zone = ...}. */
  private static boolean isConfigurable(SourceFile file, Invocation use) {
    Expr tested = insteadOfNull(file, use);
    return tested != null
        && (Values.declaration(file, tested) instanceof Decl.Field field
                && !field.modifiers().contains(Modifier.STATIC)
            || isOwnGetter(tested));
  }

  private static boolean isOwnGetter(Expr tested) {
    return tested instanceof Expr.Call call && call.target() == null && call.arguments().isEmpty();
  }

  /** What is null where {@code use} is taken, or null. */
  private static Expr insteadOfNull(SourceFile file, Node use) {
    Node parent = file.parent(use);
    if (parent instanceof Expr.Conditional choice) {
      return testedForNull(choice.condition());
    }
    Stmt.If test = file.enclosing(use, Stmt.If.class);
    return parent instanceof Expr.Assign && test != null ? testedForNull(test.condition()) : null;
  }

  private static Expr testedForNull(Expr condition) {
    return condition instanceof Expr.Binary test
            && (test.operator().equals("==") || test.operator().equals("!="))
            && test.right() instanceof Expr.Literal literal
            && literal.isNull()
        ? test.left()
        : null;
  }
}
