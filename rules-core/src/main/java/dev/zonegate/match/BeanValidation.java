package dev.zonegate.match;

import dev.zonegate.model.Annotation;
import dev.zonegate.model.Decl;
import dev.zonegate.model.Expr;
import dev.zonegate.model.Invocation;
import dev.zonegate.model.Node;
import dev.zonegate.model.SourceFile;
import dev.zonegate.model.TypeRef;
import dev.zonegate.model.Variable;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The constraints of Bean Validation, and the marks by which it looks into an object. */
public final class BeanValidation {
  private static final TypeSet CONSTRAINT = TypeSet.of("jakarta.validation.Constraint");
  private static final TypeSet CASCADES = TypeSet.of("=jakarta.validation.Valid");
  private static final TypeSet SWITCHES =
      TypeSet.of("org.springframework.validation.annotation.Validated");
  private static final List<String> PACKAGES =
      List.of(
          "jakarta.validation.constraints.",
          "javax.validation.constraints.",
          "org.hibernate.validator.constraints.");

  private static final Set<String> VALIDATING =
      Set.of("valid", "validate", "validator", "validation", "validated", "validating");

  private BeanValidation() {}

  /** Whether {@code annotation} restricts what it stands on. */
  public static boolean isConstraint(Annotation annotation) {
    TypeRef type = annotation.type();
    return PACKAGES.stream().anyMatch(type.name()::startsWith) || CONSTRAINT.isOnType(type);
  }

  /** Whether a constraint stands on {@code variable} or on a part of its type. */
  public static boolean isConstrained(SourceFile file, Variable variable) {
    return written(file, variable).anyMatch(BeanValidation::isConstraint);
  }

  /** Whether validation of what holds {@code variable} goes on into it. */
  public static boolean cascades(SourceFile file, Variable variable) {
    return written(file, variable).anyMatch(each -> CASCADES.contains(each.type()).isYes());
  }

  /**
   * Whether a framework that fills {@code param} validates it: by these annotations, and in Spring
   * by any other whose name begins so.
   */
  public static boolean isValidated(SourceFile file, Variable param) {
    return written(file, param)
        .anyMatch(
            each ->
                isSwitch(List.of(each))
                    || each.name().substring(each.name().lastIndexOf('.') + 1).startsWith("Valid"));
  }

  /** Whether one of these makes Spring check the constraints of a method's parameters. */
  public static boolean isSwitch(List<Annotation> annotations) {
    return SWITCHES.annotationIn(annotations) != null;
  }

  /** Whether {@code use} validates what it is given or called on, as far as its words say. */
  public static boolean isCall(SourceFile file, Invocation use) {
    return names(use.name())
        || use instanceof Expr.Call call
            && call.target() != null
            && names(written(file, call.target()));
  }

  /** Whether {@code method} itself validates what {@code param} holds. */
  public static boolean isCheckedIn(SourceFile file, Decl.Method method, Decl.Param param) {
    return method.body() != null
        && Bindings.of(file).uses(param).stream()
            .map(file::parent)
            .anyMatch(each -> each instanceof Invocation use && isCall(file, use));
  }

  private static String written(SourceFile file, Expr target) {
    if (target instanceof Expr.Name name) {
      return name.name();
    }
    return target instanceof Expr.Call ? "" : file.text(target);
  }

  private static boolean names(String name) {
    boolean mayBe = name.contains("alid") || name.contains("ALID");
    return mayBe && Words.of(name).stream().anyMatch(VALIDATING::contains);
  }

  /** Whether {@code type} says anything about what its data must be. */
  public static boolean hasConstraints(SourceFile file, Decl.Type type) {
    return type.annotations().stream().anyMatch(BeanValidation::isConstraint)
        || Stream.concat(type.components().stream(), type.members().stream())
            .anyMatch(each -> isConstrainedMember(file, each));
  }

  private static boolean isConstrainedMember(SourceFile file, Decl member) {
    if (member instanceof Variable variable) {
      return isConstrained(file, variable);
    }
    return member instanceof Decl.Method getter
        && getter.params().isEmpty()
        && !getter.isConstructor()
        && getter.annotations().stream().anyMatch(BeanValidation::isConstraint);
  }

  private static Stream<Annotation> written(SourceFile file, Variable variable) {
    Node type = variable.type();
    return type == null
        ? variable.annotations().stream()
        : Stream.concat(
            variable.annotations().stream(), file.allIn(type, Annotation.class).stream());
  }
}
