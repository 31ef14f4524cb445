package dev.zonegate.rules.rawsql;

import dev.zonegate.match.Composition;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the text around a pasted piece says that the piece is. */
enum Position {
  /** A value in quotes, which is text for certain. */
  QUOTED,
  /** A value, for which a parameter could be bound. */
  VALUE,
  /** A column, direction or limit, for which it could not. */
  NAME,
  /** A name between the quotes of names, which only that quote in it can leave. */
  QUOTED_NAME,
  /** A table or another object of the schema, or any name in a statement that changes it. */
  SCHEMA_NAME,
  /** A piece of the statement. */
  FRAGMENT;

  private static final Pattern OPERATOR =
      Pattern.compile(
          "(=|<|>|\\|\\||\\b(LIKE|ILIKE|RLIKE|REGEXP|BETWEEN|IN|VALUES|THEN|MATCH))\\s*+(?:\\(\\s*+)?%?$");
  private static final Pattern CLAUSE =
      Pattern.compile(
          "\\b(SELECT|DISTINCT|FROM|JOIN|INTO|UPDATE|TABLE|ORDER BY|GROUP BY|LIMIT|OFFSET|TOP|SET"
              + "|SCHEMA|DATABASE|INDEX|VIEW|COLUMN|SEQUENCE|TRUNCATE|USE|EXISTS|CALL|USER|ROLE|CONSTRAINT|REFERENCES|TRIGGER"
              + "|WHERE|AND|OR|HAVING|ON|NOT|VALUES|IN|LIKE|BETWEEN|RETURNING|UNION|WITH|AS)\\b");
  private static final Pattern SCHEMA =
      Pattern.compile(
          "\\s*(CREATE|DROP|ALTER|TRUNCATE|RENAME|COMMENT|GRANT|REVOKE|SHOW|DESCRIBE)\\s.*");
  private static final Set<String> BEFORE_VALUES = Set.of("VALUES", "IN", "LIKE", "BETWEEN");
  private static final Set<String> BEFORE_COLUMNS =
      Set.of("SELECT", "DISTINCT", "GROUP BY", "TOP", "SET", "CALL");
  private static final Set<String> BEFORE_CONDITIONS =
      Set.of(
          "WHERE",
          "AND",
          "OR",
          "HAVING",
          "ON",
          "NOT",
          "RETURNING",
          "UNION",
          "WITH",
          "AS",
          "EXISTS");
  private static final Pattern COMPARED =
      Pattern.compile(
          "^\\s*(=|<|>|!=|LIKE\\b|ILIKE\\b|IN\\b|IS\\b|NOT\\b|BETWEEN\\b).*", Pattern.DOTALL);

  /** Where a piece stands between {@code before} and {@code after}. */
  static Position of(String before, String after) {
    String upper = before.toUpperCase(Locale.ROOT).replaceAll("\\s+", " ");
    if (quotes(upper) % 2 != 0) {
      return QUOTED;
    }
    if (upper.endsWith("\"") || upper.endsWith("`") || upper.endsWith("[")) {
      return QUOTED_NAME;
    }
    if (SCHEMA.matcher(upper).matches()) {
      return SCHEMA_NAME;
    }
    if (OPERATOR.matcher(upper).find()) {
      return VALUE;
    }
    Matcher clause = CLAUSE.matcher(upper);
    String last = "";
    int end = 0;
    while (clause.find()) {
      last = clause.group();
      end = clause.end();
    }
    return last.isEmpty() ? FRAGMENT : within(last, upper.substring(end), after);
  }

  private static Position within(String clause, String gap, String after) {
    if (BEFORE_VALUES.contains(clause)) {
      return gap.strip().endsWith(",") || gap.isBlank() ? VALUE : FRAGMENT;
    }
    if (BEFORE_CONDITIONS.contains(clause)) {
      boolean isCompared = COMPARED.matcher(after.toUpperCase(Locale.ROOT)).matches();
      boolean isName = gap.isBlank() || gap.endsWith(".") || gap.endsWith("(");
      return isName && isCompared || clause.equals("EXISTS") && gap.isBlank() ? NAME : FRAGMENT;
    }
    if (clause.equals("ORDER BY") || clause.equals("LIMIT") || clause.equals("OFFSET")) {
      return NAME;
    }
    boolean isSubquery =
        (clause.equals("FROM") || clause.equals("JOIN")) && gap.strip().equals("(");
    if (isSubquery) {
      return FRAGMENT;
    }
    boolean isOpen =
        gap.isBlank()
            || !gap.endsWith(" ") && gap.charAt(gap.length() - 1) != Composition.HOLE
            || gap.strip().endsWith(",")
            || gap.strip().endsWith("(");
    if (!isOpen) {
      return FRAGMENT;
    }
    return BEFORE_COLUMNS.contains(clause) ? NAME : SCHEMA_NAME;
  }

  boolean isName() {
    return this == NAME || this == QUOTED_NAME || this == SCHEMA_NAME;
  }

  private static int quotes(String text) {
    return (int) text.chars().filter(c -> c == '\'').count();
  }
}
