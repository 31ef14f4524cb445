package dev.zonegate.rules.rawsql;

import dev.zonegate.model.ResourceFile;
import dev.zonegate.model.SourceFile;
import dev.zonegate.rule.Candidate;
import dev.zonegate.rule.Confidence;
import dev.zonegate.rule.Reporter;
import dev.zonegate.rule.ResourceReporter;
import dev.zonegate.rule.Rule;
import dev.zonegate.rule.RuleInfo;
import dev.zonegate.rule.RulePattern;
import dev.zonegate.rule.Settler;

/** Flags statements and queries that are put together from text of somebody's choice. */
public final class RawSqlRule implements Rule {
  static final RulePattern JDBC_CONCAT =
      RulePattern.error(
          "jdbcConcat",
          "`%s` gets SQL with `%s` pasted in, which can rewrite it",
          "bind it as a parameter");
  static final RulePattern JPA_CONCAT =
      RulePattern.error(
          "jpaConcat",
          "`%s` gets a query with `%s` pasted in, which can rewrite it",
          "bind it with `setParameter`");
  static final RulePattern SPRING_JDBC_CONCAT =
      RulePattern.error(
          "springJdbcConcat",
          "`%s` gets SQL with `%s` pasted in, which can rewrite it",
          "pass it as an argument");
  static final RulePattern IDENTIFIER_INTERPOLATION =
      RulePattern.error(
          "identifierInterpolation",
          "`%s` takes a name or an order from `%s`, which can be any SQL",
          "look it up in a fixed list of names");
  static final RulePattern MYBATIS_DOLLAR =
      RulePattern.error(
          "mybatisDollar",
          "`${%s}` is pasted into the statement as text, which can rewrite it",
          "write `#{...}`, or choose the text from a fixed list");
  static final RulePattern NOSQL_CONCAT =
      RulePattern.error(
          "nosqlConcat",
          "`%s` gets a query with `%s` pasted in, which can rewrite it",
          "pass it as a parameter");
  static final RulePattern JOOQ_PLAIN_SQL =
      RulePattern.error(
          "jooqPlainSql",
          "`%s` gets plain SQL with `%s` pasted in, which can rewrite it",
          "bind it, or quote a name with `DSL.name`");
  static final RulePattern LIKE_WILDCARD =
      RulePattern.note(
              "likeWildcard",
              "`%s` goes behind LIKE as typed, so a `%%` or `_` in it matches anything",
              "escape both before adding wildcards")
          .with(Confidence.MEDIUM);
  private static final RuleInfo INFO =
      RuleInfo.named("AI03", "RawSql")
          .summary("Bind values and choose names from a list instead of pasting text into SQL")
          .cwe(89, 564, 943)
          .patterns(
              JDBC_CONCAT,
              JPA_CONCAT,
              SPRING_JDBC_CONCAT,
              IDENTIFIER_INTERPOLATION,
              MYBATIS_DOLLAR,
              NOSQL_CONCAT,
              JOOQ_PLAIN_SQL,
              LIKE_WILDCARD);

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void settle(Candidate candidate, Settler settler) {
    if (candidate.evidence() instanceof FedStatements.FedStatement statement) {
      FedStatements.settle(candidate, statement, settler);
    } else if (candidate.evidence() instanceof PastedNames names) {
      BoundNames.settle(candidate, names, settler);
    } else if (candidate.evidence() instanceof PassedParts parts
        && !parts.areFixed(settler.project())) {
      settler.report(candidate);
    }
  }

  @Override
  public void check(SourceFile file, Reporter report) {
    new ComposedStatements(file, report).find();
    new MybatisDollar(file, report).find();
    new QueryExpressions(file, report).find();
    new LikeWildcard(file, report).find();
  }

  @Override
  public void check(ResourceFile file, ResourceReporter report) {
    MapperXml.find(file, report);
  }
}
