package dev.zonegate.rules.missingstate;

import dev.zonegate.match.ApiSet;
import dev.zonegate.match.Bindings;
import dev.zonegate.match.Constants;
import dev.zonegate.model.Decl;
import dev.zonegate.model.Expr;
import dev.zonegate.model.Invocation;
import dev.zonegate.model.SourceFile;
import dev.zonegate.rule.Reporter;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Finds lists for {@code IN (:ids)} that may be empty, which most databases refuse. */
final class EmptyIn {
  private static final ApiSet PARAMETERS =
      ApiSet.of(
          "org.springframework.jdbc.core.namedparam.MapSqlParameterSource#new(String,Object)",
          "org.springframework.jdbc.core.namedparam.MapSqlParameterSource#addValue",
          "org.springframework.jdbc.core.simple.JdbcClient.StatementSpec#param(String,Object)",
          "java.util.Map#of(*,*)");
  private static final Set<String> QUESTIONS = Set.of("isEmpty", "size");

  private EmptyIn() {}

  static void find(SourceFile file, Reporter report) {
    for (Invocation use : PARAMETERS.usesIn(file)) {
      if (PARAMETERS.matches(use).isYes() && isOpen(file, use)) {
        report.at(
            use,
            MissingStateRule.EMPTY_AGGREGATE,
            use.shortName(),
            "makes `IN ()` of an empty list, which databases refuse");
      }
    }
  }

  private static boolean isOpen(SourceFile file, Invocation use) {
    List<Expr> arguments = use.arguments();
    if (arguments.size() < 2) {
      return false;
    }
    Expr list = arguments.get(1);
    boolean isGiven =
        Bindings.of(file).declaration(list).orElse(null) instanceof Decl.Param param
            && file.parent(param) instanceof Decl.Method
            && list.type().isA("java.util.Collection").isYes();
    String name = Constants.of(file).text(arguments.get(0)).orElse("");
    return isGiven
        && !name.isEmpty()
        && isIn(file, use, name)
        && !Asked.about(file, use, list, QUESTIONS);
  }

  /** Whether a query in the method has {@code IN (:name)}. */
  private static boolean isIn(SourceFile file, Invocation use, String name) {
    Pattern in = Pattern.compile("(?is).*\\bin\\s*\\(\\s*:" + Pattern.quote(name) + "\\s*\\).*");
    Decl.Method method = file.enclosing(use, Decl.Method.class);
    return method != null
        && method.body() != null
        && file.allIn(method.body(), Expr.class).stream()
            .anyMatch(
                each ->
                    (each instanceof Expr.Literal || each instanceof Expr.Name)
                        && in.matcher(Constants.of(file).text(each).orElse("")).matches());
  }
}
