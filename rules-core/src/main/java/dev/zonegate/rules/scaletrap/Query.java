package dev.zonegate.rules.scaletrap;

import dev.zonegate.facts.OutsideCalls;
import dev.zonegate.match.Bindings;
import dev.zonegate.match.Constants;
import dev.zonegate.match.Methods;
import dev.zonegate.model.Decl;
import dev.zonegate.model.Expr;
import dev.zonegate.model.SourceFile;
import dev.zonegate.model.Stmt;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The query whose result a value is.
 *
 * @param call what asks the database
 * @param store qualified name of the type that is asked
 * @param method its method
 */
record Query(Expr.Call call, String store, String method) {
  private static final Pattern PART =
      Pattern.compile("getContent|getResultList|list|stream|toList|setParameter|setMaxResults|get");
  private static final int DEEPEST = 6;

  /** The query that {@code value} is a result of; null if there is none, or it fetches all. */
  static Query behind(SourceFile file, Expr value) {
    return behind(file, value, DEEPEST);
  }

  private static Query behind(SourceFile file, Expr value, int depth) {
    if (value == null || depth == 0) {
      return null;
    }
    if (value instanceof Expr.Call call) {
      return ofCall(file, call, depth);
    }
    return Bindings.of(file).declaration(value).orElse(null) instanceof Stmt.Local local
        ? behind(file, local.initializer(), depth - 1)
        : null;
  }

  private static Query ofCall(SourceFile file, Expr.Call call, int depth) {
    if (OutsideCalls.isQuery(file, call) || OutsideCalls.isStore(call.receiverType())) {
      return isFetching(file, call)
          ? null
          : new Query(call, call.receiverType().name(), call.name());
    }
    Decl.Method own = Methods.of(file).declaration(call).orElse(null);
    if (own != null) {
      List<Expr> returned = Methods.of(file).returned(own);
      return returned.size() == 1 ? behind(file, returned.get(0), depth - 1) : null;
    }
    boolean isPart = PART.matcher(call.name()).matches();
    return isPart ? behind(file, call.target(), depth - 1) : null;
  }

  private static boolean isFetching(SourceFile file, Expr.Call call) {
    boolean isGraph =
        call.method() != null
            && call.method().annotations().stream()
                .anyMatch(each -> each.matches("(.*\\.)?EntityGraph|.*\\.Join"));
    boolean isText =
        call.arguments().stream()
            .flatMap(each -> Constants.of(file).text(each).stream())
            .anyMatch(each -> each.toLowerCase(Locale.ROOT).contains("fetch"));
    return isGraph || isText || call.name().matches("(?s).*(With|Fetch|Graph|Join).*");
  }
}
