package dev.zonegate.rules.scaletrap;

import dev.zonegate.facts.OutsideCalls;
import dev.zonegate.facts.OutsideWork;
import dev.zonegate.match.Methods;
import dev.zonegate.match.OneTime;
import dev.zonegate.match.Pauses;
import dev.zonegate.match.TypeSet;
import dev.zonegate.model.Annotation;
import dev.zonegate.model.Decl;
import dev.zonegate.model.Expr;
import dev.zonegate.model.Invocation;
import dev.zonegate.model.Modifier;
import dev.zonegate.model.Node;
import dev.zonegate.model.SourceFile;
import dev.zonegate.model.Stmt;
import dev.zonegate.rule.Confidence;
import dev.zonegate.rule.Related;
import dev.zonegate.rule.Reporter;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Finds transactions that stay open while the program waits for somebody else. */
final class IoInTx {
  private static final TypeSet TRANSACTIONAL = TypeSet.load("errors/transactional.types");
  private static final TypeSet AFTER =
      TypeSet.of("org.springframework.transaction.event.TransactionalEventListener");
  private static final TypeSet TEMPLATES =
      TypeSet.of("org.springframework.transaction.support.TransactionOperations");
  private final SourceFile file;
  private final Reporter report;

  private IoInTx(SourceFile file, Reporter report) {
    this.file = file;
    this.report = report;
  }

  static void find(SourceFile file, Reporter report) {
    IoInTx search = new IoInTx(file, report);
    for (Decl.Method method : file.all(Decl.Method.class)) {
      if (search.isTransactional(method) && !OneTime.isPartOf(file, method)) {
        Set<String> told = new HashSet<>();
        for (Invocation use : OutsideWork.of(file, method)) {
          if (!search.isRolledBack((Node) use)
              && told.add(use.shortName() + use.arguments().size())) {
            search.look(use, method.name(), method);
          }
        }
      }
    }
    for (Expr.Lambda work : file.all(Expr.Lambda.class)) {
      if (search.isTemplate(work) && !OneTime.isPartOf(file, work)) {
        for (Invocation use : file.allIn(work.body(), Invocation.class)) {
          search.look(use, ((Expr.Call) file.parent(work)).name(), null);
        }
      }
    }
  }

  private boolean isTransactional(Decl.Method method) {
    if (method.body() == null
        || method.isConstructor()
        || AFTER.annotationIn(method.annotations()) != null) {
      return false;
    }
    Annotation own = TRANSACTIONAL.annotationIn(method.annotations());
    boolean isShared =
        own == null
            && !method.modifiers().contains(Modifier.PRIVATE)
            && !method.modifiers().contains(Modifier.STATIC)
            && file.parent(method) instanceof Decl.Type;
    Annotation transaction =
        isShared
            ? TRANSACTIONAL.annotationIn(((Decl.Type) file.parent(method)).annotations())
            : own;
    return transaction != null
        && !file.text(transaction).matches("(?s).*\\b(NOT_SUPPORTED|NEVER|SUPPORTS)\\b.*");
  }

  /** Whether a {@code throw} follows, so that it is done for what has failed already. */
  private boolean isRolledBack(Node use) {
    for (Node up = file.parent(use); up != null && !(up instanceof Decl); up = file.parent(up)) {
      if (up instanceof Stmt.Block block
          && !block.statements().isEmpty()
          && block.statements().get(block.statements().size() - 1) instanceof Stmt.Throw) {
        return true;
      }
    }
    return false;
  }

  /** {@code transactions.execute(status -> ...)}. */
  private boolean isTemplate(Expr.Lambda work) {
    return file.parent(work) instanceof Expr.Call call
        && call.name().startsWith("execute")
        && TEMPLATES.contains(call.receiverType()).isYes();
  }

  private void look(Invocation use, String transaction, Decl.Method method) {
    if (isAfterwards(use)) {
      return;
    }
    if (isWait(use)) {
      report((Node) use, use, transaction, null);
      return;
    }
    Decl.Method own = Methods.of(file).declaration(use).orElse(null);
    if (own != null) {
      if (own != method && !isTransactional(own)) {
        lookInto(use, own, transaction);
      }
      return;
    }
    Decl.Type type = file.enclosing((Node) use, Decl.Type.class);
    String target =
        type == null || use instanceof Expr.New || OutsideCalls.kind(file, use).isPresent()
            ? ""
            : OutsideWork.target(file, type, use);
    if (!target.isEmpty() && use.target() != null) {
      leaveOpen(use, transaction, target);
    }
  }

  private void lookInto(Invocation use, Decl.Method own, String transaction) {
    for (Invocation inner : OutsideWork.of(file, own)) {
      if (isWait(inner) && !isAfterwards(inner)) {
        report((Node) use, use, transaction, (Node) inner);
        return;
      }
    }
    for (Invocation inner : OutsideWork.of(file, own)) {
      Decl.Type type = file.enclosing((Node) inner, Decl.Type.class);
      String target = type == null ? "" : OutsideWork.target(file, type, inner);
      if (inner.target() != null && !target.isEmpty() && !isAfterwards(inner)) {
        report
            .candidate(
                (Node) use,
                ScaleTrapRule.IO_IN_TX,
                new Behind(
                    OutsideCalls.Kind.SEND,
                    List.of(new OutsideWork.Onward(target, inner.name(), inner.arguments().size())),
                    1),
                use.shortName(),
                transaction)
            .confidence(Confidence.MEDIUM);
      }
    }
  }

  private void leaveOpen(Invocation use, String transaction, String target) {
    report
        .candidate(
            (Node) use,
            ScaleTrapRule.IO_IN_TX,
            new Behind(
                OutsideCalls.Kind.SEND,
                List.of(new OutsideWork.Onward(target, use.name(), use.arguments().size())),
                2),
            use.shortName(),
            transaction)
        .confidence(Confidence.MEDIUM);
  }

  private void report(Node at, Invocation use, String transaction, Node inner) {
    var found = report.at(at, ScaleTrapRule.IO_IN_TX, use.shortName(), transaction);
    if (inner != null) {
      found.related(Related.at(file, inner, "waits here")).confidence(Confidence.MEDIUM);
    }
  }

  private boolean isWait(Invocation use) {
    OutsideCalls.Kind kind = OutsideCalls.kind(file, use).orElse(null);
    boolean isCache = use.receiverType().name().matches("(?s).*\\.(redis|jedis)\\..*");
    return kind != null && kind != OutsideCalls.Kind.QUERY && !isCache
        || use instanceof Expr.Call call && Pauses.isPause(call);
  }

  /** Whether it is handed to something that runs after the commit. */
  private boolean isAfterwards(Invocation use) {
    for (Node up = file.parent((Node) use); up != null; up = file.parent(up)) {
      if (up instanceof Expr.Call call
          && call.name().matches("(?is).*(commit|synchronization).*")) {
        return true;
      }
      if (up instanceof Decl) {
        return false;
      }
    }
    return false;
  }
}
