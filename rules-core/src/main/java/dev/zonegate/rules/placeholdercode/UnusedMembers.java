package dev.zonegate.rules.placeholdercode;

import dev.zonegate.match.Bindings;
import dev.zonegate.match.TypeSet;
import dev.zonegate.model.Annotation;
import dev.zonegate.model.Decl;
import dev.zonegate.model.Expr;
import dev.zonegate.model.Invocation;
import dev.zonegate.model.Modifier;
import dev.zonegate.model.Node;
import dev.zonegate.model.SourceFile;
import dev.zonegate.model.Stmt;
import dev.zonegate.model.TypeShape;
import dev.zonegate.rule.Reporter;
import dev.zonegate.rule.Severity;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Private methods, their parameters, and private fields that nothing in their file uses. */
final class UnusedMembers {
  private static final Pattern SAID_UNUSED =
      Pattern.compile("(?i)_*|ignore.*|unused.*|dummy.*|_.*");
  private static final Set<String> BY_SERIALISATION =
      Set.of(
          "readObject",
          "writeObject",
          "readResolve",
          "writeReplace",
          "readObjectNoData",
          "main",
          "serialVersionUID",
          "serialPersistentFields");
  private static final Set<String> SILENT =
      Set.of(
          "SuppressWarnings",
          "Deprecated",
          "Nullable",
          "Nonnull",
          "NonNull",
          "NotNull",
          "Override");
  private static final TypeSet INJECTIONS =
      TypeSet.of(
          "org.springframework.beans.factory.annotation.Autowired",
          "org.springframework.beans.factory.annotation.Value",
          "org.springframework.beans.factory.annotation.Qualifier",
          "jakarta.inject.Inject",
          "jakarta.annotation.Resource");
  private static final TypeSet ACCESSORS = TypeSet.load("exposure/generated-getters.types");
  private static final TypeSet BEANS = TypeSet.load("placeholder/beans.types");

  private UnusedMembers() {}

  static void find(SourceFile file, Reporter report) {
    for (Decl.Method each : file.all(Decl.Method.class)) {
      if (isHidden(each.modifiers()) && !each.isConstructor() && each.body() != null) {
        method(file, each, report);
      }
    }
    for (Decl.Type type : file.all(Decl.Type.class)) {
      fields(file, type, report);
    }
  }

  private static void fields(SourceFile file, Decl.Type type, Reporter report) {
    Set<Boolean> readByReflection = readByReflection(type);
    for (Decl each : type.members()) {
      if (each instanceof Decl.Field field
          && isHidden(field.modifiers())
          && !readByReflection.contains(field.modifiers().contains(Modifier.STATIC))
          && isUnused(file, field)) {
        boolean isInjected = !field.annotations().isEmpty() || isAssigned(file, field);
        report.at(
            field,
            PlaceholderCodeRule.DEAD_CODE,
            "The field `"
                + field.name()
                + "` is "
                + (isInjected ? "set and never read" : "never used"));
      }
    }
  }

  private static void method(SourceFile file, Decl.Method method, Reporter report) {
    if (!isPlain(method.annotations())
        || Mentions.of(file).inTexts().contains(method.name())
        || BY_SERIALISATION.contains(method.name())) {
      return;
    }
    if (!isCalled(file, method)) {
      report.at(
          method,
          PlaceholderCodeRule.DEAD_CODE,
          "The private `" + method.name() + "` is never called");
      return;
    }
    if (file.all(Expr.MethodReference.class).stream()
        .noneMatch(each -> each.name().equals(method.name()))) {
      parameters(file, method, report);
    }
  }

  private static void parameters(SourceFile file, Decl.Method method, Reporter report) {
    for (Decl.Param each : method.params()) {
      if (Bindings.of(file).uses(each).isEmpty()
          && each.annotations().isEmpty()
          && !isSaidUnused(each.name())) {
        report
            .at(
                each,
                PlaceholderCodeRule.DEAD_CODE,
                "The parameter `" + each.name() + "` of `" + method.name() + "` is never read")
            .severity(Severity.NOTE);
      }
    }
  }

