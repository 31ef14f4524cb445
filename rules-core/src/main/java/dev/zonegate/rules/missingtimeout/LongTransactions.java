package dev.zonegate.rules.missingtimeout;

import dev.zonegate.match.ApiSet;
import dev.zonegate.match.Methods;
import dev.zonegate.match.TypeSet;
import dev.zonegate.model.Annotation;
import dev.zonegate.model.Decl;
import dev.zonegate.model.Expr;
import dev.zonegate.model.Invocation;
import dev.zonegate.model.SourceFile;
import dev.zonegate.rule.Reporter;
import java.util.Optional;

/** Finds transactions without a timeout that wait for another machine. */
final class LongTransactions {
  private static final ApiSet REMOTE = ApiSet.load("timeouts/remote-calls.api");
  private static final TypeSet TRANSACTIONAL =
      TypeSet.of("org.springframework.transaction.annotation.Transactional");
  private static final TypeSet CLIENTS =
      TypeSet.of("org.springframework.cloud.openfeign.FeignClient");
  private final SourceFile file;

  private LongTransactions(SourceFile file) {
    this.file = file;
  }

  static void find(SourceFile file, Reporter report) {
    LongTransactions search = new LongTransactions(file);
    for (Decl.Method each : file.all(Decl.Method.class)) {
      Annotation transaction = search.transaction(each);
      if (transaction != null && !isLimited(transaction) && each.body() != null) {
        search
            .remoteCall(each)
            .ifPresent(
                call ->
                    report.candidate(
                        each,
                        MissingTimeoutRule.JDBC_NO_TIMEOUT,
                        new DatabaseLimits(true),
                        "`@Transactional` `"
                            + each.name()
                            + "` holds a connection while `"
                            + call.name()
                            + "` waits, with no timeout"));
      }
    }
  }

  private Annotation transaction(Decl.Method method) {
    Annotation own = TRANSACTIONAL.annotationIn(method.annotations());
    return own != null || !(file.parent(method) instanceof Decl.Type type)
        ? own
        : method.isConstructor() ? null : TRANSACTIONAL.annotationIn(type.annotations());
  }

  private static boolean isLimited(Annotation transaction) {
    return transaction.argument("timeout") != null
        || transaction.argument("timeoutString") != null
        || isOutside(transaction.argument("propagation"));
  }

  private static boolean isOutside(Expr propagation) {
    String name =
        propagation instanceof Expr.FieldAccess access
            ? access.name()
            : propagation instanceof Expr.Name simple ? simple.name() : "";
    return name.equals("NOT_SUPPORTED") || name.equals("NEVER") || name.equals("SUPPORTS");
  }

  private Optional<Expr.Call> remoteCall(Decl.Method method) {
    for (Expr.Call call : file.allIn(method.body(), Expr.Call.class)) {
      if (isRemote(call)) {
        return Optional.of(call);
      }
      Decl.Method own = Methods.of(file).declaration(call).orElse(null);
      boolean isHelper = own != null && own != method && own.body() != null;
      if (isHelper
          && file.allIn(own.body(), Expr.Call.class).stream()
              .anyMatch(LongTransactions::isRemote)) {
        return Optional.of(call);
      }
    }
    return Optional.empty();
  }

  private static boolean isRemote(Invocation use) {
    return REMOTE.matches(use).isYes() || CLIENTS.isOnType(use.receiverType());
  }
}
