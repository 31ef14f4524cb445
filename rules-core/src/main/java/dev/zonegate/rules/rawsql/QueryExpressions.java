package dev.zonegate.rules.rawsql;

import dev.zonegate.match.Constants;
import dev.zonegate.match.Inert;
import dev.zonegate.model.Annotation;
import dev.zonegate.model.Decl;
import dev.zonegate.model.SourceFile;
import dev.zonegate.rule.Confidence;
import dev.zonegate.rule.Related;
import dev.zonegate.rule.Reporter;
import dev.zonegate.rule.RulePattern;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Expressions in a Spring Data {@code @Query} that become text of the query. {@code ?#{...}} and
 * {@code :#{...}} are bound, and {@code #{#entityName}} is the entity's own name.
 */
final class QueryExpressions {
  private static final String JPA = "org.springframework.data.jpa.repository.Query";
  private static final String MONGO = "org.springframework.data.mongodb.repository.Query";
  private static final String NEO4J = "org.springframework.data.neo4j.repository.query.Query";
  private static final String CASSANDRA = "org.springframework.data.cassandra.repository.Query";
  private static final Pattern PASTED =
      Pattern.compile(
          "(?<![?:])#\\{(?=[^{}]*+\\})[^{}]*?(?:#(?!entityName\\b)(\\w++)|\\[(\\d{1,4})\\])[^{}]*+\\}");
  private static final Pattern LITERAL =
      Pattern.compile(":#\\{\\s*(?:literal|orderBy|anyOf|allOf)\\(\\s*#(\\w+)\\s*\\)\\s*\\}");
  private final SourceFile file;
  private final Reporter report;

  QueryExpressions(SourceFile file, Reporter report) {
    this.file = file;
    this.report = report;
  }

  void find() {
    for (Decl.Method method : file.all(Decl.Method.class)) {
      for (Annotation each : method.annotations()) {
        if (each.type().isNamed(JPA)) {
          check(method, each, PASTED, RawSqlRule.JPA_CONCAT);
        } else if (each.type().isNamed(MONGO) || each.type().isNamed(CASSANDRA)) {
          check(method, each, PASTED, RawSqlRule.NOSQL_CONCAT);
        } else if (each.type().isNamed(NEO4J)) {
          check(method, each, LITERAL, RawSqlRule.NOSQL_CONCAT);
        }
      }
    }
  }

  private void check(Decl.Method method, Annotation annotation, Pattern form, RulePattern pattern) {
    for (Annotation.Argument argument : annotation.arguments()) {
      Matcher pasted = form.matcher(Constants.of(file).text(argument.value()).orElse(""));
      while (pasted.find()) {
        Optional<Decl.Param> param = param(method, pasted);
        if (param.isPresent() && !Inert.isDeclaredBy(param.get())) {
          report
              .at(annotation, pattern, "@" + annotation.name(), pasted.group())
              .confidence(Confidence.MEDIUM)
              .related(Related.at(file, param.get(), "any caller can pass it here").onPath());
        }
      }
    }
  }

  private static Optional<Decl.Param> param(Decl.Method method, Matcher pasted) {
    if (pasted.group(1) == null) {
      int index = Integer.parseInt(pasted.group(2));
      return method.params().stream().skip(index).findFirst();
    }
    return method.params().stream().filter(it -> it.name().equals(pasted.group(1))).findFirst();
  }
}
