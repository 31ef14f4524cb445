package dev.zonegate.rules.missingownershipcheck;

import dev.zonegate.facts.Project;
import dev.zonegate.match.AccessChecks;
import dev.zonegate.match.Bindings;
import dev.zonegate.match.Callers;
import dev.zonegate.match.Completion;
import dev.zonegate.match.Following;
import dev.zonegate.match.LogCall;
import dev.zonegate.match.Operands;
import dev.zonegate.match.OwnerNames;
import dev.zonegate.match.Rejections;
import dev.zonegate.model.Decl;
import dev.zonegate.model.Expr;
import dev.zonegate.model.Node;
import dev.zonegate.model.SourceFile;
import dev.zonegate.model.Stmt;
import dev.zonegate.model.Variable;
import dev.zonegate.rule.Candidate;
import dev.zonegate.rule.Reporter;
import dev.zonegate.rule.Settler;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Finds checks of the owner that are left out when nobody is logged in. */
final class NullPrincipalSkips {
  private static final Pattern FILTER =
      Pattern.compile("doFilter(Internal)?|filter|preHandle|intercept|aroundInvoke");
  private final SourceFile file;
  private final Reporter report;
  private final OwnerChecks tests;
  private final Presence presence;

  NullPrincipalSkips(SourceFile file, Reporter report) {
    this.file = file;
    this.report = report;
    this.tests = new OwnerChecks(file);
    this.presence = new Presence(file);
  }

  void find() {
    for (Stmt.If choice : file.all(Stmt.If.class)) {
      Decl.Method method = file.enclosing(choice, Decl.Method.class);
      if (method != null && !isFilter(method)) {
        skipped(method, choice).ifPresent(caller -> found(choice, method, caller));
      }
    }
    for (Stmt.Return answer : file.all(Stmt.Return.class)) {
      Decl.Method method = file.enclosing(answer, Decl.Method.class);
      if (method != null && answer.value() != null && isDecision(method)) {
        allowed(answer.value()).ifPresent(caller -> found(answer, method, caller));
      }
    }
    for (Expr.Call call : file.all(Expr.Call.class)) {
      if (call.name().equals("ifPresent") && call.target() != null && isCheckOf(call)) {
        found(call, file.enclosing(call, Decl.Method.class), call.target());
      }
    }
  }

  private void found(Node at, Decl.Method method, Expr caller) {
    InHandler evidence = InHandler.of(file, method);
    report.candidate(
        at, MissingOwnershipCheckRule.NULL_PRINCIPAL_SKIPS, evidence, Shown.of(file, caller));
  }

  static void settle(Candidate candidate, InHandler where, Settler settler) {
    Project project = settler.project();
    boolean isBehindLogin =
        Admission.endpoint(project, candidate.finding().path(), where)
            .filter(each -> Admission.isBehindLogin(project, each))
            .isPresent();
    if (!isBehindLogin) {
      settler.report(candidate);
    }
  }

  /** The caller without whom the check that {@code choice} is does not take place. */
  private Optional<Expr> skipped(Decl.Method method, Stmt.If choice) {
    Optional<Expr> absent = NullCheck.isNull(choice.condition());
    if (absent.isPresent()) {
      return absent.filter(
          caller -> isCaller(caller, method) && isLetThrough(method, choice, caller));
    }
    Optional<Expr> either = allowed(choice.condition());
    if (either.isPresent()) {
      return either.filter(caller -> choice.otherwise() == null && !denies(choice.then()));
    }
    return NullCheck.amongConjuncts(choice.condition())
        .filter(caller -> isCaller(caller, method) && isCheck(choice, caller))
        .filter(caller -> goesOn(choice, caller) && !presence.isKnown(choice, caller));
  }

  /** {@code user == null || owner.equals(user)}. */
  private Optional<Expr> allowed(Expr test) {
    List<Expr> either = Operands.of(test, "||");
    if (either.size() < 2) {
      return Optional.empty();
    }
    if (Operands.of(either.get(1), "&&").stream().anyMatch(NullPrincipalSkips::isNegated)) {
      return Optional.empty();
    }
    Optional<Expr> caller = NullCheck.isNull(either.get(0));
    return caller
        .filter(each -> Callers.isOf(file, each))
        .filter(each -> tests.isOn(either.get(1), each))
        .filter(each -> !presence.isKnown(test, each));
  }

  /** {@code user == null || !owner.equals(user)}: whoever is not there is taken for another. */
  private static boolean isNegated(Expr test) {
    return test instanceof Expr.Unary unary && unary.operator().equals("!")
        || test instanceof Expr.Binary binary
            && binary.operator().equals("!=")
            && !isNullTest(binary);
  }

  private static boolean isNullTest(Expr.Binary test) {
    return NullCheck.notNull(test).isPresent();
  }

  /** Whether {@code choice} turns away a caller who is known and not the owner. */
  private boolean isCheck(Stmt.If choice, Expr caller) {
    if (choice.otherwise() != null && !isOnlyLogged(choice.otherwise())) {
      return false;
    }
    List<Expr> rest =
        Operands.of(choice.condition(), "&&").stream()
            .filter(each -> NullCheck.notNull(each).isEmpty())
            .toList();
    if (rest.isEmpty()) {
      return isOnlyChecks(choice.then(), caller);
    }
    return rest.stream().anyMatch(each -> isDenied(each, caller, choice.then()));
  }

