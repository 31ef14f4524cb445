package dev.zonegate.match;

import dev.zonegate.model.Annotation;
import dev.zonegate.model.Decl;
import dev.zonegate.model.Modifier;
import dev.zonegate.model.SourceFile;
import dev.zonegate.model.TypeNode;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Whether many threads use one object, by evidence: a stereotype, a servlet, a static. What a class
 * merely looks like, such as one with an atomic counter, is no evidence.
 */
public final class Sharing {
  private static final Pattern NARROW_SCOPE =
      Pattern.compile("(.*\\.)?(Request|Session|Prototype|Thread|View|Step)Scoped?");
  private static final TypeSet SINGLETONS = TypeSet.load("concurrency/singletons.types");
  private static final TypeSet SHARED = TypeSet.load("concurrency/shared.types");
  private static final TypeSet CONFINED = TypeSet.load("concurrency/confined.types");
  private static final TypeSet EJB_SINGLETON = TypeSet.of("jakarta.ejb.Singleton");
  private static final TypeSet OWN_LOCKING =
      TypeSet.of("jakarta.ejb.ConcurrencyManagement", "jakarta.ejb.Lock");
  private static final TypeSet SCOPE =
      TypeSet.of("org.springframework.context.annotation.Scope", "jakarta.inject.Scope");
  private static final TypeSet ONE_AT_A_TIME = TypeSet.of("jakarta.servlet.SingleThreadModel");

  private Sharing() {}

  /**
   * Why all threads use one object of {@code type}, as a reader wants it named: {@code @Service}.
   */
  public static Optional<String> evidence(SourceFile file, Decl.Type type) {
    if (type == null || isConfined(file, type)) {
      return Optional.empty();
    }
    Annotation singleton = SINGLETONS.annotationIn(type.annotations());
    if (singleton != null) {
      return Optional.of("@" + simple(singleton.name()));
    }
    if (EJB_SINGLETON.annotationIn(type.annotations()) != null && locksItself(file, type)) {
      return Optional.of("@Singleton");
    }
    if (type.modifiers().contains(Modifier.ABSTRACT)) {
      return Optional.empty();
    }
    return Optional.ofNullable(sharedSupertype(type));
  }

  /** Why all threads use the one value of {@code field}; a static one, or one of such a type. */
  public static Optional<String> evidence(SourceFile file, Decl.Field field) {
    if (field.modifiers().contains(Modifier.STATIC)) {
      return Optional.of("static");
    }
    return file.parent(field) instanceof Decl.Type type ? evidence(file, type) : Optional.empty();
  }

  private static String sharedSupertype(Decl.Type type) {
    for (List<TypeNode> written : List.of(type.extendsTypes(), type.implementsTypes())) {
      for (TypeNode each : written) {
        if (SHARED.contains(each.ref()).isYes()) {
          return each.ref().simpleName();
        }
      }
    }
    return null;
  }

  private static boolean isConfined(SourceFile file, Decl.Type type) {
    if (CONFINED.annotationIn(type.annotations()) != null
        || ONE_AT_A_TIME.contains(type.ref()).isYes()) {
      return true;
    }
    return type.annotations().stream().anyMatch(each -> isNarrowScope(file, each));
  }

  private static boolean isNarrowScope(SourceFile file, Annotation annotation) {
    if (NARROW_SCOPE.matcher(annotation.name()).matches()) {
      return true;
    }
    return SCOPE.annotationIn(List.of(annotation)) != null
        && annotation.arguments().stream()
            .anyMatch(each -> !file.text(each.value()).matches("(?is).*singleton.*"));
  }

  private static boolean locksItself(SourceFile file, Decl.Type type) {
    return file.allIn(type, Annotation.class).stream()
        .anyMatch(
            each ->
                OWN_LOCKING.annotationIn(List.of(each)) != null
                    && file.text(each).matches("(?s).*\\W(BEAN|READ)\\W.*"));
  }

  private static String simple(String name) {
    return name.substring(name.lastIndexOf('.') + 1);
  }
}
