package dev.zonegate.rules.resourceleak;

import dev.zonegate.match.TypeSet;
import dev.zonegate.match.flow.ResourceOwnership;
import dev.zonegate.model.Decl;
import dev.zonegate.model.Expr;
import dev.zonegate.model.Invocation;
import dev.zonegate.model.Modifier;
import dev.zonegate.model.Node;
import dev.zonegate.model.SourceFile;
import dev.zonegate.model.Stmt;
import dev.zonegate.rule.Confidence;
import dev.zonegate.rule.Reporter;

/** A stream of rows that is closed, but read where no transaction is open. */
final class UntransactedStream {
  private static final TypeSet TRANSACTIONAL = TypeSet.load("errors/transactional.types");

  private UntransactedStream() {}

  /** Spring Data refuses such a stream without a transaction around it. */
  static void check(SourceFile file, Invocation use, Reporter report) {
    Decl.Method method = file.enclosing(use, Decl.Method.class);
    boolean isManaged =
        file.parent(use) instanceof Stmt.Local resource
            && file.parent(resource) instanceof Stmt.Try
            && ResourceOwnership.of(file).fate((Expr) use) instanceof ResourceOwnership.Fate.Gone;
    if (isManaged
        && method != null
        && !method.modifiers().contains(Modifier.PRIVATE)
        && !method.modifiers().contains(Modifier.PROTECTED)
        && Lifetimes.isInApplication(file, method)
        && !isInTransaction(file, use)) {
      report
          .at(
              use,
              ResourceLeakRule.JPA_STREAM,
              use.shortName(),
              "needs a transaction for as long as it is read, and none is open here")
          .confidence(Confidence.MEDIUM);
    }
  }

  /** An annotation around it, or a lambda that something may run in a transaction. */
  private static boolean isInTransaction(SourceFile file, Node use) {
    for (Node up = file.parent(use); up != null; up = file.parent(up)) {
      boolean isOpen =
          up instanceof Expr.Lambda
              || up instanceof Decl.Method method
                  && TRANSACTIONAL.annotationIn(method.annotations()) != null
              || up instanceof Decl.Type type
                  && TRANSACTIONAL.annotationIn(type.annotations()) != null;
      if (isOpen) {
        return true;
      }
    }
    return false;
  }
}
