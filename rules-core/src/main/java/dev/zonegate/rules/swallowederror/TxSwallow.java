package dev.zonegate.rules.swallowederror;

import dev.zonegate.match.ApiSet;
import dev.zonegate.match.TypeSet;
import dev.zonegate.model.Annotation;
import dev.zonegate.model.Decl;
import dev.zonegate.model.Expr;
import dev.zonegate.model.Modifier;
import dev.zonegate.model.Node;
import dev.zonegate.model.SourceFile;
import dev.zonegate.model.TypeNode;
import dev.zonegate.rule.Reporter;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** A database failure that is swallowed within a transaction, which then commits. */
final class TxSwallow {
  private static final TypeSet TRANSACTIONAL = TypeSet.load("errors/transactional.types");
  private static final TypeSet DATABASE = TypeSet.load("errors/database.types");
  private static final ApiSet WRITES = ApiSet.load("errors/writes.api");
  private static final Set<String> AT_ONCE =
      Set.of("forEach", "forEachOrdered", "ifPresent", "ifPresentOrElse");
  private static final Set<String> NO_TRANSACTION = Set.of("NOT_SUPPORTED", "NEVER", "SUPPORTS");

  private TxSwallow() {}

  static boolean find(Handling handling, Reporter report) {
    if (!catchesDatabaseFailure(handling)
        || !isInTransaction(handling)
        || !writes(handling)
        || !handling.swallows()
        || handling.passesOn()
        || rollsBack(handling)
        || Work.isBestEffort(handling)) {
      return false;
    }
    report.at(
        handling.clause(), SwallowedErrorRule.TX_SWALLOW, CaughtTypes.names(handling.clause()));
    return true;
  }

  private static boolean catchesDatabaseFailure(Handling handling) {
    return handling.clause().types().stream()
        .map(TypeNode::ref)
        .anyMatch(
            type ->
                CaughtTypes.isBroad(type)
                    || DATABASE.contains(type).isYes()
                        && !type.isA("org.springframework.dao.EmptyResultDataAccessException")
                            .isYes());
  }

  private static boolean writes(Handling handling) {
    return handling.file().allIn(handling.attempt().body(), Expr.Call.class).stream()
        .filter(call -> isRunHere(handling, handling.file().enclosing(call, Expr.Lambda.class)))
        .anyMatch(
            call -> WRITES.matches(call).isYes() || OutsideNames.isWrite(handling.file(), call));
  }

  private static boolean isRunHere(Handling handling, Expr.Lambda around) {
    return around == null || around == handling.routine();
  }

  private static boolean rollsBack(Handling handling) {
    return handling.file().allIn(handling.clause().body(), Expr.Call.class).stream()
        .anyMatch(call -> call.name().toLowerCase(Locale.ROOT).contains("rollback"));
  }

  private static boolean isInTransaction(Handling handling) {
    Decl.Method method = method(handling.file(), handling.routine());
    Decl.Type type = method == null ? null : handling.file().enclosing(method, Decl.Type.class);
    if (type == null) {
      return false;
    }
    return method.modifiers().contains(Modifier.PRIVATE)
        ? isCalledInTransaction(handling, method, type)
        : opensTransaction(method, type);
  }

  /** The method on whose thread {@code routine} runs, also within {@code all.forEach(...)}. */
  private static Decl.Method method(SourceFile file, Node routine) {
    Node code = routine;
    while (code instanceof Expr.Lambda
        && file.parent(code) instanceof Expr.Call call
        && AT_ONCE.contains(call.name())) {
      code = code(file, call);
    }
    return code instanceof Decl.Method method ? method : null;
  }

  private static Node code(SourceFile file, Expr.Call call) {
    Expr.Lambda lambda = file.enclosing(call, Expr.Lambda.class);
    return lambda == null ? file.enclosing(call, Decl.Method.class) : lambda;
  }

  /** A private method takes part in the transaction of the method that calls it. */
  private static boolean isCalledInTransaction(
      Handling handling, Decl.Method called, Decl.Type type) {
    return type.members().stream()
        .filter(Decl.Method.class::isInstance)
        .map(Decl.Method.class::cast)
        .filter(each -> !each.modifiers().contains(Modifier.PRIVATE) && each.body() != null)
        .filter(each -> opensTransaction(each, type))
        .anyMatch(
            each ->
                handling.file().allIn(each.body(), Expr.Call.class).stream()
                    .anyMatch(
                        call ->
                            call.name().equals(called.name())
                                && (call.target() == null || call.target() instanceof Expr.This)));
  }

  private static boolean opensTransaction(Decl.Method method, Decl.Type type) {
    Annotation onMethod = TRANSACTIONAL.annotationIn(method.annotations());
    Annotation onType = TRANSACTIONAL.annotationIn(type.annotations());
    Annotation found = onMethod == null ? onType : onMethod;
    boolean isSeen = onMethod != null || method.modifiers().contains(Modifier.PUBLIC);
    return found != null && isSeen && !method.isConstructor() && mayRollBack(found);
  }

  private static boolean mayRollBack(Annotation transactional) {
    Expr readOnly = transactional.argument("readOnly");
    boolean isReadOnly =
        readOnly instanceof Expr.Literal literal && Boolean.TRUE.equals(literal.value());
    boolean toleratesFailure =
        List.of("noRollbackFor", "noRollbackForClassName", "dontRollbackOn").stream()
            .anyMatch(name -> transactional.argument(name) != null);
    return !isReadOnly && !toleratesFailure && !isWithoutTransaction(transactional);
  }

  private static boolean isWithoutTransaction(Annotation transactional) {
    return List.of("propagation", "value").stream()
        .map(transactional::argument)
        .anyMatch(
            value ->
                value instanceof Expr.FieldAccess field && NO_TRANSACTION.contains(field.name())
                    || value instanceof Expr.Name name && NO_TRANSACTION.contains(name.name()));
  }
}
