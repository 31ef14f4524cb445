package dev.zonegate.rules.localeandmoney;

import dev.zonegate.match.ApiSet;
import dev.zonegate.match.Constants;
import dev.zonegate.match.Words;
import dev.zonegate.model.Annotation;
import dev.zonegate.model.Decl;
import dev.zonegate.model.Expr;
import dev.zonegate.model.Modifier;
import dev.zonegate.model.Node;
import dev.zonegate.model.SourceFile;
import dev.zonegate.model.Stmt;
import dev.zonegate.model.TypeNode;
import dev.zonegate.model.Variable;
import dev.zonegate.rule.Confidence;
import dev.zonegate.rule.Report;
import dev.zonegate.rule.Reporter;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Finds money in {@code double}s: the fields, and of each method the first declaration. A name
 * alone proves nothing; see {@link MoneyHints}.
 */
final class MoneyDouble {
  private static final Set<String> FRACTIONS =
      Set.of("double", "float", "java.lang.Double", "java.lang.Float");
  private static final ApiSet ROUND = ApiSet.of("java.lang.Math#round");
  private static final Set<String> COLUMNS =
      Set.of("Column", "Entity", "Table", "JsonProperty", "Digits", "DecimalMin", "Embeddable");

  private MoneyDouble() {}

  static void find(SourceFile file, Reporter report) {
    for (Decl.Type type : file.all(Decl.Type.class)) {
      MoneyHints hints = MoneyHints.of(file, type);
      if (hints.isScience()) {
        continue;
      }
      Set<String> data = new HashSet<>();
      fields(type)
          .filter(each -> isMoney(each, hints))
          .forEach(
              each -> {
                data.add(each.name().toLowerCase(Locale.ROOT));
                report(report, type, each);
              });
      for (Decl member : type.members()) {
        if (member instanceof Decl.Method method && !isOverride(method)) {
          method(file, method, hints, data, report);
        }
      }
    }
    rounding(file, report);
  }

  private static Stream<Variable> fields(Decl.Type type) {
    return Stream.concat(
        type.components().stream(),
        type.members().stream()
            .filter(Decl.Field.class::isInstance)
            .map(Decl.Field.class::cast)
            .filter(each -> !isNamedNumber(each)));
  }

  /** A constant is a number that somebody has written down, most often a rate. */
  private static boolean isNamedNumber(Decl.Field field) {
    return field.modifiers().contains(Modifier.STATIC) && field.initializer() == null;
  }

  private static void report(Reporter reporter, Decl.Type type, Variable field) {
    Report made = reporter.at(field, LocaleAndMoneyRule.MONEY_DOUBLE, declared(field), "keeps");
    if (isStored(type.annotations()) || isStored(field.annotations())) {
      made.confidence(Confidence.HIGH);
    }
  }

  private static boolean isStored(List<Annotation> annotations) {
    return annotations.stream()
        .anyMatch(
            each -> COLUMNS.contains(each.name().substring(each.name().lastIndexOf('.') + 1)));
  }

  private static String declared(Variable variable) {
    return variable.type().ref().simpleName() + " " + variable.name();
  }

  private static void method(
      SourceFile file, Decl.Method method, MoneyHints hints, Set<String> data, Reporter report) {
    MoneyHints inside = hints.in(method);
    if (isAccessor(method, data)) {
      return;
    }
    if (method.returnType() != null
        && isFraction(method.returnType())
        && !data.contains(property(method.name()))
        && inside.isMoney(method.name(), method)) {
      report.at(
          method,
          LocaleAndMoneyRule.MONEY_DOUBLE,
          method.returnType().ref().simpleName() + " " + method.name() + "()",
          "returns");
      return;
    }
    Stream<Variable> locals =
        method.body() == null
            ? Stream.empty()
            : file.allIn(method.body(), Stmt.Local.class).stream().map(Variable.class::cast);
    Stream.concat(method.params().stream(), locals)
        .filter(each -> each.type() != null && !data.contains(each.name().toLowerCase(Locale.ROOT)))
        .filter(each -> isMoney(each, inside))
        .findFirst()
        .ifPresent(
            each -> report.at(each, LocaleAndMoneyRule.MONEY_DOUBLE, declared(each), "takes"));
  }

  /** A getter, setter or constructor, which says again what the fields say. */
  private static boolean isAccessor(Decl.Method method, Set<String> data) {
    return method.isConstructor()
            && method.params().stream()
                .anyMatch(each -> data.contains(each.name().toLowerCase(Locale.ROOT)))
        || data.contains(property(method.name()));
  }

  private static String property(String method) {
    return Words.withoutVerb(method, "get", "set", "is", "with", "add").toLowerCase(Locale.ROOT);
  }

  private static boolean isOverride(Decl.Method method) {
    return method.annotations().stream()
        .anyMatch(each -> each.type().isNamed("java.lang.Override"));
  }

  private static boolean isMoney(Variable variable, MoneyHints hints) {
    return variable.type() != null
        && isFraction(variable.type())
        && hints.isMoney(variable.name(), variable);
  }

  static boolean isFraction(TypeNode type) {
    return FRACTIONS.contains(type.ref().name().replace("[]", ""));
  }

  /** {@code Math.round(total * 100) / 100.0}: cents by way of binary fractions. */
  private static void rounding(SourceFile file, Reporter report) {
    for (Expr.Call call : ROUND.callsIn(file)) {
      if (ROUND.matches(call).isYes()
          && file.parent(call) instanceof Expr.Binary quotient
          && quotient.operator().equals("/")
          && quotient.left() == call
          && isHundred(file, quotient.right())
          && call.arguments().get(0) instanceof Expr.Binary product
          && product.operator().equals("*")
          && isHundred(file, product.right())
          && isMoneyThere(file, call, product.left())) {
        report.at(call, LocaleAndMoneyRule.MONEY_DOUBLE, file.text(quotient), "rounds");
      }
    }
  }

  private static boolean isHundred(SourceFile file, Expr value) {
    return Constants.of(file)
        .value(value)
        .filter(it -> it instanceof Number number && number.doubleValue() == 100)
        .isPresent();
  }

  private static boolean isMoneyThere(SourceFile file, Node at, Expr value) {
    Decl.Type type = file.enclosing(at, Decl.Type.class);
    boolean isByName =
        MoneyName.isMoney(value)
            || file.allIn(value, Expr.Name.class).stream().anyMatch(MoneyName::isMoney);
    return type != null && isByName && !MoneyHints.of(file, type).isScience();
  }
}
