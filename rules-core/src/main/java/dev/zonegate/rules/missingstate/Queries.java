package dev.zonegate.rules.missingstate;

import dev.zonegate.match.Bindings;
import dev.zonegate.model.Expr;
import dev.zonegate.model.SourceFile;
import dev.zonegate.model.Variable;
import java.util.Set;
import java.util.regex.Pattern;

/** Calls that give what was found, which may be nothing. */
final class Queries {
  private static final Pattern STORES =
      Pattern.compile(".*(Repository|Repo|Dao|DAO|Mapper|Template|Query|EntityManager|Session)");
  private static final Pattern WRITES =
      Pattern.compile(
          "(save|insert|add|create|update|persist|store|put|merge|execute|batch|delete|remove)\\w*");
  private static final Set<String> ENDS = Set.of("toList", "collect", "getResultList");

  private Queries() {}

  /** Whether the collection that {@code call} gives is the outcome of a search. */
  static boolean mayBeEmpty(SourceFile file, Expr.Call call) {
    if (call.name().equals("getResultList")) {
      return true;
    }
    if (ENDS.contains(call.name())) {
      return isFiltered(call);
    }
    return !WRITES.matcher(call.name()).matches() && isOnStore(file, call);
  }

  /** Whether {@code call} is on a repository or another door to a database. */
  static boolean isOnStore(SourceFile file, Expr.Call call) {
    if (call.target() == null) {
      return false;
    }
    String type = call.receiverType().simpleName();
    return STORES.matcher(type).matches()
        || type.isEmpty()
            && Bindings.of(file)
                .declaration(call.target())
                .map(Variable::type)
                .filter(it -> it != null && STORES.matcher(file.text(it)).matches())
                .isPresent()
        || call.receiverType().isA("org.springframework.data.repository.Repository").isYes();
  }

  private static boolean isFiltered(Expr.Call end) {
    for (Expr each = end.target(); each instanceof Expr.Call link; each = link.target()) {
      if (link.name().equals("filter")) {
        return true;
      }
    }
    return false;
  }
}
