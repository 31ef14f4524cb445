package dev.zonegate.rules.naiveretry;

import dev.zonegate.match.ApiSet;
import dev.zonegate.match.Methods;
import dev.zonegate.match.Pauses;
import dev.zonegate.match.Retried;
import dev.zonegate.match.RetryLoop;
import dev.zonegate.match.TypeSet;
import dev.zonegate.model.Annotation;
import dev.zonegate.model.Decl;
import dev.zonegate.model.Expr;
import dev.zonegate.model.Node;
import dev.zonegate.model.SourceFile;
import dev.zonegate.rule.Report;
import dev.zonegate.rule.Reporter;
import dev.zonegate.rule.Severity;
import java.util.Set;

/** Finds retries and sleeps inside of a transaction. */
final class RetryInsideTx {
  private static final TypeSet TRANSACTIONAL = TypeSet.load("errors/transactional.types");
  private static final ApiSet TEMPLATES =
      ApiSet.of("org.springframework.transaction.support.TransactionOperations#execute*");
  private static final Set<String> ELSEWHERE =
      Set.of("submit", "execute", "runAsync", "supplyAsync", "schedule", "start");
  private static final Set<String> WITHOUT = Set.of("NOT_SUPPORTED", "NEVER");
  private final SourceFile file;

  private RetryInsideTx(SourceFile file) {
    this.file = file;
  }

  static void find(SourceFile file, Reporter report) {
    RetryInsideTx search = new RetryInsideTx(file);
    for (Retried each : Retried.in(file)) {
      search.checkRetried(each, report);
    }
    for (Expr.Call each : file.all(Expr.Call.class)) {
      boolean isPause = Pauses.isSleep(each) || search.isOwnPause(each);
      if (isPause && search.isInTransaction(each) && !search.isInRetry(each)) {
        report.at(each, NaiveRetryRule.RETRY_INSIDE_TX, each.shortName(), "waits");
      }
    }
  }

  private void checkRetried(Retried retried, Reporter report) {
    boolean isAnnotation = retried.at() instanceof Annotation;
    boolean isMeant = retried.at() instanceof Annotation it && RetryAnnotations.isForConflicts(it);
    if (isMeant || !isInTransaction(retried.at())) {
      return;
    }
    String name = retried.method() == null ? "it" : retried.method().name();
    Report found =
        report.at(
            retried.at(),
            NaiveRetryRule.RETRY_INSIDE_TX,
            name,
            isAnnotation ? "may retry" : "retries");
    if (isAnnotation) {
      // the order of the two proxies decides, and no file says it
      found.severity(Severity.NOTE);
    }
  }

  private boolean isOwnPause(Expr.Call call) {
    return Methods.of(file)
        .declaration(call)
        .filter(it -> it.body() != null && !isTransactional(it))
        .filter(it -> file.allIn(it.body(), Expr.Call.class).stream().anyMatch(Pauses::isSleep))
        .isPresent();
  }

  private boolean isInRetry(Expr.Call call) {
    return RetryLoop.in(file).stream().anyMatch(each -> each.loop().span().contains(call.span()));
  }

  private boolean isInTransaction(Node node) {
    for (Node up = node; up != null; up = file.parent(up)) {
      if (up instanceof Expr.Lambda lambda && file.parent(lambda) instanceof Expr.Call call) {
        if (TEMPLATES.matches(call).isYes()) {
          return true;
        }
        if (ELSEWHERE.contains(call.name())) {
          return false;
        }
      }
      if (up instanceof Decl.Method method) {
        return isTransactional(method);
      }
      if (up instanceof Decl.Body) {
        return false;
      }
    }
    return false;
  }

  private boolean isTransactional(Decl.Method method) {
    Annotation own = TRANSACTIONAL.annotationIn(method.annotations());
    if (own == null && file.parent(method) instanceof Decl.Type type && !method.isConstructor()) {
      own = TRANSACTIONAL.annotationIn(type.annotations());
    }
    return own != null && !isWithout(own);
  }

  private static boolean isWithout(Annotation transaction) {
    Expr how = transaction.argument("propagation");
    String name =
        how instanceof Expr.FieldAccess access
            ? access.name()
            : how instanceof Expr.Name simple ? simple.name() : "";
    return WITHOUT.contains(name);
  }
}
