package dev.zonegate.facts;

import dev.zonegate.match.Bindings;
import dev.zonegate.match.TypeSet;
import dev.zonegate.match.flow.Unboxing;
import dev.zonegate.model.Annotation;
import dev.zonegate.model.Decl;
import dev.zonegate.model.Expr;
import dev.zonegate.model.Modifier;
import dev.zonegate.model.SourceFile;
import dev.zonegate.model.Span;
import dev.zonegate.model.Variable;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/**
 * A field or component of stored or received data that nothing demands to be set: a column may be
 * NULL, a request may leave it out.
 *
 * @param at its name
 * @param type the type that has it, qualified
 * @param name {@code loyaltyPoints}
 * @param isStored whether a database keeps it; else a request or a message brings it
 */
public record OptionalProperty(String path, Span at, String type, String name, boolean isStored)
    implements Fact {
  private static final TypeSet STORED = TypeSet.load("ownership/stored.types");
  private static final TypeSet DEMANDS = TypeSet.load("nullness/demanded-properties.types");
  private static final TypeSet BEFORE_STORING =
      TypeSet.of("jakarta.persistence.PrePersist", "jakarta.persistence.PreUpdate");
  private static final TypeSet BODIES =
      TypeSet.of("org.springframework.web.bind.annotation.RequestBody");
  private static final Pattern RECEIVED =
      Pattern.compile(".*(Request|Dto|DTO|Form|Command|Payload|Input|Body|Event|Message)");

  static void collect(SourceFile file, Consumer<Fact> facts) {
    for (Decl.Type type : file.all(Decl.Type.class)) {
      boolean isStored = STORED.annotationIn(type.annotations()) != null;
      if (isStored || RECEIVED.matcher(type.name()).matches() || isBody(file, type)) {
        for (Variable each : DataFields.of(type)) {
          if (mayBeAbsent(file, each)) {
            facts.accept(
                new OptionalProperty(
                    file.path(), each.nameSpan(), type.qualifiedName(), each.name(), isStored));
          }
        }
      }
    }
  }

  /** Whatever its name, a handler of this file is sent it. */
  private static boolean isBody(SourceFile file, Decl.Type type) {
    return file.all(Decl.Param.class).stream()
        .filter(each -> BODIES.annotationIn(each.annotations()) != null)
        .anyMatch(each -> each.type() != null && each.type().ref().isNamed(type.qualifiedName()));
  }

  private static boolean mayBeAbsent(SourceFile file, Variable property) {
    String type = property.type() == null ? "" : property.type().ref().name();
    boolean isData =
        type.equals("java.lang.String")
            || property.type() != null && Unboxing.isWrapper(property.type().ref());
    boolean isGiven =
        property instanceof Decl.Field field && field.modifiers().contains(Modifier.FINAL);
    return isData
        && !isGiven
        && property.initializer() == null
        && property.annotations().stream().noneMatch(each -> isDemanding(file, each))
        && !isSetAtStart(file, property);
  }

  /** {@code @NotNull}, {@code @Id}, {@code @Column(nullable = false)}. */
  private static boolean isDemanding(SourceFile file, Annotation annotation) {
    return DEMANDS.contains(annotation.type()).isYes()
        || isFalse(annotation.argument("nullable"))
        || isFalse(annotation.argument("optional"))
        || annotation.argument("required") != null
            && file.text(annotation.argument("required")).equals("true");
  }

  private static boolean isFalse(Expr value) {
    return value instanceof Expr.Literal literal && Boolean.FALSE.equals(literal.value());
  }

  /** By a constructor, or before it is stored. */
  private static boolean isSetAtStart(SourceFile file, Variable property) {
    return Bindings.of(file).assignments(property).stream()
        .map(each -> file.enclosing(each, Decl.Method.class))
        .anyMatch(
            each ->
                each != null
                    && (each.isConstructor() && each.params().isEmpty()
                        || BEFORE_STORING.annotationIn(each.annotations()) != null));
  }
}
