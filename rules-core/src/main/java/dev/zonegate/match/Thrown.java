package dev.zonegate.match;

import dev.zonegate.model.Catch;
import dev.zonegate.model.Decl;
import dev.zonegate.model.Expr;
import dev.zonegate.model.Invocation;
import dev.zonegate.model.Node;
import dev.zonegate.model.Stmt;
import dev.zonegate.model.TypeNode;
import dev.zonegate.model.TypeRef;
import java.util.ArrayList;
import java.util.List;

/**
 * What a piece of code may throw as far as declarations say: the {@code throws} clauses of what it
 * calls and what it throws itself, less what it catches. Lambdas and classes inside do not count.
 *
 * @param types without duplicates, in source order; includes unchecked ones that are declared
 * @param isComplete false if some call or thrown type is unknown, so that {@code types} may lack
 *     some
 */
public record Thrown(List<TypeRef> types, boolean isComplete) {
  /** What {@code node} may throw. */
  public static Thrown by(Node node) {
    Collector all = new Collector();
    all.visit(node);
    return new Thrown(List.copyOf(all.types), all.isComplete);
  }

  /** What the body and the resources of {@code attempt} may throw into its catch clauses. */
  public static Thrown into(Stmt.Try attempt) {
    Collector all = new Collector();
    all.visitBody(attempt);
    return new Thrown(List.copyOf(all.types), all.isComplete);
  }

  /** Whether one of them surely is this type or a subtype. */
  public boolean includes(String type) {
    return types.stream().anyMatch(each -> each.isA(type).isYes());
  }

  private static final class Collector {
    private static final String[] JDBC = {
      "java.sql.Connection", "java.sql.Statement", "java.sql.ResultSet"
    };
    private final List<TypeRef> types = new ArrayList<>();
    private boolean isComplete = true;

    private void visit(Node node) {
      if (node instanceof Expr.Lambda || node instanceof Decl) {
        return;
      }
      if (node instanceof Stmt.Try attempt) {
        visitTry(attempt);
        return;
      }
      if (node instanceof Stmt.Throw thrown) {
        add(thrown.value().type());
      } else if (node instanceof Invocation use && !(node instanceof Expr.MethodReference)) {
        addDeclared(use);
      }
      node.children().forEach(this::visit);
    }

    private void visitTry(Stmt.Try attempt) {
      Collector inner = new Collector();
      inner.visitBody(attempt);
      for (TypeRef type : inner.types) {
        if (attempt.catches().stream().noneMatch(clause -> catches(clause, type))) {
          add(type);
        }
      }
      isComplete &= inner.isComplete;
      attempt.catches().forEach(clause -> visit(clause.body()));
      if (attempt.finallyBlock() != null) {
        visit(attempt.finallyBlock());
      }
    }

    private void visitBody(Stmt.Try attempt) {
      attempt.resources().forEach(this::visit);
      attempt.resources().forEach(this::addClose);
      visit(attempt.body());
    }

    /** The implicit {@code close()} of a resource is no call in the tree. */
    private void addClose(Node resource) {
      TypeRef type =
          resource instanceof Stmt.Local local && local.type() != null
              ? local.type().ref()
              : resource instanceof Expr expr ? expr.type() : TypeRef.UNKNOWN;
      if (type.isA("java.io.Closeable").isYes()) {
        add(TypeRef.named("java.io.IOException"));
      } else if (type.isAnyOf(JDBC).isYes()) {
        add(TypeRef.named("java.sql.SQLException"));
      } else {
        isComplete = false;
      }
    }

    private void addDeclared(Invocation use) {
      if (use.method() == null) {
        isComplete = false;
      } else {
        use.method().thrown().forEach(this::add);
      }
    }

    private void add(TypeRef type) {
      if (type.isUnknown()) {
        isComplete = false;
      } else if (types.stream().noneMatch(known -> known.name().equals(type.name()))) {
        types.add(type);
      }
    }

    private static boolean catches(Catch clause, TypeRef type) {
      return clause.types().stream()
          .map(TypeNode::ref)
          .anyMatch(caught -> !caught.isUnknown() && type.isA(caught.name()).isYes());
    }
  }
}
