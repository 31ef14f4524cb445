package dev.zonegate.match.flow;

import dev.zonegate.model.Decl;
import dev.zonegate.model.Expr;
import dev.zonegate.model.Invocation;
import dev.zonegate.model.Node;
import dev.zonegate.model.Stmt;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * The control-flow graph of one method, lambda, initialiser or initial value.
 *
 * @param byNode the points of each node; several where a {@code finally} is entered in several ways
 * @param end where it returns
 * @param failed where it fails
 */
record Graph(Map<Node, List<Point>> byNode, Point start, Point end, Point failed) {
  static Graph of(Node routine, Predicate<Invocation> neverReturns) {
    Sketch sketch = new Sketch();
    StatementPaths paths = new StatementPaths(sketch, neverReturns);
    if (routine instanceof Decl.Method method && method.body() != null) {
      paths.run(method.body());
    } else if (routine instanceof Decl.Initializer initializer) {
      paths.run(initializer.body());
    } else if (routine instanceof Decl.Field field && field.initializer() != null) {
      paths.value(field.initializer());
    } else if (routine instanceof Decl.EnumConstant constant) {
      constant.arguments().forEach(paths::value);
    } else if (routine instanceof Expr.Lambda lambda) {
      if (lambda.body() instanceof Stmt.Block block) {
        paths.run(block);
      } else {
        paths.value((Expr) lambda.body());
      }
    }
    sketch.go(sketch.end());
    return new Graph(sketch.byNode(), sketch.start(), sketch.end(), sketch.failed());
  }

  List<Point> points(Node node) {
    return byNode.getOrDefault(node, List.of());
  }
}
