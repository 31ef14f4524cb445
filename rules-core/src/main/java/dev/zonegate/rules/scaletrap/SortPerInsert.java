package dev.zonegate.rules.scaletrap;

import dev.zonegate.match.ApiSet;
import dev.zonegate.match.Bindings;
import dev.zonegate.match.OneTime;
import dev.zonegate.match.Repetition;
import dev.zonegate.model.Decl;
import dev.zonegate.model.Expr;
import dev.zonegate.model.SourceFile;
import dev.zonegate.model.Variable;
import dev.zonegate.rule.Confidence;
import dev.zonegate.rule.Report;
import dev.zonegate.rule.Reporter;
import dev.zonegate.rule.Severity;
import java.util.Set;

/** Finds methods that add one thing to a list of their object and then sort all of it. */
final class SortPerInsert {
  private static final ApiSet SORTS =
      ApiSet.of("java.util.List#sort", "java.util.Collections#sort");

  /** What keeps a list short, or tells that much is added before it is sorted. */
  private static final Set<String> OTHER_CHANGES =
      Set.of("addAll", "remove", "removeIf", "removeLast", "clear", "size", "subList", "retainAll");

  private SortPerInsert() {}

  static void find(SourceFile file, Reporter report) {
    for (Expr.Call sort : SORTS.callsIn(file)) {
      if (SORTS.matches(sort).isYes()
          && Bindings.of(file).declaration(list(sort)).orElse(null) instanceof Decl.Field field
          && isAfterInsert(file, sort, field)
          && !OneTime.isPartOf(file, sort)) {
        Report found =
            report
                .at(sort, ScaleTrapRule.QUADRATIC, sort.shortName(), "sorts the whole list")
                .confidence(Confidence.MEDIUM);
        if (!Serving.isPartOf(file, sort)) {
          found.severity(Severity.NOTE).preview();
        }
      }
    }
  }

  private static Expr list(Expr.Call sort) {
    boolean isOfLibrary = sort.receiverType().isNamed("java.util.Collections");
    return isOfLibrary && !sort.arguments().isEmpty() ? sort.arguments().get(0) : sort.target();
  }

  private static boolean isAfterInsert(SourceFile file, Expr.Call sort, Variable list) {
    Decl.Method method = file.enclosing(sort, Decl.Method.class);
    if (method == null || GrowingField.isRegistration(method)) {
      return false;
    }
    boolean isInserted = false;
    for (Expr use : Bindings.of(file).uses(list)) {
      if (file.enclosing(use, Decl.Method.class) == method
          && file.parent(use) instanceof Expr.Call call
          && call.target() == use) {
        if (OTHER_CHANGES.contains(call.name())) {
          return false;
        }
        isInserted |=
            call.name().equals("add")
                && call.span().isBefore(sort.span())
                && Repetition.around(file, call).isEmpty();
      }
    }
    return isInserted;
  }
}
