package dev.zonegate.rules.missingstate;

import dev.zonegate.match.LogCall;
import dev.zonegate.model.Expr;
import dev.zonegate.model.Node;
import dev.zonegate.model.SourceFile;
import dev.zonegate.model.Stmt;
import dev.zonegate.model.VarRef;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** What a branch does that hides that its value was not foreseen. */
final class SilentBranch {
  private static final Set<String> SUCCESS = Set.of("ok", "success", "done");
  private static final String PICKS = "picks";
  private static final Pattern SAYS_UNKNOWN =
      Pattern.compile(
          "(?is).*(unknown|other|none|undefined|unspecified|default|unsupported|unrecognized|invalid|error|fail|empty).*");

  private SilentBranch() {}

  /** As a message says it, or empty if the branch does something about it. */
  static Optional<String> describe(SourceFile file, List<Stmt> body, String enumName) {
    List<Stmt> statements =
        body.size() == 1 && body.get(0) instanceof Stmt.Block block ? block.statements() : body;
    statements = statements.stream().filter(each -> !isNothing(file, each)).toList();
    if (statements.isEmpty()) {
      return Optional.of("does nothing");
    }
    if (statements.size() > 1) {
      return Optional.empty();
    }
    Stmt only = statements.get(0);
    if (only instanceof Stmt.Return end && end.value() != null) {
      return value(end.value(), enumName);
    }
    if (only instanceof Stmt.Yield end) {
      return value(end.value(), enumName);
    }
    return only instanceof Stmt.Expression result && isValue(file, result)
        ? value(result.expression(), enumName)
        : Optional.empty();
  }

  /** Whether it gives one of the states themselves. */
  static boolean picks(SourceFile file, List<Stmt> body, String enumName) {
    return describe(file, body, enumName).filter(says -> says.startsWith(PICKS)).isPresent();
  }

  private static boolean isValue(SourceFile file, Stmt.Expression result) {
    Node around = file.parent(result);
    return around != null && file.parent(around) instanceof Expr.SwitchExpr;
  }

  /** {@code break;} and what only a debugger reads. */
  private static boolean isNothing(SourceFile file, Stmt statement) {
    if (statement instanceof Stmt.Break || statement instanceof Stmt.Empty) {
      return true;
    }
    return statement instanceof Stmt.Return end && end.value() == null
        || statement instanceof Stmt.Expression one
            && one.expression() instanceof Expr.Call call
            && LogCall.of(file, call).filter(log -> !log.level().isAlarm()).isPresent();
  }

  private static Optional<String> value(Expr value, String enumName) {
    if (value instanceof Expr.Literal literal) {
      boolean isSilent =
          literal.isNull()
              || Boolean.TRUE.equals(literal.value())
              || literal.value() instanceof String text
                  && SUCCESS.contains(text.toLowerCase(java.util.Locale.ROOT));
      return isSilent ? Optional.of("returns `" + literal.value() + "`") : Optional.empty();
    }
    VarRef variable =
        value instanceof Expr.FieldAccess access
            ? access.variable()
            : value instanceof Expr.Name name ? name.variable() : null;
    boolean isState =
        variable != null
            && variable.kind() == VarRef.Kind.ENUM_CONSTANT
            && variable.owner().endsWith(enumName)
            && !SAYS_UNKNOWN.matcher(variable.name()).matches();
    return isState ? Optional.of(PICKS + " `" + variable.name() + "`") : Optional.empty();
  }
}
