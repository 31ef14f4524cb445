package dev.zonegate.facts;

import dev.zonegate.match.Constants;
import dev.zonegate.match.TypeSet;
import dev.zonegate.model.Annotation;
import dev.zonegate.model.Decl;
import dev.zonegate.model.Expr;
import dev.zonegate.model.Modifier;
import dev.zonegate.model.SourceFile;
import dev.zonegate.model.Span;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/**
 * A type that is kept in a database, or from which such types inherit.
 *
 * @param at its name
 * @param name qualified
 * @param supertypes names of all its supertypes as far as they are known
 * @param isFiltered whether the database or the mapping shows each caller only its own
 * @param fields its fields; no static ones
 */
public record StoredType(
    String path,
    Span at,
    String name,
    List<String> supertypes,
    boolean isFiltered,
    List<StoredField> fields)
    implements Fact {
  private static final TypeSet STORED = TypeSet.load("ownership/stored.types");
  private static final TypeSet FILTERS = TypeSet.load("ownership/filters.types");
  private static final TypeSet HIDDEN =
      TypeSet.of(
          "com.fasterxml.jackson.annotation.JsonIgnore",
          "jakarta.json.bind.annotation.JsonbTransient");
  private static final TypeSet IGNORED =
      TypeSet.of("com.fasterxml.jackson.annotation.JsonIgnoreProperties");

  /**
   * A field of a stored type.
   *
   * @param type erased, qualified where that is known
   * @param isBound whether a request that is read into the type can fill it
   */
  public record StoredField(String name, String type, boolean isBound) {}

  static void collect(SourceFile file, Consumer<Fact> facts) {
    for (Decl.Type type : file.all(Decl.Type.class)) {
      if (is(type)) {
        facts.accept(of(file, type));
      }
    }
  }

  private static boolean is(Decl.Type type) {
    return STORED.annotationIn(type.annotations()) != null || STORED.contains(type.ref()).isYes();
  }

  private static StoredType of(SourceFile file, Decl.Type type) {
    Set<String> ignored = new HashSet<>();
    Annotation ignoring = IGNORED.annotationIn(type.annotations());
    if (ignoring != null) {
      for (Expr.Literal each : file.allIn(ignoring, Expr.Literal.class)) {
        Constants.of(file).text(each).ifPresent(ignored::add);
      }
    }
    List<StoredField> fields = new ArrayList<>();
    boolean isFiltered = FILTERS.annotationIn(type.annotations()) != null;
    for (Decl member : type.members()) {
      if (member instanceof Decl.Field field && !field.modifiers().contains(Modifier.STATIC)) {
        isFiltered |= FILTERS.annotationIn(field.annotations()) != null;
        fields.add(
            new StoredField(
                field.name(),
                field.type().ref().name(),
                !ignored.contains(field.name()) && isBound(file, field)));
      }
    }
    List<String> supertypes = type.ref().shape().supertypes().stream().sorted().toList();
    return new StoredType(
        file.path(), type.nameSpan(), type.qualifiedName(), supertypes, isFiltered, fields);
  }

  private static boolean isBound(SourceFile file, Decl.Field field) {
    return !field.modifiers().contains(Modifier.FINAL)
        && HIDDEN.annotationIn(field.annotations()) == null
        && field.annotations().stream()
            .noneMatch(
                each ->
                    each.argument("access") != null
                        && file.text(each.argument("access")).endsWith("READ_ONLY"));
  }
}
