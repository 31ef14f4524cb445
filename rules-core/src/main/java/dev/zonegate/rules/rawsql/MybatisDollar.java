package dev.zonegate.rules.rawsql;

import dev.zonegate.match.Constants;
import dev.zonegate.match.Inert;
import dev.zonegate.match.TypeSet;
import dev.zonegate.model.Annotation;
import dev.zonegate.model.Decl;
import dev.zonegate.model.Expr;
import dev.zonegate.model.SourceFile;
import dev.zonegate.model.TypeNode;
import dev.zonegate.rule.Confidence;
import dev.zonegate.rule.Related;
import dev.zonegate.rule.Report;
import dev.zonegate.rule.Reporter;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** {@code ${name}} in the statement of a MyBatis mapper method, where it stands for text. */
final class MybatisDollar {
  private static final TypeSet STATEMENTS = TypeSet.load("sql/statement-annotations.types");
  private static final String PARAM = "org.apache.ibatis.annotations.Param";
  private static final Pattern DOLLAR = Pattern.compile("\\$\\{\\s*([\\w.\\[\\]]+)\\s*\\}");
  private static final Pattern LOOP =
      Pattern.compile("<foreach\\b[^<>]*\\bcollection\\s*=\\s*['\"]([\\w.]+)['\"][^<>]*>");
  private static final Pattern ITEM = Pattern.compile("\\bitem\\s*=\\s*['\"](\\w+)['\"]");
  private final SourceFile file;
  private final Reporter report;

  MybatisDollar(SourceFile file, Reporter report) {
    this.file = file;
    this.report = report;
  }

  void find() {
    for (Decl.Method method : file.all(Decl.Method.class)) {
      for (Annotation each : method.annotations()) {
        Expr value = each.argument("value");
        if (value != null && STATEMENTS.contains(each.type()).isYes()) {
          check(method, each, statement(value));
        }
      }
    }
  }

  /** The statement; MyBatis joins several texts with a space. */
  private String statement(Expr value) {
    List<Expr> lines =
        value instanceof Expr.ArrayInitializer written ? written.elements() : List.of(value);
    StringBuilder text = new StringBuilder();
    for (Expr each : lines) {
      text.append(Constants.of(file).text(each).orElse("?")).append(' ');
    }
    return text.toString();
  }

  private void check(Decl.Method method, Annotation annotation, String statement) {
    Set<String> seen = new LinkedHashSet<>();
    Matcher dollar = DOLLAR.matcher(statement);
    while (dollar.find()) {
      String name = dollar.group(1);
      Optional<Decl.Param> param = param(method, root(name, statement));
      if (seen.add(name) && param.isPresent() && holdsText(param.get(), name)) {
        Position position =
            Position.of(statement.substring(0, dollar.start()), statement.substring(dollar.end()));
        report(annotation, name, param.get(), position);
      }
    }
  }

  private void report(Annotation annotation, String name, Decl.Param param, Position position) {
    boolean isValue = position == Position.QUOTED || position == Position.VALUE;
    boolean isProperty = name.contains(".");
    Report made = report.at(annotation, RawSqlRule.MYBATIS_DOLLAR, name);
    Grades.put(made, isProperty ? Confidence.LOW : isValue ? Confidence.HIGH : Confidence.MEDIUM);
    made.related(Related.at(file, param, "any caller can pass it here").onPath());
  }

  /** The parameter's name behind {@code item.name}, through {@code foreach}. */
  private static String root(String name, String statement) {
    String root = name.split("[.\\[]", 2)[0];
    Matcher loop = LOOP.matcher(statement);
    while (loop.find()) {
      Matcher item = ITEM.matcher(loop.group());
      if (item.find() && item.group(1).equals(root)) {
        return loop.group(1).split("\\.", 2)[0];
      }
    }
    return root;
  }

  private Optional<Decl.Param> param(Decl.Method method, String name) {
    for (Decl.Param param : method.params()) {
      if (name.equals(boundName(param))) {
        return Optional.of(param);
      }
    }
    boolean isOnly = method.params().size() == 1;
    boolean isCollection =
        Set.of("list", "collection", "array", "value", "_parameter").contains(name);
    return isOnly && isCollection ? Optional.of(method.params().get(0)) : Optional.empty();
  }

  private String boundName(Decl.Param param) {
    for (Annotation each : param.annotations()) {
      if (each.type().isNamed(PARAM) && each.argument("value") != null) {
        return Constants.of(file).text(each.argument("value")).orElse(param.name());
      }
    }
    return param.name();
  }

  private static boolean holdsText(Decl.Param param, String name) {
    TypeNode type = param.type();
    if (Inert.isDeclaredBy(param)) {
      return false;
    }
    boolean isText = type.ref().isA("java.lang.CharSequence").isYes();
    boolean isTexts = type.ref().isArray() || type.ref().isA("java.util.Collection").isYes();
    boolean isWrapper = type.ref().isA("com.baomidou.mybatisplus.core.conditions.Wrapper").isYes();
    return isText || isTexts || name.contains(".") && !isWrapper && type.ref().isResolved();
  }
}
