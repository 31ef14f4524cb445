package dev.zonegate.match.flow;

import dev.zonegate.model.Expr;
import dev.zonegate.model.Node;
import dev.zonegate.model.SourceFile;
import java.util.regex.Pattern;

/** Whether an earlier stage of a stream has taken out the elements without a value. */
final class StreamFilters {
  private static final Pattern TESTS =
      Pattern.compile(
          "!=\\s*\\(*null|nonNull|containsKey|isPresent|(?i)\\b(has|exists|isNot|contains)\\w*|"
              + "![^!\\n]*(blank|empty)");

  private StreamFilters() {}

  static boolean isFiltered(SourceFile file, Node at) {
    for (Node up = file.parent(at); up != null; up = file.parent(up)) {
      if (up instanceof Expr.Lambda && isAfterFilter(file, up)) {
        return true;
      }
    }
    return false;
  }

  /** {@code rows.filter(row -> row.at() != null).mapToLong(Row::at)} for the reference. */
  static boolean isAfterFilter(SourceFile file, Node reference) {
    if (file.parent(reference) instanceof Expr.Call stage) {
      for (Expr each = stage.target(); each instanceof Expr.Call earlier; each = earlier.target()) {
        if (isTest(file, earlier)) {
          return true;
        }
      }
    }
    return false;
  }

  private static boolean isTest(SourceFile file, Expr.Call stage) {
    return stage.name().equals("filter")
        && !stage.arguments().isEmpty()
        && TESTS.matcher(file.text(stage.arguments().get(0))).find();
  }
}
