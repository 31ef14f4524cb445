package dev.zonegate.rules.localeandmoney;

import dev.zonegate.match.ApiSet;
import dev.zonegate.model.Decl;
import dev.zonegate.model.Expr;
import dev.zonegate.model.Node;
import dev.zonegate.model.SourceFile;
import dev.zonegate.model.Stmt;
import dev.zonegate.model.VarRef;
import dev.zonegate.rule.Fix;
import dev.zonegate.rule.Report;
import dev.zonegate.rule.Reporter;
import dev.zonegate.rule.TextEdit;
import java.util.Set;

/** Finds amounts compared with their scale, for which {@code 1.0} is not {@code 1.00}. */
final class BigDecimalEquality {
  private static final ApiSet EQUALS = ApiSet.of("java.math.BigDecimal#equals(Object)");
  private static final ApiSet STATIC_EQUALS = ApiSet.of("java.util.Objects#equals(Object,Object)");
  private static final Set<String> OF_VALUES = Set.of("equals", "hashCode", "canEqual");
  private static final String EFFECT = "says that `1.0` is not `1.00`";

  private BigDecimalEquality() {}

  static void find(SourceFile file, Reporter report) {
    for (Expr.Call call : ApiSet.callsIn(file, STATIC_EQUALS, EQUALS)) {
      boolean isPair =
          STATIC_EQUALS.matches(call).isYes()
              && call.arguments().stream().allMatch(BigDecimalEquality::isDecimal);
      boolean isCall =
          EQUALS.matches(call).isYes()
              && !(call.target() instanceof Expr.Super)
              && call.target() != null
              && isDecimal(call.arguments().get(0));
      if ((isPair || isCall) && !isOfValues(file, call)) {
        Report made =
            report.at(call, LocaleAndMoneyRule.BIG_DECIMAL_TRAPS, call.shortName(), EFFECT);
        if (isCall && isConstant(call.arguments().get(0))) {
          made.fix(compared(file, call));
        }
      }
    }
  }

  private static boolean isDecimal(Expr value) {
    return value.type().isNamed("java.math.BigDecimal");
  }

  /** An {@code equals} that has to agree with its {@code hashCode}. */
  private static boolean isOfValues(SourceFile file, Node node) {
    Decl.Method method = file.enclosing(node, Decl.Method.class);
    return method != null && OF_VALUES.contains(method.name());
  }

  /** A constant is never null, so that both ways of comparing fail on the same values. */
  private static boolean isConstant(Expr value) {
    VarRef variable =
        value instanceof Expr.FieldAccess access
            ? access.variable()
            : value instanceof Expr.Name name ? name.variable() : null;
    return variable != null && variable.owner().equals("java.math.BigDecimal");
  }

  private static Fix compared(SourceFile file, Expr.Call call) {
    Node parent = file.parent(call);
    boolean isNegated = parent instanceof Expr.Unary not && not.operator().equals("!");
    String comparison =
        file.text(call.target())
            + ".compareTo("
            + file.text(call.arguments().get(0))
            + ") "
            + (isNegated ? "!= 0" : "== 0");
    Node replaced = isNegated ? parent : call;
    Node around = file.parent(replaced);
    boolean isAlone = !(around instanceof Expr) || around instanceof Expr.Lambda;
    return Fix.of(
        "Compare with `compareTo`",
        TextEdit.replace(
            replaced.span(),
            isAlone || around instanceof Stmt ? comparison : "(" + comparison + ")"));
  }
}