  /** Whether a caller who does not own the thing is denied; any property counts if access is. */
  private boolean isDenied(Expr test, Expr caller, Stmt then) {
    return tests.isOn(test, caller) && denies(then)
        || tests.compares(test, caller) && denies(then) && Rejections.ofCallers(file, then);
  }

  private boolean isOnlyChecks(Stmt body, Expr caller) {
    List<Stmt> statements = body instanceof Stmt.Block block ? block.statements() : List.of(body);
    boolean checks = false;
    for (Stmt each : statements) {
      boolean isCheck = isCheck(each, caller);
      if (!isCheck && !(each instanceof Stmt.Local)) {
        return false;
      }
      checks |= isCheck;
    }
    return checks;
  }

  private boolean isCheck(Stmt statement, Expr caller) {
    if (statement instanceof Stmt.If inner) {
      return inner.otherwise() == null && isDenied(inner.condition(), caller, inner.then());
    }
    return statement instanceof Stmt.Expression plain
        && plain.expression() instanceof Expr.Call call
        && tests.isCheckCall(call);
  }

  /** {@code if (user == null) return;} before the comparison. */
  private boolean isLetThrough(Decl.Method method, Stmt.If choice, Expr caller) {
    if (!(single(choice.then()) instanceof Stmt.Return answer)
        || presence.isKnown(choice, caller)) {
      return false;
    }
    boolean isLet =
        answer.value() == null
            ? tests.isCheckName(method.name())
            : isTrue(answer.value()) && isDecision(method);
    return isLet
        && Following.after(file, choice).statements().stream()
            .anyMatch(each -> tests.areIn(each, caller));
  }

  private boolean isDecision(Decl.Method method) {
    return method.returnType() != null
        && method.returnType().ref().name().toLowerCase(Locale.ROOT).endsWith("boolean")
        && tests.isDecisionName(method.name());
  }

  private boolean isCheckOf(Expr.Call call) {
    Decl.Method method = file.enclosing(call, Decl.Method.class);
    return method != null
        && !isFilter(method)
        && file.parent(call) instanceof Stmt.Expression statement
        && Callers.isOf(file, call.target())
        && call.arguments().size() == 1
        && call.arguments().get(0) instanceof Expr.Lambda lambda
        && lambda.params().size() == 1
        && lambda.body() instanceof Stmt body
        && isOnlyChecksOf(body, lambda.params().get(0))
        && !Following.after(file, statement).statements().isEmpty();
  }

  private boolean isOnlyChecksOf(Stmt body, Decl.Param caller) {
    return Bindings.of(file).uses(caller).stream().anyMatch(use -> isOnlyChecks(body, use));
  }

  private boolean goesOn(Stmt.If choice, Expr caller) {
    List<Stmt> rest = Following.after(file, choice).statements();
    return !rest.isEmpty()
        && !denies(rest.get(0))
        && rest.stream().noneMatch(each -> isAbsenceDenied(each, caller));
  }

  private boolean isAbsenceDenied(Stmt statement, Expr caller) {
    return file.allIn(statement, Stmt.If.class).stream()
        .anyMatch(
            each ->
                Operands.of(each.condition(), "||").stream()
                        .anyMatch(
                            test ->
                                NullCheck.isNull(test)
                                    .filter(x -> presence.isSame(x, caller))
                                    .isPresent())
                    && denies(each.then()));
  }

  private boolean isCaller(Expr value, Decl.Method method) {
    if (Callers.isOf(file, value)) {
      return !presence.isGuaranteed(value);
    }
    Variable declared = Bindings.of(file).declaration(value).orElse(null);
    return declared instanceof Decl.Param
        && OwnerNames.isOwner(declared.name())
        && !presence.isGuaranteed(value)
        && Rejections.ofCallers(file, method.body());
  }

  private boolean denies(Stmt statement) {
    return Denial.is(file, statement);
  }

  private boolean isOnlyLogged(Stmt statement) {
    return Completion.isNormal(statement)
        && file.allIn(statement, Stmt.Expression.class).stream()
            .allMatch(
                each ->
                    each.expression() instanceof Expr.Call call
                        && LogCall.of(file, call).isPresent());
  }

  private static Stmt single(Stmt statement) {
    return statement instanceof Stmt.Block block && block.statements().size() == 1
        ? block.statements().get(0)
        : statement;
  }

  private static boolean isTrue(Expr value) {
    return value instanceof Expr.Literal literal && Boolean.TRUE.equals(literal.value());
  }

  /** A filter lets a request without a login go on to those who decide. */
  private static boolean isFilter(Decl.Method method) {
    return FILTER.matcher(method.name()).matches()
        || AccessChecks.guardIn(method.annotations()) != null
            && !AccessChecks.isOpen(AccessChecks.guardIn(method.annotations()));
  }
}
