package dev.zonegate.rules.localeandmoney;

import dev.zonegate.match.ApiSet;
import dev.zonegate.match.Constants;
import dev.zonegate.match.LeafName;
import dev.zonegate.match.Printed;
import dev.zonegate.model.Expr;
import dev.zonegate.model.Invocation;
import dev.zonegate.model.Node;
import dev.zonegate.model.SourceFile;
import dev.zonegate.model.Stmt;
import dev.zonegate.model.TypeShape;
import dev.zonegate.rule.Confidence;
import dev.zonegate.rule.Fix;
import dev.zonegate.rule.Report;
import dev.zonegate.rule.Reporter;
import dev.zonegate.rule.TextEdit;
import java.util.Set;

/** Finds changes of case that follow the machine's locale, except for people's eyes. */
final class CaseNoLocale {
  private static final ApiSet CHANGES = ApiSet.load("locale/case.api");
  private static final ApiSet EQUALS = ApiSet.of("java.lang.String#equals(Object)");
  private static final Set<String> COMPARING =
      Set.of(
          "equals",
          "contains",
          "startsWith",
          "endsWith",
          "indexOf",
          "lastIndexOf",
          "matches",
          "compareTo",
          "contentEquals",
          "hashCode",
          "containsKey",
          "get",
          "put",
          "getOrDefault",
          "computeIfAbsent",
          "putIfAbsent",
          "remove",
          "valueOf");

  private CaseNoLocale() {}

  static void find(SourceFile file, Reporter report) {
    for (Invocation use : CHANGES.usesIn(file)) {
      if (CHANGES.matches(use).isYes()
          && !isSecondOfPair(file, use)
          && !isIgnored(file, use)
          && !isFixed(file, use)) {
        check(file, (Expr) use, use, report);
      }
    }
  }

  private static void check(SourceFile file, Expr value, Invocation use, Reporter report) {
    boolean isMachines = isMachines(file, value, use);
    if (Printed.isPrinted(file, value) || !isMachines && isPeoples(file, value, use)) {
      return;
    }
    Report made = report.at(use, LocaleAndMoneyRule.CASE_NO_LOCALE, use.shortName());
    if (!isMachines) {
      made.confidence(Confidence.MEDIUM);
    }
    repair(file, value, use, made);
  }

  private static boolean isMachines(SourceFile file, Expr value, Invocation use) {
    return isCompared(file, value)
        || isOfEnum(use)
        || Reader.isMachineName(subject(use))
        || Reader.of(file, value) == Reader.MACHINE;
  }

  private static boolean isPeoples(SourceFile file, Expr value, Invocation use) {
    return Reader.isPeopleName(subject(use)) || Reader.of(file, value) == Reader.PEOPLE;
  }

  private static String subject(Invocation use) {
    return use.target() == null || use.target() instanceof Expr.TypeName
        ? ""
        : LeafName.of(use.target());
  }

  /** Whether the value is compared, looked up or switched on where it stands. */
  private static boolean isCompared(SourceFile file, Expr value) {
    Node parent = file.parent(value);
    if (parent instanceof Invocation call) {
      return COMPARING.contains(call.name()) && !isText(call, value);
    }
    return parent instanceof Stmt.Switch || parent instanceof Expr.SwitchExpr;
  }

  /** {@code String.valueOf(text)} compares nothing. */
  private static boolean isText(Invocation call, Expr value) {
    return call.name().equals("valueOf")
        && call.target() != value
        && call.receiverType().isNamed("java.lang.String");
  }

  /** {@code status.name().toLowerCase()}. */
  private static boolean isOfEnum(Invocation use) {
    return use.target() instanceof Expr.Call read
        && (read.name().equals("name") || read.name().equals("toString"))
        && read.receiverType().shape().kind() == TypeShape.Kind.ENUM;
  }

  /** The other one of two that are compared with each other, of which the first is reported. */
  private static boolean isSecondOfPair(SourceFile file, Invocation use) {
    return file.parent(use) instanceof Expr.Call comparison
        && comparison.target() != use
        && comparison.name().equals("equals")
        && isChange(comparison.target());
  }

  /** Compared without regard to case, whichever it has been given before. */
  private static boolean isIgnored(SourceFile file, Invocation use) {
    return file.parent((Expr) use) instanceof Expr.Call comparison
        && comparison.name().equals("equalsIgnoreCase");
  }

  private static boolean isChange(Expr value) {
    return value instanceof Expr.Call call && !CHANGES.matches(call).isNo();
  }

  private static void repair(SourceFile file, Expr value, Invocation use, Report made) {
    if (file.parent(value) instanceof Expr.Call comparison
        && comparison.target() == value
        && EQUALS.matches(comparison).isYes()
        && comparison.arguments().get(0) instanceof Expr.Call other
        && isChange(other)
        && isPlain(use)
        && isPlain(other)) {
      made.fix(
          Fix.of(
              "Compare with `equalsIgnoreCase`",
              TextEdit.replace(
                  comparison.span(),
                  file.text(use.target())
                      + ".equalsIgnoreCase("
                      + file.text(other.target())
                      + ")")));
    } else if (use instanceof Expr.Call && isPlain(use)) {
      Repair.append(file, use, "Locale.ROOT").ifPresent(edit -> made.fix(rooted(edit)));
    }
  }

  private static Fix rooted(TextEdit edit) {
    return Fix.of("Pass `Locale.ROOT`", edit).importing("java.util.Locale");
  }

  /** A call on a text, with nothing around it that would need its own parentheses. */
  private static boolean isPlain(Invocation use) {
    return use.target() instanceof Expr.Name
        || use.target() instanceof Expr.FieldAccess
        || use.target() instanceof Expr.Literal
        || use.target() instanceof Expr.Call call && !(call.target() instanceof Expr.TypeName);
  }

  /** Whether every machine gives the same result: the letters that differ are not in it. */
  private static boolean isFixed(SourceFile file, Invocation use) {
    return use.target() != null
        && Constants.of(file)
            .text(use.target())
            .filter(it -> !it.contains("i") && !it.contains("I"))
            .isPresent();
  }
}
