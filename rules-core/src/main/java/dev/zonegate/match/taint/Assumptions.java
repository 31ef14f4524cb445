package dev.zonegate.match.taint;

import dev.zonegate.match.Checks;
import dev.zonegate.match.Operands;
import dev.zonegate.model.Expr;
import dev.zonegate.model.Node;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What the outcome of a test says of the values in it. */
final class Assumptions {
  private static final int HOST = SinkKind.SSRF.bit() | SinkKind.REDIRECT.bit();

  /** Starts with a slash, and not with two: together a place on the same host. */
  private static final int LOCAL = 1 << 30;

  private static final int NO_HOST = 1 << 29;
  private static final String[] PATHS = {"java.nio.file.Path"};
  private static final Set<String> QUOTES = Set.of("'", "\"");
  private static final int DEEPEST = 3;
  private final Execution execution;
  private final Checks checks;
  private final TestedTexts texts;
  private int depth;

  Assumptions(Execution execution) {
    this.execution = execution;
    this.checks = Checks.of(execution.file());
    this.texts = TestedTexts.of(execution.file());
  }

  /** Notes what holds where {@code test} has come out so. */
  void assume(Expr test, boolean holds, State state) {
    if (test instanceof Expr.Unary not && not.operator().equals("!")) {
      assume(not.operand(), !holds, state);
      return;
    }
    List<Expr> joint = Operands.of(test, holds ? "&&" : "||");
    if (joint.size() > 1) {
      joint.forEach(each -> assume(each, holds, state));
      return;
    }
    if (test instanceof Expr.Call call && depth < DEEPEST) {
      depth++;
      own(call).ifPresent(it -> assume(it, holds, state));
      depth--;
    }
    for (TestedTexts.Tested each : texts.in(test)) {
      Value value = each.isSilent(holds) ? null : peek(each.read(), state);
      if (value != null && value.isTainted()) {
        note(value, kinds(each, holds, value), state);
      }
    }
  }

  /**
   * What a method of this file that is nothing but a test returns; its parameters are still set.
   */
  private Optional<Expr> own(Expr.Call call) {
    return execution
        .methods()
        .declaration(call)
        .filter(it -> !execution.frame().isExecuting(it.body()))
        .map(it -> execution.methods().returned(it))
        .filter(it -> it.size() == 1)
        .map(it -> it.get(0));
  }

  private Value peek(Expr expr, State state) {
    if (expr instanceof Expr.Name || expr instanceof Expr.FieldAccess) {
      return execution.expressions().eval(expr, state);
    }
    return expr instanceof Expr.Call call ? execution.last(call) : null;
  }

  private int kinds(TestedTexts.Tested tested, boolean holds, Value value) {
    if (tested.passes(holds)) {
      return tested.isHost() ? HOST : SinkKind.ALL;
    }
    int unquoted = isQuote(tested.absent(holds)) ? SinkKind.XPATH.bit() : SinkKind.NONE;
    return tested.called() == null ? unquoted : unquoted | ofCall(tested.called(), holds, value);
  }

  /** XPath has no escapes: a text without the quote stays inside its literal. */
  private boolean isQuote(Expr absent) {
    if (absent == null) {
      return false;
    }
    for (Object each : execution.constants().values(absent)) {
      if (QUOTES.contains(String.valueOf(each))) {
        return true;
      }
    }
    return false;
  }

  private int ofCall(Expr.Call call, boolean holds, Value value) {
    Expr argument = call.arguments().get(0);
    if (call.name().equals("contains") && !holds) {
      return execution.constants().text(argument).filter("..."::startsWith).isPresent()
          ? SinkKind.PATH.bit()
          : SinkKind.NONE;
    }
    if (!call.name().equals("startsWith")) {
      return SinkKind.NONE;
    }
    if (!holds) {
      boolean isOther = execution.constants().text(argument).filter("//"::equals).isPresent();
      return isOther ? NO_HOST : SinkKind.NONE;
    }
    if (Types.isA(call.receiverType(), PATHS)) {
      return value.has(Execution.NORMAL) ? SinkKind.PATH.bit() : SinkKind.NONE;
    }
    String prefix = execution.constants().text(argument).orElse("");
    if (prefix.equals("/")) {
      return LOCAL;
    }
    boolean fixesHost =
        prefix.matches("\\w[\\w+.-]*://[^/?#]+[/?#].*") || prefix.matches("/[^/\\\\].*");
    boolean isFolder =
        value.has(Execution.NORMAL) && (prefix.endsWith("/") || endsWithSeparator(argument));
    return (fixesHost ? HOST : SinkKind.NONE) | (isFolder ? SinkKind.PATH.bit() : SinkKind.NONE);
  }

  private boolean endsWithSeparator(Expr expr) {
    List<Expr> operands = Operands.of(expr, "+");
    Expr last = operands.get(operands.size() - 1);
    boolean isSeparator =
        last instanceof Expr.FieldAccess access && access.name().startsWith("separator");
    return isSeparator
        || execution.constants().text(last).filter(each -> each.endsWith("/")).isPresent();
  }

  /** What a call says that returns only if its argument is harmless. */
  void returned(Expr.Call call, List<Expr> texts, List<Value> values, State state) {
    for (int i = 0; i < texts.size(); i++) {
      if (values.get(i).isTainted() && checks.demands(call, texts.get(i))) {
        note(values.get(i), SinkKind.ALL, state);
      }
    }
  }

  /** In a case of a switch over constants, the selector is one of them. */
  void isOneOfFew(Expr selector, Value value, List<Node> labels, State state) {
    boolean isFixed = labels.stream().allMatch(Expr.class::isInstance);
    if (isFixed && !labels.isEmpty() && value.isTainted()) {
      note(value, SinkKind.ALL, state);
    }
  }

  private void note(Value value, int kinds, State state) {
    if (kinds != SinkKind.NONE) {
      for (Origin each : value.traces.keySet()) {
        if (each.isText()) {
          state.check(each, kinds);
          execution.checked(each, kinds);
          if ((state.checked(each) & (LOCAL | NO_HOST)) == (LOCAL | NO_HOST)) {
            state.check(each, SinkKind.REDIRECT.bit());
          }
        }
      }
    }
  }
}
