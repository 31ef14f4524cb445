package dev.zonegate.match.taint;

import dev.zonegate.model.Case;
import dev.zonegate.model.Expr;
import dev.zonegate.model.Node;
import java.util.ArrayList;
import java.util.List;

/** Which cases of a switch can be meant, where the value of its selector is known. */
final class Choices {
  private final List<Boolean> possible = new ArrayList<>();
  private boolean mayBeNone = true;

  Choices(Execution execution, List<Case> cases, Value selector) {
    boolean isKnown = selector.constants != null && !selector.constants.isEmpty();
    boolean isSure = isKnown;
    List<Object> left = new ArrayList<>(isKnown ? selector.constants : List.of());
    for (Case each : cases) {
      boolean may = false;
      for (Node label : each.labels()) {
        Object constant =
            label instanceof Expr expr ? execution.constants().value(expr).orElse(null) : null;
        isSure = constant != null && isSure;
        if (!isKnown || constant == null || selector.constants.contains(same(constant, left))) {
          may = true;
        }
        left.removeIf(other -> constant != null && other.equals(same(constant, List.of(other))));
      }
      possible.add(may);
      mayBeNone = !each.isDefault() && mayBeNone;
    }
    boolean isComplete = isSure && left.isEmpty();
    for (int i = 0; i < cases.size(); i++) {
      if (cases.get(i).isDefault()) {
        possible.set(i, possible.get(i) || !isComplete);
      }
    }
    mayBeNone &= !isComplete;
  }

  /** The constant as the selector has it: {@code case 1} also means a long or char 1. */
  private static Object same(Object constant, List<Object> others) {
    for (Object each : others) {
      if (Folding.isSame(constant, each)) {
        return each;
      }
    }
    return constant;
  }

  boolean mayBe(int index) {
    return possible.get(index);
  }

  boolean mayBeNone() {
    return mayBeNone;
  }
}
