package dev.zonegate.match;

import dev.zonegate.model.Expr;
import dev.zonegate.model.SourceFile;
import dev.zonegate.model.Stmt;
import dev.zonegate.model.Variable;
import java.util.Optional;
import java.util.Set;

/** What a loop that counts or asks goes through. */
final class LoopSource {
  private static final Set<String> TURNS =
      Set.of(
          "attempt",
          "attempts",
          "retry",
          "retries",
          "tries",
          "times",
          "max",
          "maximum",
          "limit",
          "page",
          "pages",
          "batch",
          "batches",
          "chunk",
          "chunks",
          "depth",
          "level",
          "levels",
          "end",
          "thread",
          "threads");

  private LoopSource() {}

  /**
   * The collection, iterator, result set or number that bounds {@code loop}; null if it is none,
   * such as a loop that polls or pages.
   */
  static Expr of(SourceFile file, Stmt loop) {
    if (loop instanceof Stmt.For counted && counted.condition() != null) {
      return ofCondition(file, counted.condition());
    }
    if (loop instanceof Stmt.While each) {
      return ofCondition(file, each.condition());
    }
    return null;
  }

  private static Expr ofCondition(SourceFile file, Expr condition) {
    if (condition instanceof Expr.Binary both && both.operator().equals("&&")) {
      Expr left = ofCondition(file, both.left());
      return left == null ? ofCondition(file, both.right()) : left;
    }
    if (condition instanceof Expr.Binary test && test.operator().matches("<=?|!=")) {
      return isRead(test.left()) ? test.left() : bound(file, test.right());
    }
    if (condition instanceof Expr.Unary not && not.operator().equals("!")) {
      return ofNegated(not.operand());
    }
    if (condition instanceof Expr.Call call && isDay(call, "isBefore")) {
      return call.arguments().get(0);
    }
    return condition instanceof Expr.Call call && isNext(call) ? call.target() : null;
  }

  private static Expr ofNegated(Expr condition) {
    if (condition instanceof Expr.Call call && isDay(call, "isAfter")) {
      return call.arguments().get(0);
    }
    return condition instanceof Expr.Call call && call.name().equals("isEmpty")
        ? call.target()
        : null;
  }

  /** {@code day.isBefore(end)}. */
  private static boolean isDay(Expr.Call call, String name) {
    return call.name().equals(name)
        && call.arguments().size() == 1
        && call.receiverType().isA("java.time.chrono.ChronoLocalDate").isYes();
  }

  private static boolean isNext(Expr.Call call) {
    return call.name().equals("hasNext") && call.receiverType().isA("java.util.Iterator").isYes()
        || call.name().equals("hasMoreElements")
        || call.name().equals("next") && call.receiverType().isA("java.sql.ResultSet").isYes();
  }

  /** {@code (line = reader.readLine()) != null}. */
  private static boolean isRead(Expr left) {
    return left instanceof Expr.Assign assign
        && assign.value() instanceof Expr.Call call
        && call.name().equals("readLine");
  }

  /** {@code orders} of {@code orders.size()}, also through a local; a constant as it is. */
  private static Expr bound(SourceFile file, Expr right) {
    Expr value = right;
    if (right instanceof Expr.Name) {
      Optional<Variable> local = Bindings.of(file).declaration(right);
      Expr first = local.map(Variable::initializer).orElse(null);
      value = first == null ? right : first;
    }
    if (value instanceof Expr.Call call && call.name().matches("size|length")) {
      return call.target();
    }
    if (value instanceof Expr.FieldAccess access && access.name().equals("length")) {
      return access.target();
    }
    boolean isKnown = Constants.of(file).value(right).isPresent();
    return isKnown || right instanceof Expr.Name name && isCount(name.name()) ? right : null;
  }

  /** Whether a number says how many there are, not how often something is tried. */
  private static boolean isCount(String name) {
    return Words.of(name).stream().noneMatch(TURNS::contains);
  }
}
