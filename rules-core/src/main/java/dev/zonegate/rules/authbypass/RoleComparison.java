package dev.zonegate.rules.authbypass;

import dev.zonegate.match.Bindings;
import dev.zonegate.match.Constants;
import dev.zonegate.match.Vocabulary;
import dev.zonegate.model.Case;
import dev.zonegate.model.Expr;
import dev.zonegate.model.Node;
import dev.zonegate.model.SourceFile;
import dev.zonegate.model.Stmt;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Comparisons of what a client claims with the name of a role. */
final class RoleComparison {
  private static final Vocabulary ROLE_VALUES = Vocabulary.load("security/role-values.words");
  private static final Set<String> COMPARISONS =
      Set.of("equals", "equalsIgnoreCase", "contentEquals", "contains", "compareTo");
  private static final Set<String> WRAPPING = Set.of("of", "ofNullable");
  private static final Set<String> TESTING = Set.of("map", "filter");

  private final SourceFile file;

  RoleComparison(SourceFile file) {
    this.file = file;
  }

  /** The comparison of {@code claim}, or its reading as a boolean; null if it is no such thing. */
  Node of(Expr claim) {
    Node up = file.parent(claim);
    if (up instanceof Expr.Call call && COMPARISONS.contains(call.name())) {
      Expr other =
          call.target() == claim
              ? call.arguments().isEmpty() ? null : call.arguments().get(0)
              : call.target();
      return isRoleName(other) ? call : null;
    }
    if (up instanceof Expr.Call call && call.name().equals("parseBoolean")) {
      return call;
    }
    if (up instanceof Expr.Call call && WRAPPING.contains(call.name())) {
      return chained(call);
    }
    if (up instanceof Expr.Binary binary && binary.operator().equals("==")) {
      return isRoleName(binary.left() == claim ? binary.right() : binary.left()) ? binary : null;
    }
    return isBoolean(claim) && isTested(claim, up) ? claim : null;
  }

  /** The cases that are chosen by {@code claim}, if one of them has the name of a role. */
  List<Case> cases(Expr claim) {
    Node up = file.parent(claim);
    List<Case> cases =
        up instanceof Expr.SwitchExpr choice && choice.selector() == claim
            ? choice.cases()
            : up instanceof Stmt.Switch choice && choice.selector() == claim
                ? choice.cases()
                : List.of();
    boolean isOfRoles =
        cases.stream()
            .flatMap(each -> each.labels().stream())
            .anyMatch(each -> each instanceof Expr label && isRoleName(label));
    return isOfRoles ? cases : List.of();
  }

  /** Whether a comparison holds for those who do not claim the role. */
  static boolean asksForNone(Node comparison) {
    return comparison instanceof Expr.Call call && call.name().equals("isEmpty");
  }

  private static boolean isBoolean(Expr claim) {
    return claim.type().isNamed("boolean") || claim.type().isNamed("java.lang.Boolean");
  }

  private static boolean isTested(Expr claim, Node up) {
    return up instanceof Stmt.If choice && choice.condition() == claim
        || up instanceof Expr.Conditional either && either.condition() == claim
        || up instanceof Expr.Unary not && not.operator().equals("!")
        || up instanceof Expr.Binary binary && binary.operator().equals("&&");
  }

  /** {@code Optional.ofNullable(claim).map("ADMIN"::equals).orElse(false)}. */
  private Node chained(Expr.Call wrapped) {
    boolean isCompared = false;
    Expr end = wrapped;
    while (file.parent(end) instanceof Expr.Call next && next.target() == end) {
      isCompared |=
          TESTING.contains(next.name()) && next.arguments().stream().anyMatch(this::compares);
      end = next;
    }
    return isCompared ? end : null;
  }

  private boolean compares(Expr function) {
    if (function instanceof Expr.MethodReference reference) {
      return COMPARISONS.contains(reference.name()) && isRoleName(reference.target());
    }
    return function instanceof Expr.Lambda lambda
        && lambda.params().size() == 1
        && Bindings.of(file).uses(lambda.params().get(0)).stream().anyMatch(it -> of(it) != null);
  }

  private boolean isRoleName(Expr other) {
    if (other == null) {
      return false;
    }
    Optional<String> text = Constants.of(file).text(other);
    if (text.isPresent()) {
      return ROLE_VALUES.isIn(text.get());
    }
    return other instanceof Expr.FieldAccess access && ROLE_VALUES.isIn(access.name())
        || other instanceof Expr.Name name
            && name.variable() != null
            && name.variable().isStatic()
            && ROLE_VALUES.isIn(name.name());
  }
}
