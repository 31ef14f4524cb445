package dev.zonegate.rules.missingownershipcheck;

import dev.zonegate.match.Completion;
import dev.zonegate.match.Rejections;
import dev.zonegate.model.Expr;
import dev.zonegate.model.SourceFile;
import dev.zonegate.model.Stmt;
import java.util.regex.Pattern;

/** Statements that end in a refusal. */
final class Denial {
  private static final Pattern REFUSALS =
      Pattern.compile("notFound|forbidden|unauthorized|badRequest|error|empty|failure");
  private static final Pattern PAGES =
      Pattern.compile("(?is).*(redirect|login|403|404|401|denied|forbidden|error).*");

  private Denial() {}

  static boolean is(SourceFile file, Stmt statement) {
    if (Completion.isNormal(statement)) {
      return false;
    }
    if (!file.allIn(statement, Stmt.Throw.class).isEmpty()
        || file.allIn(statement, Expr.Call.class).stream()
            .anyMatch(each -> Rejections.is(file, each))
        || Rejections.ofCallers(file, statement)) {
      return true;
    }
    return file.allIn(statement, Stmt.Return.class).stream().anyMatch(each -> refuses(file, each));
  }

  private static boolean refuses(SourceFile file, Stmt.Return answer) {
    Expr value = answer.value();
    if (value instanceof Expr.Literal literal) {
      return literal.isNull()
          || Boolean.FALSE.equals(literal.value())
          || literal.isString() && PAGES.matcher((String) literal.value()).matches();
    }
    return value != null
        && file.allIn(value, Expr.Call.class).stream()
            .anyMatch(each -> REFUSALS.matcher(each.name()).matches());
  }
}
