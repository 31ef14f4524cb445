package dev.zonegate.rules.missingownershipcheck;

import dev.zonegate.match.Bindings;
import dev.zonegate.match.Discarded;
import dev.zonegate.match.Following;
import dev.zonegate.match.LogCall;
import dev.zonegate.match.Methods;
import dev.zonegate.match.Operands;
import dev.zonegate.model.Decl;
import dev.zonegate.model.Expr;
import dev.zonegate.model.Node;
import dev.zonegate.model.SourceFile;
import dev.zonegate.model.Stmt;
import dev.zonegate.model.TypeRef;
import dev.zonegate.model.Variable;
import dev.zonegate.rule.Reporter;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Finds answers to "may they?" that nobody acts on. */
final class IgnoredDecision {
  private static final Set<String> ANSWERS =
      Set.of(
          "boolean",
          "java.lang.Boolean",
          "reactor.core.publisher.Mono",
          "io.smallrye.mutiny.Uni",
          "java.util.concurrent.CompletableFuture");
  private static final String DROPPED = "is answered and not looked at";
  private static final String LOGGED = "is only logged";
  private static final String UNHEEDED = "is asked, and what follows runs whatever the answer";
  private final SourceFile file;
  private final Reporter report;

  IgnoredDecision(SourceFile file, Reporter report) {
    this.file = file;
    this.report = report;
  }

  void find() {
    for (Expr.Call call : Discarded.calls(file)) {
      if (isDecision(call)) {
        found(call, DROPPED);
      }
      findLogged(call);
    }
    for (Stmt.Local local : file.all(Stmt.Local.class)) {
      if (local.initializer() instanceof Expr.Call call && isDecision(call)) {
        findUnused(local, call);
      }
    }
    for (Stmt.If choice : file.all(Stmt.If.class)) {
      findUnheeded(choice);
    }
  }

  private void found(Expr.Call call, String what) {
    report.at(call, MissingOwnershipCheckRule.IGNORED_DECISION, call.shortName(), what);
  }

  /** {@code log.info("allowed: {}", isOwner(user))}. */
  private void findLogged(Expr.Call statement) {
    if (LogCall.of(file, statement).isEmpty()) {
      return;
    }
    for (Expr.Call call : file.allIn(statement, Expr.Call.class)) {
      boolean isNamed = Decisions.isName(call.name()) && isDecision(call);
      if (call != statement && isNamed && !isBranching(call, statement) && !isRepeated(call)) {
        found(call, LOGGED);
      }
    }
  }

  /** Whether the same question is asked again in the method, where its answer may count. */
  private boolean isRepeated(Expr.Call call) {
    Decl.Method method = file.enclosing(call, Decl.Method.class);
    return method == null
        || file.allIn(method, Expr.Call.class).stream()
            .anyMatch(each -> each != call && each.name().equals(call.name()));
  }

  private boolean isBranching(Expr.Call call, Node statement) {
    for (Node up = file.parent(call); up != null && up != statement; up = file.parent(up)) {
      if (up instanceof Expr.Conditional || up instanceof Expr.Lambda) {
        return true;
      }
    }
    return false;
  }

  private void findUnused(Stmt.Local local, Expr.Call call) {
    List<Expr> uses = Bindings.of(file).uses(local);
    if (uses.isEmpty()) {
      found(call, DROPPED);
    } else if (uses.stream().allMatch(this::isInLog)) {
      found(call, LOGGED);
    }
  }

  private boolean isInLog(Expr use) {
    for (Node up = file.parent(use); up != null; up = file.parent(up)) {
      if (up instanceof Stmt.Expression statement) {
        return statement.expression() instanceof Expr.Call call
            && LogCall.of(file, call).isPresent();
      }
      boolean isPassing =
          up instanceof Expr.Call
              || up instanceof Expr.Binary joined && joined.operator().equals("+");
      if (!isPassing) {
        return false;
      }
    }
    return false;
  }

  /** {@code if (!isOwner(user)) { log.warn(...); }}, and on it goes. */
  private void findUnheeded(Stmt.If choice) {
    if (choice.otherwise() != null || !isOnlyTalk(choice.then())) {
      return;
    }
    for (String operator : List.of("&&", "||")) {
      for (Expr each : Operands.of(choice.condition(), operator)) {
        Expr.Call decision = negated(each);
        if (decision != null && isLast(choice, decision)) {
          found(decision, UNHEEDED);
          return;
        }
      }
    }
  }

  /** Whether nothing later in the method asks again, and something does follow. */
  private boolean isLast(Stmt.If choice, Expr.Call decision) {
    List<Stmt> rest = Following.after(file, choice).statements();
    return !rest.isEmpty()
        && rest.stream()
            .flatMap(each -> file.allIn(each, Expr.Call.class).stream())
            .noneMatch(each -> each.name().equals(decision.name()))
        && held(decision)
            .map(
                variable ->
                    Bindings.of(file).uses(variable).stream()
                        .noneMatch(use -> use.span().startLine() > choice.span().endLine()))
            .orElse(true);
  }

  private Optional<Variable> held(Expr.Call decision) {
    return file.parent(decision) instanceof Stmt.Local local
        ? Optional.of(local)
        : Optional.empty();
  }

  private Expr.Call negated(Expr test) {
    if (!(test instanceof Expr.Unary not) || !not.operator().equals("!")) {
      return null;
    }
    if (not.operand() instanceof Expr.Call call) {
      return isDecision(call) ? call : null;
    }
    return Bindings.of(file).declaration(not.operand()).orElse(null) instanceof Stmt.Local local
            && local.initializer() instanceof Expr.Call call
            && isDecision(call)
        ? call
        : null;
  }

  private boolean isOnlyTalk(Stmt body) {
    List<Stmt> statements = body instanceof Stmt.Block block ? block.statements() : List.of(body);
    return statements.stream()
        .allMatch(
            each ->
                each instanceof Stmt.Empty
                    || each instanceof Stmt.Expression plain
                        && plain.expression() instanceof Expr.Call call
                        && LogCall.of(file, call).isPresent());
  }

  private boolean isDecision(Expr.Call call) {
    return Decisions.isName(call.name())
        && call.method() != null
        && isAnswer(call.method().returns())
        && !throwsItself(call);
  }

  private static boolean isAnswer(TypeRef returned) {
    return ANSWERS.contains(returned.name());
  }

  private boolean throwsItself(Expr.Call call) {
    return Methods.of(file)
        .declaration(call)
        .filter(each -> each.body() != null)
        .filter(each -> !file.allIn(each.body(), Stmt.Throw.class).isEmpty())
        .isPresent();
  }
}
