package dev.zonegate.rules.placeholdercode;

import dev.zonegate.match.Constants;
import dev.zonegate.match.LogCall;
import dev.zonegate.model.Expr;
import dev.zonegate.model.Invocation;
import dev.zonegate.model.Node;
import dev.zonegate.model.SourceFile;
import dev.zonegate.model.Stmt;
import dev.zonegate.model.Variable;
import dev.zonegate.rule.Reporter;
import java.util.Optional;
import java.util.regex.Pattern;

/** Output and switches that somebody needed once, while looking for something. */
final class DebugLeftover {
  private static final Pattern MARKER =
      Pattern.compile(
          "(?i)\\W*((in|got|reached|we are|i'?m|am) )?here( ?\\d*| we are)\\W*|\\W*(debug|test|xxx+|aaa+|asdf"
              + "|foo|blah|hi|hello)\\W*");
  private static final Pattern LOUD = Pattern.compile("(>>>|<<<|DEBUG\\b|@@@).*", Pattern.DOTALL);
  private static final Pattern SWITCH =
      Pattern.compile("(?i)(is_?)?(debug|debugging|debug_?mode|test_?mode|testing|debug_?enabled)");

  private DebugLeftover() {}

  static void find(SourceFile file, Reporter report) {
    if (StandIns.isPackage(file)) {
      return;
    }
    for (Invocation each : file.all(Invocation.class)) {
      output(file, each)
          .ifPresent(what -> report.at((Node) each, PlaceholderCodeRule.DEBUG_LEFTOVER, what));
    }
    for (Stmt.If each : file.all(Stmt.If.class)) {
      if (isFixed(each.condition())) {
        report.at(
            each,
            PlaceholderCodeRule.DEBUG_LEFTOVER,
            "`if (" + file.text(each.condition()) + ")` always goes the same way");
      }
    }
    for (Variable each : file.all(Variable.class)) {
      if (isOn(each) && !ConsoleCode.isAround(file, each)) {
        report.at(each, PlaceholderCodeRule.DEBUG_LEFTOVER, "`" + each.name() + "` is switched on");
      }
    }
  }

  private static boolean isFixed(Expr condition) {
    return condition instanceof Expr.Literal literal && literal.value() instanceof Boolean;
  }

  private static boolean isOn(Variable variable) {
    return variable.initializer() instanceof Expr.Literal literal
        && Boolean.TRUE.equals(literal.value())
        && SWITCH.matcher(variable.name()).matches()
        && variable.annotations().isEmpty();
  }

  private static Optional<String> output(SourceFile file, Invocation call) {
    if (isTrace(call) || isConsole(call)) {
      return ConsoleCode.isAround(file, (Node) call)
          ? Optional.empty()
          : Optional.of(
              "`"
                  + (isConsole(call) ? "System." : "")
                  + call.shortName()
                  + "` writes past the log");
    }
    return call instanceof Expr.Call line
        ? marker(file, line).map(text -> "the log line `" + text + "` is a marker")
        : Optional.empty();
  }

  private static boolean isTrace(Invocation call) {
    return call.name().equals("printStackTrace")
        && call.arguments().isEmpty()
        && call.target() != null
        && call.target().type().isA("java.lang.Throwable").isYes();
  }

  private static boolean isConsole(Invocation call) {
    return call.target() instanceof Expr.FieldAccess stream
        && (stream.name().equals("out") || stream.name().equals("err"))
        && stream.target().type().isNamed("java.lang.System")
        && call.name().matches("print(ln|f)?|format");
  }

  private static Optional<String> marker(SourceFile file, Expr.Call call) {
    Optional<LogCall> log = LogCall.of(file, call).filter(each -> !each.arguments().isEmpty());
    return log.flatMap(
        each ->
            Constants.of(file)
                .text(each.arguments().get(0))
                .filter(
                    text ->
                        each.arguments().size() == 1 && MARKER.matcher(text).matches()
                            || each.level() != LogCall.Level.DEBUG && LOUD.matcher(text).matches())
                .map(text -> text.length() > 24 ? text.substring(0, 21) + "..." : text));
  }
}
