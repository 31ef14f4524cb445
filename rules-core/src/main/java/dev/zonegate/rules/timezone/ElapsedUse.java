package dev.zonegate.rules.timezone;

import dev.zonegate.match.Api;
import dev.zonegate.match.ApiSet;
import dev.zonegate.match.Bindings;
import dev.zonegate.match.LogCall;
import dev.zonegate.model.Decl;
import dev.zonegate.model.Expr;
import dev.zonegate.model.Node;
import dev.zonegate.model.SourceFile;
import dev.zonegate.model.Stmt;
import dev.zonegate.model.Variable;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** What a measured length of time is good for: a decision that a jump of the clock spoils. */
final class ElapsedUse {
  private static final ApiSet USES = ApiSet.load("time/elapsed-use.api");
  private static final Set<String> COMPARISONS = Set.of("<", "<=", ">", ">=");
  private static final Set<String> ARITHMETIC = Set.of("+", "-", "*", "/");
  private static final Pattern BENCHMARK =
      Pattern.compile("(?is).*(?:benchmark|stopwatch|profiler|throughput|latency).*");
  private static final int MOST_STEPS = 3;

  private ElapsedUse() {}

  /** Whether something waits for, is measured by, or is decided by {@code elapsed}. */
  static boolean matters(SourceFile file, Expr elapsed) {
    return isBenchmark(file, elapsed) || matters(file, elapsed, MOST_STEPS);
  }

  private static boolean isBenchmark(SourceFile file, Node node) {
    Decl.Type type = file.enclosing(node, Decl.Type.class);
    return type != null && BENCHMARK.matcher(type.name()).matches()
        || BENCHMARK.matcher(Surroundings.methodName(file, node)).matches();
  }

  private static boolean matters(SourceFile file, Expr value, int steps) {
    Node parent = file.parent(value);
    if (parent instanceof Expr.Binary binary) {
      return matters(file, value, binary, steps);
    }
    if (parent instanceof Expr.Call call) {
      return matters(file, call, steps);
    }
    if (parent instanceof Stmt.Local local) {
      return matters(file, (Variable) local, steps);
    }
    if (parent instanceof Expr.Assign assign && assign.value() == value) {
      Variable variable = Values.declaration(file, assign.assigned());
      return matters(file, assign, steps)
          || variable instanceof Stmt.Local && matters(file, variable, steps);
    }
    return (parent instanceof Expr.Cast || parent instanceof Expr.Conditional)
        && matters(file, (Expr) parent, steps);
  }

  private static boolean matters(SourceFile file, Expr value, Expr.Binary binary, int steps) {
    if (COMPARISONS.contains(binary.operator())) {
      return !decidesOnlyLogging(file, binary);
    }
    boolean isRate = binary.operator().equals("/") && binary.right() == value;
    return isRate || ARITHMETIC.contains(binary.operator()) && matters(file, binary, steps);
  }

  private static boolean matters(SourceFile file, Expr.Call call, int steps) {
    Api use = USES.find(call).orElse(null);
    if (use == null) {
      return false;
    }
    return !use.has("use", "passes") || matters(file, (Expr) call, steps);
  }

  private static boolean matters(SourceFile file, Variable variable, int steps) {
    List<Expr> uses = Bindings.of(file).uses(variable);
    return steps > 0 && uses.stream().anyMatch(use -> matters(file, use, steps - 1));
  }

  /** {@code if (took > 1000) log.warn(..)}. */
  private static boolean decidesOnlyLogging(SourceFile file, Expr condition) {
    Node child = condition;
    Node parent = file.parent(child);
    while (parent instanceof Expr.Binary) {
      child = parent;
      parent = file.parent(parent);
    }
    return parent instanceof Stmt.If choice
        && choice.condition() == child
        && choice.otherwise() == null
        && isLogging(file, choice.then());
  }

  private static boolean isLogging(SourceFile file, Stmt statement) {
    if (statement instanceof Stmt.Block block) {
      return block.statements().stream().allMatch(each -> isLogging(file, each));
    }
    return statement instanceof Stmt.Expression expression
        && expression.expression() instanceof Expr.Call call
        && LogCall.of(file, call).isPresent();
  }
}
