package dev.zonegate.match;

import dev.zonegate.model.Case;
import dev.zonegate.model.Expr;
import dev.zonegate.model.Node;
import dev.zonegate.model.SourceFile;
import dev.zonegate.model.Stmt;
import java.util.List;
import java.util.Optional;

/** Branches that never run, because what they depend on always has the same value. */
final class DeadBranch {
  private final SourceFile file;
  private final Constants constants;
  private final Flow flow;

  DeadBranch(SourceFile file) {
    this.file = file;
    this.constants = Constants.of(file);
    this.flow = Flow.of(file);
  }

  /** Whether {@code node} stands in such a branch. */
  boolean contains(Node node) {
    Node child = node;
    for (Node up = file.parent(child); up != null; child = up, up = file.parent(up)) {
      if (isDead(up, child)) {
        return true;
      }
    }
    return false;
  }

  /** The operand that {@code either} always gives, if its condition is always the same. */
  Optional<Expr> only(Expr.Conditional either) {
    return truth(either.condition()).map(it -> it ? either.then() : either.otherwise());
  }

  private boolean isDead(Node up, Node child) {
    if (up instanceof Stmt.If choice && child != choice.condition()) {
      boolean isThen = child == choice.then();
      return truth(choice.condition()).filter(it -> it != isThen).isPresent();
    }
    if (up instanceof Expr.Conditional either && child != either.condition()) {
      return only(either).filter(it -> it != child).isPresent();
    }
    return up instanceof Stmt.Switch choice
        && child instanceof Case part
        && constants.value(choice.selector()).filter(it -> !reaches(choice, it, part)).isPresent();
  }

  private Optional<Boolean> truth(Expr condition) {
    return constants.value(condition).filter(Boolean.class::isInstance).map(Boolean.class::cast);
  }

  private boolean reaches(Stmt.Switch choice, Object selected, Case part) {
    List<Case> cases = choice.cases();
    int start = -1;
    for (int i = 0; i < cases.size(); i++) {
      boolean isNamed = cases.get(i).labels().stream().anyMatch(it -> mayBe(it, selected));
      if (isNamed || start < 0 && cases.get(i).isDefault()) {
        start = i;
        if (isNamed) {
          break;
        }
      }
    }
    int index = Flow.indexOf(cases, part);
    for (int i = start; i >= 0 && i < index; i++) {
      List<Stmt> body = cases.get(i).body();
      if (part.isArrow() || !body.isEmpty() && flow.exits(body.get(body.size() - 1))) {
        return false;
      }
    }
    return start >= 0 && start <= index;
  }

  private boolean mayBe(Node label, Object selected) {
    return !(label instanceof Expr value)
        || constants.value(value).map(selected::equals).orElse(true);
  }
}
