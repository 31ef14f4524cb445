package dev.zonegate.facts;

import dev.zonegate.match.TypeSet;
import dev.zonegate.model.Annotation;
import dev.zonegate.model.Decl;
import dev.zonegate.model.SourceFile;
import dev.zonegate.model.Span;
import java.util.function.Consumer;

/**
 * A field of an entity that is read from the database when it is first asked for.
 *
 * @param at its name
 * @param type qualified name of the entity
 * @param isMany whether it is a collection
 * @param isBatched whether it is read for several entities at once
 */
public record LazyAssociation(
    String path, Span at, String type, String property, boolean isMany, boolean isBatched)
    implements Fact {
  private static final TypeSet TO_MANY =
      TypeSet.of(
          "jakarta.persistence.OneToMany",
          "jakarta.persistence.ManyToMany",
          "jakarta.persistence.ElementCollection");
  private static final TypeSet TO_ONE =
      TypeSet.of("jakarta.persistence.ManyToOne", "jakarta.persistence.OneToOne");
  private static final TypeSet BATCHED =
      TypeSet.of("org.hibernate.annotations.BatchSize", "org.hibernate.annotations.Fetch");

  static void collect(SourceFile file, Consumer<Fact> facts) {
    for (Decl.Type type : file.all(Decl.Type.class)) {
      for (Decl member : type.members()) {
        if (member instanceof Decl.Field field) {
          collect(file, type, field, facts);
        }
      }
    }
  }

  private static void collect(
      SourceFile file, Decl.Type type, Decl.Field field, Consumer<Fact> facts) {
    Annotation many = TO_MANY.annotationIn(field.annotations());
    Annotation one = TO_ONE.annotationIn(field.annotations());
    boolean isLazy =
        many != null && !says(file, many, "EAGER") && isCollection(field)
            || one != null && says(file, one, "LAZY");
    if (isLazy) {
      facts.accept(
          new LazyAssociation(
              file.path(),
              field.nameSpan(),
              type.qualifiedName(),
              field.name(),
              many != null,
              BATCHED.annotationIn(field.annotations()) != null));
    }
  }

  private static boolean isCollection(Decl.Field field) {
    return !field.type().ref().simpleName().matches("String|[a-z]+|Integer|Long");
  }

  private static boolean says(SourceFile file, Annotation annotation, String fetch) {
    return annotation.argument("fetch") != null
        && file.text(annotation.argument("fetch")).endsWith(fetch);
  }
}
