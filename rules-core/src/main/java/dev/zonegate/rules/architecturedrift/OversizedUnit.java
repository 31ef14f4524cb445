package dev.zonegate.rules.architecturedrift;

import dev.zonegate.model.Case;
import dev.zonegate.model.Decl;
import dev.zonegate.model.Expr;
import dev.zonegate.model.Node;
import dev.zonegate.model.SourceFile;
import dev.zonegate.model.Span;
import dev.zonegate.model.Stmt;
import dev.zonegate.rule.Reporter;
import java.util.List;
import java.util.Set;

/** Methods and classes that are too long to be read at once. */
final class OversizedUnit {
  private static final int METHOD_LINES = 60;
  private static final int CLASS_LINES = 500;
  private static final int STATEMENT_LINES = 5;
  private static final int MOST_COGNITIVE = 15;

  /** A block, five conditions in each other, each with its test, and an `else`: 16 at most. */
  private static final int FEWEST_NODES = 13;

  private static final Set<String> OF_EVERY_TYPE =
      Set.of("equals", "hashCode", "compareTo", "compare");

  private OversizedUnit() {}

  static void find(SourceFile file, Reporter report) {
    for (Decl.Type each : file.unit().types()) {
      if (isLonger(file, each, CLASS_LINES) && !isTable(file, each)) {
        report(each, each.name(), lines(file, each) + " lines of code", report);
      }
    }
    for (Decl.Method each : file.all(Decl.Method.class)) {
      if (each.body() != null) {
        method(file, each, report);
      }
    }
  }

  private static void method(SourceFile file, Decl.Method method, Reporter report) {
    String size = size(file, method);
    if (!size.isEmpty() && !isTable(file, method.body())) {
      report(method, method.name() + "(...)", size, report);
    }
  }

  /** By what a method is too long; empty if it is not. */
  private static String size(SourceFile file, Decl.Method method) {
    if (isLonger(file, method.body(), METHOD_LINES)) {
      return lines(file, method.body()) + " lines of code";
    }
    boolean isSimple =
        OF_EVERY_TYPE.contains(method.name()) || file.size(method.body()) < FEWEST_NODES;
    int cognitive = isSimple ? 0 : new Cognitive(method.name()).of(method.body());
    return cognitive > MOST_COGNITIVE ? "a cognitive complexity of " + cognitive : "";
  }

  private static void report(Node node, String name, String what, Reporter report) {
    report.at(node, ArchitectureDriftRule.OVERSIZED_UNIT, name, what);
  }

  /** Whether {@code node} has more lines of code; few lines of whatever need no count. */
  private static boolean isLonger(SourceFile file, Node node, int lines) {
    Span span = node.span();
    return span.endLine() - span.startLine() >= lines && lines(file, node) > lines;
  }

  private static int lines(SourceFile file, Node node) {
    return CodeLines.in(file, node);
  }

  /** A switch, a chain or a list of plain values is long, and read like a table. */
  private static boolean isTable(SourceFile file, Node node) {
    if (node instanceof Decl.Type type) {
      long methods = type.members().stream().filter(Decl.Method.class::isInstance).count();
      return methods * 4 < type.members().size();
    }
    List<Stmt> statements = ((Stmt.Block) node).statements();
    List<Stmt> longOnes =
        statements.stream().filter(each -> isLonger(file, each, STATEMENT_LINES)).toList();
    return longOnes.size() == 1 && isTable(longOnes.get(0)) || isAllCalls(file, statements);
  }

  private static boolean isTable(Stmt statement) {
    if (statement instanceof Stmt.Switch choice) {
      return isShort(choice.cases());
    }
    Expr value =
        statement instanceof Stmt.Return end
            ? end.value()
            : statement instanceof Stmt.Expression expression ? expression.expression() : null;
    return value instanceof Expr.SwitchExpr choice
        ? isShort(choice.cases())
        : value instanceof Expr.Call || value instanceof Expr.NewArray;
  }

  private static boolean isShort(List<Case> cases) {
    return cases.stream().allMatch(each -> each.body().size() <= 3);
  }

  /** {@code types.put("a", 1); types.put("b", 2);} without a branch. */
  private static boolean isAllCalls(SourceFile file, List<Stmt> statements) {
    return statements.stream()
        .allMatch(
            each ->
                each instanceof Stmt.Expression expression
                        && file.allIn(expression, Expr.Lambda.class).isEmpty()
                    || each instanceof Stmt.Local
                    || each instanceof Stmt.Return);
  }
}