  static boolean isSaidUnused(String name) {
    return SAID_UNUSED.matcher(name).matches();
  }

  private static boolean isHidden(Set<Modifier> modifiers) {
    return modifiers.contains(Modifier.PRIVATE) && !modifiers.contains(Modifier.NATIVE);
  }

  private static boolean isPlain(List<Annotation> annotations) {
    return annotations.stream().allMatch(each -> SILENT.contains(simple(each)) && !allows(each));
  }

  private static boolean allows(Annotation annotation) {
    return simple(annotation).equals("SuppressWarnings")
        && annotation.arguments().toString().contains("unused");
  }

  private static String simple(Annotation annotation) {
    return annotation.name().substring(annotation.name().lastIndexOf('.') + 1);
  }

  /** By its name, so that a call of which too little is known counts as one. */
  private static boolean isCalled(SourceFile file, Decl.Method method) {
    return file.all(Invocation.class).stream()
        .anyMatch(
            each -> each.name().equals(method.name()) && !method.span().contains(each.span()));
  }

  private static boolean isUnused(SourceFile file, Decl.Field field) {
    return !BY_SERIALISATION.contains(field.name())
        && !isSaidUnused(field.name())
        && !isLogger(field)
        && (isPlain(field.annotations()) || isInjection(field.annotations()))
        && !Mentions.of(file).inTexts().contains(field.name())
        && !isRead(file, field);
  }

  private static boolean isInjection(List<Annotation> annotations) {
    return INJECTIONS.annotationIn(annotations) != null;
  }

  /** A logger is no code that somebody forgot. */
  private static boolean isLogger(Decl.Field field) {
    return field.type().ref().simpleName().matches("(?i).*Log(ger)?");
  }

  /** Whether a mapper or native code may read static fields, others, both or none of a type. */
  private static Set<Boolean> readByReflection(Decl.Type type) {
    boolean isBean = BEANS.annotationIn(type.annotations()) != null;
    boolean isMarked = type.annotations().stream().anyMatch(each -> !isKnown(each)) && !isBean;
    if (type.kind() == TypeShape.Kind.RECORD
        || isMarked
        || type.members().stream().anyMatch(UnusedMembers::isNative)) {
      return Set.of(true, false);
    }
    boolean isData =
        ACCESSORS.annotationIn(type.annotations()) != null
            || type.members().stream().noneMatch(UnusedMembers::isCode);
    return isData ? Set.of(false) : Set.of();
  }

  private static boolean isKnown(Annotation annotation) {
    return annotation.type().name().startsWith("lombok.")
        || annotation.type().name().startsWith("java.lang.");
  }

  private static boolean isCode(Decl member) {
    return member instanceof Decl.Method method && !method.isConstructor();
  }

  private static boolean isNative(Decl member) {
    return member instanceof Decl.Method method && method.modifiers().contains(Modifier.NATIVE);
  }

  private static boolean isRead(SourceFile file, Decl.Field field) {
    return Bindings.of(file).uses(field).stream()
            .anyMatch(each -> isReading(file, each) || isCount(file, each))
        || Mentions.of(file).unbound().contains(field.name());
  }

  private static boolean isAssigned(SourceFile file, Decl.Field field) {
    return field.initializer() != null || !Bindings.of(file).uses(field).isEmpty();
  }

  /** A counter may be there for a debugger or a monitor to see. */
  private static boolean isCount(SourceFile file, Expr use) {
    Node up = file.parent(use);
    return up instanceof Expr.Unary
        || up instanceof Expr.Assign assign && !assign.operator().equals("=");
  }

  /** Anything but being assigned by a statement of its own. */
  static boolean isReading(SourceFile file, Expr use) {
    Node up = file.parent(use);
    boolean isWritten =
        up instanceof Expr.Assign assign && assign.assigned() == use
            || up instanceof Expr.Unary unary && unary.operator().length() == 2;
    return !isWritten || !(file.parent(up) instanceof Stmt.Expression);
  }
}
