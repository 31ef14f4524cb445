package dev.zonegate.rules.missingownershipcheck;

import dev.zonegate.facts.DataAccess;
import dev.zonegate.facts.Facts;
import dev.zonegate.facts.StoreNames;
import dev.zonegate.match.Bindings;
import dev.zonegate.match.Constants;
import dev.zonegate.model.Decl;
import dev.zonegate.model.Expr;
import dev.zonegate.model.SourceFile;
import dev.zonegate.model.Span;
import dev.zonegate.model.VarRef;
import dev.zonegate.rule.Evidence;
import dev.zonegate.rule.Reporter;
import dev.zonegate.rule.RulePattern;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds what is looked up or changed by a key that may be a caller's. */
final class UnscopedAccess {
  private final SourceFile file;
  private final Reporter report;
  private final Map<Span, Expr.Call> calls = new HashMap<>();

  UnscopedAccess(SourceFile file, Reporter report) {
    this.file = file;
    this.report = report;
  }

  /**
   * A look-up or change.
   *
   * @param line of the name of the method that it stands in
   * @param from the parameter that says what is meant
   */
  record Reached(int line, int from, DataAccess.StoreCall call) implements Evidence {}

  void find() {
    List<DataAccess> open =
        Facts.of(file, DataAccess.class).stream()
            .filter(each -> !each.isTied() && !each.stores().isEmpty())
            .toList();
    if (!open.isEmpty()) {
      file.all(Expr.Call.class).forEach(each -> calls.put(each.nameSpan(), each));
    }
    for (DataAccess access : open) {
      access.stores().forEach(each -> find(access, each));
    }
  }

  private void find(DataAccess access, DataAccess.StoreCall call) {
    Expr.Call node = calls.get(call.at());
    Optional<Integer> from = meant(access, call, node);
    if (node == null || from.isEmpty()) {
      return;
    }
    Reached reached = new Reached(access.at().startLine(), from.get(), call);
    report.candidate(node, pattern(call), reached, access.name(), "", "");
  }

  private static RulePattern pattern(DataAccess.StoreCall call) {
    if (call.isChange() || call.name().matches("save\\w*|merge|persist")) {
      return MissingOwnershipCheckRule.UNSCOPED_WRITE;
    }
    return StoreNames.isById(call.name())
        ? MissingOwnershipCheckRule.UNSCOPED_LOAD
        : MissingOwnershipCheckRule.FINDER_SIBLING;
  }

  /** The parameter that says what is meant; nothing if it is no caller who says. */
  private Optional<Integer> meant(DataAccess access, DataAccess.StoreCall call, Expr.Call node) {
    if (call.isOnlyAsked() || node == null || StoreNames.isScoped(call.name(), List.of(), "")) {
      return Optional.empty();
    }
    if (call.name().matches("save\\w*|merge|persist|insert|existsById|delete|remove")) {
      return overwritten(access, call, node);
    }
    if (call.name().equals("findAll") || asksForAll(call, node)) {
      return Optional.of(DataAccess.EVERYTHING);
    }
    boolean isFollowed =
        access.stores().stream()
            .anyMatch(
                each ->
                    each != call
                        && each.store().equals(call.store())
                        && each.from() == call.from()
                        && each.isChange());
    return call.from() == DataAccess.ELSEWHERE || isFollowed && !call.isChange()
        ? Optional.empty()
        : Optional.of(call.from());
  }

  /** {@code findByStatus(OPEN)}: everybody's, in one state that the code says. */
  private boolean asksForAll(DataAccess.StoreCall call, Expr.Call node) {
    return pattern(call) == MissingOwnershipCheckRule.FINDER_SIBLING
        && !node.arguments().isEmpty()
        && node.arguments().stream().allMatch(this::isConstant);
  }

  private boolean isConstant(Expr value) {
    VarRef variable =
        value instanceof Expr.Name name
            ? name.variable()
            : value instanceof Expr.FieldAccess access ? access.variable() : null;
    return Constants.of(file).value(value).isPresent() || variable != null && variable.isStatic();
  }

  /** {@code if (existsById(id)) save(order)}, {@code order.setId(id); save(order)}. */
  private Optional<Integer> overwritten(
      DataAccess access, DataAccess.StoreCall call, Expr.Call node) {
    if (!call.name().startsWith("save") && !call.name().equals("merge")) {
      return Optional.empty();
    }
    Optional<Integer> asked =
        access.stores().stream()
            .filter(each -> each.store().equals(call.store()) && each.name().equals("existsById"))
            .map(DataAccess.StoreCall::from)
            .filter(each -> each != DataAccess.ELSEWHERE)
            .findFirst();
    return asked.isPresent() || node.arguments().isEmpty() ? asked : keyed(node.arguments().get(0));
  }

  /** The parameter that becomes the key of what is saved. */
  private Optional<Integer> keyed(Expr saved) {
    Bindings bindings = Bindings.of(file);
    for (Expr use : bindings.declaration(saved).map(bindings::uses).orElse(List.of())) {
      boolean isSet =
          file.parent(use) instanceof Expr.Call set
              && set.target() == use
              && set.name().equals("setId")
              && set.arguments().size() == 1;
      Expr key = isSet ? ((Expr.Call) file.parent(use)).arguments().get(0) : null;
      if (key != null
          && bindings.declaration(key).orElse(null) instanceof Decl.Param param
          && file.parent(param) instanceof Decl.Method method) {
        return Optional.of(method.params().indexOf(param));
      }
    }
    return Optional.empty();
  }
}
