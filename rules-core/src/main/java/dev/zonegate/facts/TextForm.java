package dev.zonegate.facts;

import dev.zonegate.facts.TypeOutput.OutputField;
import dev.zonegate.match.Bindings;
import dev.zonegate.match.Masking;
import dev.zonegate.model.Annotation;
import dev.zonegate.model.Decl;
import dev.zonegate.model.Expr;
import dev.zonegate.model.Node;
import dev.zonegate.model.SourceFile;
import dev.zonegate.model.TypeShape;
import dev.zonegate.model.Variable;
import java.util.List;
import java.util.function.Predicate;

/** What {@code toString} tells of a type. */
final class TextForm {
  private static final List<String> GENERATING =
      List.of("lombok.ToString", "lombok.Data", "lombok.Value");
  private final SourceFile file;
  private final Decl.Type type;

  private TextForm(SourceFile file, Decl.Type type) {
    this.file = file;
    this.type = type;
  }

  /** The fields of {@code type} that its text form shows; none if it is that of {@code Object}. */
  static List<OutputField> fields(SourceFile file, Decl.Type type) {
    TextForm form = new TextForm(file, type);
    Decl.Method written = DataFields.accessor(type, "toString");
    Predicate<Variable> isShown =
        written != null
            ? field -> form.isNamed(written, field)
            : form.isGenerated()
                ? form::isIncluded
                : field -> type.kind() == TypeShape.Kind.RECORD && !field.type().ref().isArray();
    return DataFields.of(type).stream().filter(isShown).map(DataFields::output).toList();
  }

  private boolean isGenerated() {
    return GENERATING.stream()
        .anyMatch(each -> DataFields.annotation(type.annotations(), each).isPresent());
  }

  /** What Lombok includes. */
  private boolean isIncluded(Variable field) {
    boolean isExplicit =
        DataFields.annotation(field.annotations(), "lombok.ToString.Include").isPresent();
    if (DataFields.annotation(field.annotations(), "lombok.ToString.Exclude").isPresent()
        || field.name().startsWith("$")) {
      return false;
    }
    Annotation options = DataFields.annotation(type.annotations(), "lombok.ToString").orElse(null);
    if (options == null) {
      return true;
    }
    List<String> only = DataFields.texts(file, options, "of");
    boolean isOnlyExplicit =
        options.argument("onlyExplicitlyIncluded") instanceof Expr.Literal literal
            && Boolean.TRUE.equals(literal.value());
    return only.isEmpty()
        ? !DataFields.texts(file, options, "exclude").contains(field.name())
            && (!isOnlyExplicit || isExplicit)
        : only.contains(field.name());
  }

  /** Whether the method written by hand reads the field, or its getter, and does not mask it. */
  private boolean isNamed(Decl.Method method, Variable field) {
    if (method.body() == null) {
      return false;
    }
    for (Expr use : Bindings.of(file).uses(field)) {
      if (isIn(use, method) && !Masking.isApplied(file, use, method)) {
        return true;
      }
    }
    String getter = "get" + capitalized(field.name());
    for (Expr.Call call : file.allIn(method.body(), Expr.Call.class)) {
      boolean isOwn = call.target() == null || call.target() instanceof Expr.This;
      boolean isGetter = call.name().equals(getter) || call.name().equals(field.name());
      if (isOwn
          && isGetter
          && call.arguments().isEmpty()
          && !Masking.isApplied(file, call, method)) {
        return true;
      }
      if (isReflective(call)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isReflective(Expr.Call call) {
    return call.name().equals("reflectionToString")
        && call.arguments().size() <= 2
        && call.arguments().stream().anyMatch(Expr.This.class::isInstance);
  }

  private boolean isIn(Node node, Node around) {
    for (Node up = node; up != null; up = file.parent(up)) {
      if (up == around) {
        return true;
      }
    }
    return false;
  }

  static String capitalized(String name) {
    return name.isEmpty() ? name : Character.toUpperCase(name.charAt(0)) + name.substring(1);
  }
}
