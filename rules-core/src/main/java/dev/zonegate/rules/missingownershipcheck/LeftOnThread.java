package dev.zonegate.rules.missingownershipcheck;

import dev.zonegate.match.Bindings;
import dev.zonegate.match.Callers;
import dev.zonegate.match.OwnerNames;
import dev.zonegate.match.TypeSet;
import dev.zonegate.model.Decl;
import dev.zonegate.model.Expr;
import dev.zonegate.model.Node;
import dev.zonegate.model.SourceFile;
import dev.zonegate.model.Stmt;
import dev.zonegate.model.Variable;
import dev.zonegate.rule.Reporter;
import java.util.List;
import java.util.Set;

/** Finds callers that stay on a thread which serves others next. */
final class LeftOnThread {
  private static final TypeSet WEB = TypeSet.load("web/filters.types");
  private static final TypeSet HANDLERS = TypeSet.load("exposure/handlers.types");
  private static final Set<String> REMOVALS =
      Set.of("remove", "clear", "reset", "unset", "clearContext", "removeContext", "unload");
  private static final Set<String> FRAMEWORK =
      Set.of("SecurityContextHolder", "RequestContextHolder", "LocaleContextHolder");
  private final SourceFile file;
  private final Reporter report;

  LeftOnThread(SourceFile file, Reporter report) {
    this.file = file;
    this.report = report;
  }

  void find() {
    for (Decl.Method method : file.all(Decl.Method.class)) {
      if (method.body() != null && isServing(method)) {
        file.allIn(method.body(), Expr.Call.class).stream()
            .filter(each -> isKept(each) && !isRemoved(method, each))
            .forEach(
                each ->
                    report.at(
                        each,
                        MissingOwnershipCheckRule.USER_DATA_IN_SINGLETON,
                        Shown.of(file, each),
                        "the thread's caller"));
      }
    }
  }

  private boolean isServing(Decl.Method method) {
    Decl.Type type = file.enclosing(method, Decl.Type.class);
    return type != null
        && (WEB.contains(type.ref()).isYes()
                && method.name().matches("doFilter(Internal)?|filter|preHandle")
            || HANDLERS.annotationIn(method.annotations()) != null);
  }

  /** {@code TENANT.set(id)}, {@code TenantContext.setTenantId(id)}. */
  private boolean isKept(Expr.Call call) {
    if (call.target() == null || call.arguments().size() != 1 || isNull(call.arguments().get(0))) {
      return false;
    }
    Variable variable = Bindings.of(file).declaration(call.target()).orElse(null);
    if (call.target().type().isA("java.lang.ThreadLocal").isYes()) {
      return call.name().equals("set")
          && (variable == null
              || Callers.isHeldBy(variable)
              || OwnerNames.isOwner(variable.name().replace("HOLDER", ""))
              || Callers.isOf(file, call.arguments().get(0)));
    }
    return call.target() instanceof Expr.TypeName type && isHolder(type, call);
  }

  private static boolean isHolder(Expr.TypeName type, Expr.Call call) {
    String name = type.named().ref().simpleName();
    return call.name().startsWith("set")
        && name.matches("(\\w*)(Context|Holder|ContextHolder|ThreadLocal|Contexts)")
        && name.matches("(?is).*(user|tenant|account|login|principal|auth|customer|member).*")
        && !FRAMEWORK.contains(name);
  }

  private static boolean isNull(Expr value) {
    return value instanceof Expr.Literal literal && literal.isNull();
  }

  private boolean isRemoved(Decl.Method method, Expr.Call kept) {
    Decl.Type type = file.enclosing(method, Decl.Type.class);
    for (Decl member : type.members()) {
      boolean isAfter =
          member instanceof Decl.Method other
              && other.name().matches("afterCompletion|afterConcurrentHandlingStarted|destroy")
              && holdsRemoval(other, kept);
      if (isAfter) {
        return true;
      }
    }
    return file.allIn(method.body(), Stmt.Try.class).stream()
        .anyMatch(each -> each.finallyBlock() != null && holdsRemoval(each.finallyBlock(), kept));
  }

  private boolean holdsRemoval(Node part, Expr.Call kept) {
    String holder = file.text(kept.target());
    List<Expr.Call> calls = file.allIn(part, Expr.Call.class);
    return calls.stream()
        .anyMatch(
            each ->
                each.target() == null && REMOVALS.stream().anyMatch(each.name()::startsWith)
                    || each.target() != null
                        && file.text(each.target()).equals(holder)
                        && (REMOVALS.stream().anyMatch(each.name()::startsWith)
                            || each.name().equals(kept.name())));
  }
}
