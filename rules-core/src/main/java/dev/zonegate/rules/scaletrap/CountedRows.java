package dev.zonegate.rules.scaletrap;

import dev.zonegate.facts.OutsideCalls;
import dev.zonegate.match.Bindings;
import dev.zonegate.model.Expr;
import dev.zonegate.model.SourceFile;
import dev.zonegate.model.Stmt;
import dev.zonegate.model.Variable;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Tells rows that are read for their number only.
 *
 * @param file the file
 */
record CountedRows(SourceFile file) {
  private static final Pattern READING =
      Pattern.compile("(find|list|get|select|query|search|load)\\w*");
  private static final Pattern OTHER_THAN_ROWS = Pattern.compile("(?s).*(Ids|Count|Group).*");

  /** {@code findByStatus(status).size()}, also through a local that is used for nothing else. */
  boolean isCounted(Expr.Call call) {
    boolean isList =
        call.type().isA("java.util.Collection").isYes()
            && !OTHER_THAN_ROWS.matcher(call.name()).matches()
            && (OutsideCalls.isStore(call.receiverType()) && READING.matcher(call.name()).matches()
                || call.name().equals("getResultList"));
    if (!isList) {
      return false;
    }
    if (file.parent(call) instanceof Stmt.Local local && local.initializer() == call) {
      List<Expr> uses = Bindings.of(file).uses(local);
      return uses.size() == 1 && uses.stream().allMatch(this::isCountedAt);
    }
    return isCountedAt(call);
  }

  private boolean isCountedAt(Expr list) {
    return file.parent(list) instanceof Expr.Call next
        && next.target() == list
        && (next.name().equals("size")
            || next.name().equals("isEmpty") && !isByKey(list)
            || next.name().equals("stream")
                && file.parent(next) instanceof Expr.Call count
                && count.name().equals("count"));
  }

  /** {@code findByOrderId(id)} or a local of it, of which there are a few at most. */
  private boolean isByKey(Expr list) {
    Expr query =
        list instanceof Expr.Name
            ? Bindings.of(file).declaration(list).map(Variable::initializer).orElse(list)
            : list;
    return query instanceof Expr.Call call
        && call.name().matches("(?s)(?:(?!By).)*+By(.*[a-z])?(Id|Key|Uuid)([A-Z].*)?");
  }
}
