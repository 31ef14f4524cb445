package dev.zonegate.facts;

import dev.zonegate.match.Constants;
import dev.zonegate.match.OwnerNames;
import dev.zonegate.model.Expr;
import dev.zonegate.model.SourceFile;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A column that tells whose a row of a table is, by a query about that table alone.
 *
 * @param table as the query names it
 * @param column {@code owner_id}
 */
public record TableOwner(String path, String table, String column) implements Fact {
  private static final Pattern WORD = Pattern.compile("(?<!:)\\b[A-Za-z]\\w*\\b");

  static void collect(SourceFile file, Consumer<Fact> facts) {
    QueryCalls queries = new QueryCalls(file);
    Set<TableOwner> found = new LinkedHashSet<>();
    for (Expr.Call call : file.all(Expr.Call.class)) {
      QueryText query = queries.text(call).orElse(null);
      if (query != null) {
        String text = Constants.of(file).text(call.arguments().get(0)).orElseThrow();
        Matcher word = WORD.matcher(text);
        while (word.find()) {
          if (!word.group().equals(query.subject()) && OwnerNames.isStrong(word.group())) {
            found.add(new TableOwner(file.path(), query.subject(), word.group()));
          }
        }
      }
    }
    found.forEach(facts);
  }
}
