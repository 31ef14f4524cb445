package dev.zonegate.match;

import dev.zonegate.model.Case;
import dev.zonegate.model.Decl;
import dev.zonegate.model.Expr;
import dev.zonegate.model.Node;
import dev.zonegate.model.SourceFile;
import dev.zonegate.model.Stmt;
import dev.zonegate.model.Variable;
import java.util.ArrayList;
import java.util.List;

/** What is known to hold at a place because of the branches around it and the exits before it. */
public final class Guards {
  private final SourceFile file;
  private final Bindings bindings;
  private final Flow flow;

  private Guards(SourceFile file) {
    this.file = file;
    this.bindings = Bindings.of(file);
    this.flow = Flow.of(file);
  }

  /** The guards of a file. */
  public static Guards of(SourceFile file) {
    return file.derived(Guards.class, Guards::new);
  }

  /** The conditions known to hold when {@code node} is evaluated, the nearest first. */
  public List<Condition> holdingAt(Node node) {
    return holdingFor(null, node);
  }

  /**
   * The conditions known to hold at {@code node} for the value that {@code variable} had: also
   * {@code if (!ok(x)) x = "id";} before it, since a value that failed the test is gone.
   */
  public List<Condition> holdingFor(Variable variable, Node node) {
    List<Condition> found = new ArrayList<>();
    Node child = node;
    for (Node up = file.parent(child); up != null; child = up, up = file.parent(up)) {
      branch(up, child, found);
      for (Stmt before : before(up, child)) {
        exit(before, variable, found);
      }
    }
    return found;
  }

  /** The conditions known to hold when {@code body} completes normally. */
  public List<Condition> holdingAfter(Stmt.Block body) {
    List<Condition> found = new ArrayList<>();
    body.statements().forEach(each -> exit(each, null, found));
    return found;
  }

  /** The statements that have certainly completed when {@code node} is evaluated. */
  public List<Stmt> completedBefore(Node node) {
    List<Stmt> found = new ArrayList<>();
    Node child = node;
    for (Node up = file.parent(child); up != null; child = up, up = file.parent(up)) {
      found.addAll(before(up, child));
      if (up instanceof Decl.Method) {
        break;
      }
    }
    return found;
  }

  private static void branch(Node up, Node child, List<Condition> found) {
    if (up instanceof Stmt.If choice && choice.condition() != child) {
      add(choice.condition(), choice.then() == child, found);
    } else if (up instanceof Expr.Conditional either && either.condition() != child) {
      add(either.condition(), either.then() == child, found);
    } else if (up instanceof Stmt.While loop && loop.body() == child) {
      add(loop.condition(), true, found);
    } else if (up instanceof Expr.Binary binary && binary.right() == child) {
      if (binary.operator().equals("&&")) {
        add(binary.left(), true, found);
      } else if (binary.operator().equals("||")) {
        add(binary.left(), false, found);
      }
    }
  }

  private void exit(Stmt statement, Variable variable, List<Condition> found) {
    if (statement instanceof Stmt.If choice) {
      boolean onlyElse = flow.exits(choice.then()) || replaces(choice.then(), variable);
      boolean onlyThen =
          choice.otherwise() != null
              && (flow.exits(choice.otherwise()) || replaces(choice.otherwise(), variable));
      if (onlyElse != onlyThen) {
        add(choice.condition(), onlyThen, found);
      }
    }
  }

  private boolean replaces(Stmt branch, Variable variable) {
    if (variable == null) {
      return false;
    }
    List<Stmt> statements =
        branch instanceof Stmt.Block block ? block.statements() : List.of(branch);
    for (Expr.Assign each : bindings.assignments(variable)) {
      if (each.operator().equals("=")
          && file.parent(each) instanceof Stmt statement
          && Flow.indexOf(statements, statement) >= 0) {
        return true;
      }
    }
    return false;
  }

  private static List<Stmt> before(Node up, Node child) {
    List<Stmt> statements =
        up instanceof Stmt.Block block
            ? block.statements()
            : up instanceof Case part && !part.isArrow() ? part.body() : List.of();
    int index = Flow.indexOf(statements, child);
    return index <= 0 ? List.of() : statements.subList(0, index);
  }

  private static void add(Expr test, boolean holds, List<Condition> found) {
    if (test instanceof Expr.Unary not && not.operator().equals("!")) {
      add(not.operand(), !holds, found);
      return;
    }
    String splits = holds ? "&&" : "||";
    List<Expr> operands = Operands.of(test, splits);
    if (operands.size() == 1) {
      found.add(new Condition(test, holds));
      return;
    }
    operands.forEach(each -> add(each, holds, found));
  }
}
