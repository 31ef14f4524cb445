package dev.zonegate.rules.scaletrap;

import dev.zonegate.match.Bindings;
import dev.zonegate.match.OneTime;
import dev.zonegate.match.Repetition;
import dev.zonegate.match.SmallSources;
import dev.zonegate.model.Expr;
import dev.zonegate.model.Node;
import dev.zonegate.model.SourceFile;
import dev.zonegate.model.Stmt;
import dev.zonegate.model.Variable;
import dev.zonegate.rule.Confidence;
import dev.zonegate.rule.Report;
import dev.zonegate.rule.Reporter;
import dev.zonegate.rule.Severity;
import java.util.Set;

/**
 * Finds one list that is gone through for each element of another to find what belongs together.
 */
final class NestedSearch {
  private static final Set<String> ENDS =
      Set.of(
          "findFirst",
          "findAny",
          "anyMatch",
          "noneMatch",
          "allMatch",
          "count",
          "toList",
          "collect");
  private final SourceFile file;
  private final Reporter report;
  private final Loops loops;

  private NestedSearch(SourceFile file, Reporter report) {
    this.file = file;
    this.report = report;
    this.loops = new Loops(file);
  }

  static void find(SourceFile file, Reporter report) {
    NestedSearch search = new NestedSearch(file, report);
    for (Stmt.ForEach inner : file.all(Stmt.ForEach.class)) {
      search.look(inner, inner.iterable(), inner.variable(), inner.body());
    }
    for (Stmt.For inner : file.all(Stmt.For.class)) {
      search.look(inner);
    }
    for (Expr.Lambda test : file.all(Expr.Lambda.class)) {
      search.look(test);
    }
  }

  /** {@code for (j = 0; j < bs.size(); j++) if (bs.get(j).getId().equals(a.getId()))}. */
  private void look(Stmt.For inner) {
    Variable counter = counter(inner);
    Expr list = Repetition.around(file, inner.body()).map(Repetition::source).orElse(null);
    if (counter != null && list != null && list.type().isA("java.util.List").isYes()) {
      look(inner, list, counter, inner.body());
    }
  }

  /** {@code for (b : bs) if (b.getId().equals(a.getId()))} in a loop over {@code a}. */
  private void look(Stmt inner, Expr list, Variable each, Stmt body) {
    Repetition outer = loops.around(inner).orElse(null);
    if (outer == null || element(outer) == null || !isSameForAll(list, outer)) {
      return;
    }
    if (first(body) instanceof Stmt.If choice
        && comparesKeys(choice.condition(), element(outer), each)
        && !OneTime.isPartOf(file, inner)) {
      String loop = "for (" + each.name() + " : ...)";
      found(inner, report.at(inner, ScaleTrapRule.QUADRATIC, loop, "is gone through"));
    }
  }

  /** What a body does first, past the names that it gives to parts of an element. */
  private static Stmt first(Stmt body) {
    return body instanceof Stmt.Block block
        ? block.statements().stream()
            .filter(each -> !(each instanceof Stmt.Local))
            .findFirst()
            .orElse(body)
        : body;
  }

  /** The variable that stands for the element of a repetition, or counts it; null if none does. */
  private static Variable element(Repetition each) {
    return each.at() instanceof Stmt.For loop ? counter(loop) : each.element();
  }

  private static Variable counter(Stmt.For loop) {
    return loop.init().size() == 1 && loop.init().get(0) instanceof Stmt.Local local ? local : null;
  }

  /** Where no requests come in, lists are mostly those of one thing and short. */
  private void found(Node at, Report found) {
    found.confidence(Confidence.MEDIUM);
    if (!Serving.isPartOf(file, at)) {
      found.severity(Severity.NOTE).preview();
    }
  }

  /** {@code bs.stream().filter(b -> b.getId().equals(a.getId())).findFirst()}. */
  private void look(Expr.Lambda test) {
    boolean isTest =
        test.params().size() == 1
            && file.parent(test) instanceof Expr.Call call
            && call.name().matches("filter|anyMatch|noneMatch|allMatch|removeIf")
            && call.target() != null
            && isSearch(call);
    if (!isTest) {
      return;
    }
    Expr.Call step = (Expr.Call) file.parent(test);
    Repetition outer = loops.around(step).orElse(null);
    boolean isNested =
        outer != null
            && element(outer) != null
            && isSameForAll(step.target(), outer)
            && !test.params().isEmpty()
            && comparesKeys(test.body(), element(outer), test.params().get(0));
    if (isNested && !OneTime.isPartOf(file, step)) {
      found(
          step,
          report.at(step, ScaleTrapRule.QUADRATIC, step.shortName(), "searches the whole list"));
    }
  }

  private boolean isSearch(Expr.Call step) {
    if (ENDS.contains(step.name()) || step.name().equals("removeIf")) {
      return true;
    }
    Node next = file.parent(step);
    while (next instanceof Expr.Call link && !ENDS.contains(link.name())) {
      next = file.parent(next);
    }
    return next instanceof Expr.Call;
  }

  private boolean isSameForAll(Expr source, Repetition outer) {
    return ListInLoop.isIndependent(file, source, outer)
        && !SmallSources.of(file).isSmall(source)
        && Bindings.of(file).declaration(source).orElse(null) != element(outer);
  }

  /** Whether a test holds a part of one against a part of the other. */
  private boolean comparesKeys(Node test, Variable one, Variable other) {
    for (Expr each : file.allIn(test, Expr.class)) {
      if (each instanceof Expr.Call call
          && !call.arguments().isEmpty()
          && isEqual(call)
          && !isNegated(each)) {
        Expr left =
            call.target() instanceof Expr.TypeName ? call.arguments().get(0) : call.target();
        Expr right = call.arguments().get(call.arguments().size() - 1);
        if (left != null && areOf(left, right, one, other)) {
          return true;
        }
      }
      if (each instanceof Expr.Binary binary
          && binary.operator().equals("==")
          && areOf(binary.left(), binary.right(), one, other)) {
        return true;
      }
    }
    return false;
  }

  private boolean isNegated(Expr test) {
    return file.parent(test) instanceof Expr.Unary not && not.operator().equals("!");
  }

  private static boolean isEqual(Expr.Call call) {
    return call.name().equals("equals") && !call.arguments().isEmpty()
        || call.name().equals("equalsIgnoreCase") && call.arguments().size() == 1;
  }

  private boolean areOf(Expr left, Expr right, Variable one, Variable other) {
    return names(left, one) && names(right, other) || names(left, other) && names(right, one);
  }

  /** Whether {@code value} is made of {@code variable}, or of a local that is. */
  private boolean names(Expr value, Variable variable) {
    return file.allIn(value, Expr.Name.class).stream()
        .map(each -> Bindings.of(file).declaration(each).orElse(null))
        .anyMatch(
            each -> each == variable || each instanceof Stmt.Local part && isOf(part, variable));
  }

  private boolean isOf(Stmt.Local part, Variable variable) {
    return part.initializer() != null
        && file.allIn(part.initializer(), Expr.Name.class).stream()
            .anyMatch(each -> Bindings.of(file).declaration(each).orElse(null) == variable);
  }
}
