package dev.zonegate.rules.missingtimeout;

import dev.zonegate.match.ApiSet;
import dev.zonegate.match.Constants;
import dev.zonegate.model.Annotation;
import dev.zonegate.model.Decl;
import dev.zonegate.model.Expr;
import dev.zonegate.model.SourceFile;
import dev.zonegate.rule.Reporter;
import dev.zonegate.rule.Severity;
import java.util.List;
import java.util.Locale;

/** Finds batches and grouping queries that no query timeout limits. */
final class LongStatements {
  private static final ApiSet BATCHES =
      ApiSet.of("java.sql.Statement#executeBatch", "java.sql.Statement#executeLargeBatch");
  private static final String QUERY = "org.springframework.data.jpa.repository.Query";
  private static final String GROUPING = "(?s).*\\bgroup\\s+by\\b.*|.*\\bpartition\\s+by\\b.*";

  private LongStatements() {}

  static void find(SourceFile file, Reporter report) {
    boolean isLimited =
        file.all(Expr.Call.class).stream()
            .anyMatch(
                each ->
                    each.name().equals("setQueryTimeout")
                        || each.name().equals("setNetworkTimeout"));
    for (Expr.Call call : BATCHES.callsIn(file)) {
      if (!isLimited && BATCHES.matches(call).isYes()) {
        report
            .candidate(
                call,
                MissingTimeoutRule.JDBC_NO_TIMEOUT,
                new DatabaseLimits(false),
                "`" + call.shortName() + "` runs as long as the database takes")
            .severity(Severity.NOTE);
      }
    }
    file.all(Decl.Method.class).forEach(each -> checkQuery(file, each, report));
  }

  private static void checkQuery(SourceFile file, Decl.Method method, Reporter report) {
    List<Annotation> annotations = method.annotations();
    for (Annotation each : annotations) {
      boolean isLong =
          each.type().isNamed(QUERY)
              && each.argument("value") != null
              && Constants.of(file)
                  .text(each.argument("value"))
                  .filter(it -> isOfWholeTable(it.toLowerCase(Locale.ROOT)))
                  .isPresent();
      boolean isLimited =
          annotations.stream()
              .anyMatch(it -> file.text(it).toLowerCase(Locale.ROOT).contains("timeout"));
      if (isLong && !isLimited) {
        report
            .candidate(
                method,
                MissingTimeoutRule.JDBC_NO_TIMEOUT,
                new DatabaseLimits(false),
                "`" + method.name() + "` groups a whole table, for as long as the database takes")
            .severity(Severity.NOTE);
      }
    }
  }

  private static boolean isOfWholeTable(String query) {
    return query.matches(GROUPING) && !query.matches("(?s).*\\bwhere\\b.*");
  }
}
