package dev.zonegate.rules.missingstate;

import dev.zonegate.match.ApiSet;
import dev.zonegate.match.Constants;
import dev.zonegate.match.Discarded;
import dev.zonegate.match.Same;
import dev.zonegate.model.Expr;
import dev.zonegate.model.Node;
import dev.zonegate.model.SourceFile;
import dev.zonegate.model.Stmt;
import dev.zonegate.rule.Confidence;
import dev.zonegate.rule.Reporter;
import dev.zonegate.rule.Severity;
import java.util.regex.Pattern;

/** Finds rows that are read although a query may have found none. */
final class EmptyRow {
  private static final ApiSet NEXT =
      ApiSet.of("java.sql.ResultSet#next()", "java.sql.ResultSet#first()");
  private static final ApiSet ONE =
      ApiSet.of(
          "org.springframework.jdbc.core.JdbcOperations#queryForObject",
          "org.springframework.jdbc.core.JdbcTemplate#queryForObject",
          "org.springframework.jdbc.core.namedparam.NamedParameterJdbcOperations#queryForObject",
          "org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate#queryForObject");
  private static final Pattern ALWAYS_ONE =
      Pattern.compile(
          "(?is).*(count\\s*\\(|sum\\s*\\(|max\\s*\\(|min\\s*\\(|avg\\s*\\(|exists\\s*\\(|nextval|returning|select\\s+1\\s|last_insert).*");
  private static final Pattern HANDLES =
      Pattern.compile(
          "EmptyResultDataAccessException|IncorrectResultSizeDataAccessException|DataAccessException|Exception|RuntimeException");

  private EmptyRow() {}

  static void find(SourceFile file, Reporter report) {
    for (Expr.Call call : Discarded.calls(file)) {
      if (NEXT.matches(call).isYes() && isReadAfter(file, call) && !isOfOneRow(file, call)) {
        report.at(
            call, MissingStateRule.EMPTY_AGGREGATE, call.shortName(), "may find no row to read");
      }
    }
    for (Expr.Call call : ONE.callsIn(file)) {
      if (ONE.matches(call).isYes()
          && call.argument(0).flatMap(each -> Constants.of(file).text(each)).isPresent()
          && !isOfOneRow(file, call)
          && !isHandled(file, call)) {
        report
            .at(
                call,
                MissingStateRule.EMPTY_AGGREGATE,
                call.shortName(),
                "throws when there is no row")
            .severity(Severity.NOTE)
            .confidence(Confidence.MEDIUM);
      }
    }
  }

  private static boolean isReadAfter(SourceFile file, Expr.Call next) {
    Node block = file.enclosing(next, Stmt.Block.class);
    return block != null
        && file.allIn(block, Expr.Call.class).stream()
            .anyMatch(
                each ->
                    each.name().startsWith("get")
                        && next.span().isBefore(each.span())
                        && Same.are(each.target(), next.target()));
  }

  /** Whether the query always gives a row, or is not written here. */
  private static boolean isOfOneRow(SourceFile file, Expr.Call call) {
    Node routine = file.enclosing(call, dev.zonegate.model.Decl.Method.class);
    if (routine == null) {
      return true;
    }
    boolean isKnown = false;
    for (Expr each : file.allIn(routine, Expr.class)) {
      String text = Constants.of(file).text(each).orElse("").strip();
      boolean isQuery = text.matches("(?is)(select|with|call|insert|update)\\s.*");
      if (isQuery && ALWAYS_ONE.matcher(text).matches()) {
        return true;
      }
      isKnown |= isQuery;
    }
    return !isKnown;
  }

  private static boolean isHandled(SourceFile file, Expr.Call call) {
    for (Stmt.Try each = file.enclosing(call, Stmt.Try.class);
        each != null;
        each = file.enclosing(each, Stmt.Try.class)) {
      if (each.catches().stream()
          .flatMap(it -> it.types().stream())
          .map(file::text)
          .anyMatch(it -> HANDLES.matcher(it.substring(it.lastIndexOf('.') + 1)).matches())) {
        return true;
      }
    }
    return false;
  }
}
