package dev.zonegate.rules.hardcodedsecret;

import dev.zonegate.match.Bindings;
import dev.zonegate.match.Constants;
import dev.zonegate.model.Expr;
import dev.zonegate.model.Node;
import dev.zonegate.model.SourceFile;
import dev.zonegate.model.Variable;
import dev.zonegate.rule.Reporter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** One source file under the rule; a text is reported by the first pattern that knows it. */
final class Search {
  private static final Set<String> CONVERSIONS =
      Set.of("getBytes", "toCharArray", "trim", "strip", "intern", "toString", "array");
  private static final Set<String> DECODERS =
      Set.of(
          "decode",
          "decodeBase64",
          "parseBase64Binary",
          "parseHexBinary",
          "parseHex",
          "wrap",
          "encode",
          "valueOf");
  private final SourceFile file;
  private final Reporter report;
  private final Set<Node> taken = Collections.newSetFromMap(new IdentityHashMap<>());

  Search(SourceFile file, Reporter report) {
    this.file = file;
    this.report = report;
  }

  /**
   * A text that stands in the code.
   *
   * @param literals where it stands
   */
  record Text(String value, List<Expr> literals) {
    int length() {
      return value.length();
    }
  }

  SourceFile file() {
    return file;
  }

  Reporter report() {
    return report;
  }

  /** Keeps a text for one pattern; false if another one has it. */
  boolean take(Text text) {
    boolean isFree = text.literals().stream().noneMatch(taken::contains);
    taken.addAll(text.literals());
    return isFree;
  }

  /** The text that {@code expr} always is, whatever it is converted to. */
  Optional<Text> text(Expr expr) {
    return text(expr, 0);
  }

  /** The text that {@code expr} is and shows itself, not by way of a variable. */
  Optional<Text> written(Expr expr) {
    boolean isNamed = expr instanceof Expr.Name || expr instanceof Expr.FieldAccess;
    return isNamed ? Optional.empty() : text(expr, 0);
  }

  private Optional<Text> text(Expr expr, int depth) {
    if (expr == null || depth > 6) {
      return Optional.empty();
    }
    if (expr instanceof Expr.Call call) {
      Expr converted = converted(call);
      if (converted != null) {
        return text(converted, depth + 1);
      }
    } else if (expr instanceof Expr.New created && created.arguments().size() > 0) {
      boolean isString = created.created().ref().isNamed("java.lang.String");
      return isString ? text(created.arguments().get(0), depth + 1) : Optional.empty();
    } else if (expr instanceof Expr.NewArray array && array.initializer() != null) {
      return elements(array.initializer());
    } else if (expr instanceof Expr.ArrayInitializer elements) {
      return elements(elements);
    } else if (expr instanceof Expr.Cast cast) {
      return text(cast.operand(), depth + 1);
    }
    Optional<Variable> variable = Bindings.of(file).declaration(expr);
    if (variable.isPresent()) {
      Expr initializer = variable.get().initializer();
      if (initializer != null && Bindings.of(file).isAssignedOnce(variable.get())) {
        return text(initializer, depth + 1);
      }
    }
    return Constants.of(file).text(expr).map(value -> new Text(value, literals(expr)));
  }

  private static Expr converted(Expr.Call call) {
    if (CONVERSIONS.contains(call.name()) && call.target() != null && isNoType(call.target())) {
      return call.target();
    }
    return DECODERS.contains(call.name()) && call.arguments().size() == 1
        ? call.arguments().get(0)
        : null;
  }

  private static boolean isNoType(Expr target) {
    return !(target instanceof Expr.TypeName);
  }

  /** An array of characters or bytes, each of them written. */
  private static Optional<Text> elements(Expr.ArrayInitializer array) {
    StringBuilder value = new StringBuilder();
    for (Expr each : array.elements()) {
      Expr plain = each instanceof Expr.Cast cast ? cast.operand() : each;
      if (!(plain instanceof Expr.Literal literal) || literal.value() == null) {
        return Optional.empty();
      }
      Object element = literal.value();
      value.append(
          element instanceof Integer number
              ? Character.valueOf((char) number.intValue())
              : element);
    }
    return value.chars().distinct().count() < 2
        ? Optional.empty()
        : Optional.of(new Text(value.toString(), List.of(array)));
  }

  private List<Expr> literals(Expr expr) {
    List<Expr> literals = new ArrayList<>(file.allIn(expr, Expr.Literal.class));
    if (literals.isEmpty()) {
      literals.add(expr);
    }
    return literals;
  }
}
