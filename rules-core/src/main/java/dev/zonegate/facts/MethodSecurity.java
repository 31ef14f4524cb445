package dev.zonegate.facts;

import dev.zonegate.match.ApiSet;
import dev.zonegate.match.Constants;
import dev.zonegate.match.TypeSet;
import dev.zonegate.model.Annotation;
import dev.zonegate.model.Decl;
import dev.zonegate.model.Expr;
import dev.zonegate.model.Invocation;
import dev.zonegate.model.SourceFile;
import dev.zonegate.model.Span;
import java.util.function.Consumer;

/**
 * A place that switches on the enforcement of annotations on methods.
 *
 * @param isPrePost for {@code @PreAuthorize} and its like
 * @param isSecured for {@code @Secured}
 * @param isJsr250 for {@code @RolesAllowed}
 */
public record MethodSecurity(
    String path, Span at, boolean isPrePost, boolean isSecured, boolean isJsr250) implements Fact {
  private static final TypeSet SINCE_6 =
      TypeSet.of(
          "=org.springframework.security.config.annotation.method.configuration.EnableMethodSecurity");
  private static final TypeSet BEFORE_6 =
      TypeSet.of(
          "=org.springframework.security.config.annotation.method.configuration.EnableGlobalMethodSecurity");
  private static final TypeSet REACTIVE =
      TypeSet.of(
          "=org.springframework.security.config.annotation.method.configuration.EnableReactiveMethodSecurity");
  private static final ApiSet BY_HAND = ApiSet.load("security/method-interceptors.api");

  static void collect(SourceFile file, Consumer<Fact> facts) {
    for (Decl.Type type : file.all(Decl.Type.class)) {
      for (Annotation each : type.annotations()) {
        if (SINCE_6.contains(each.type()).isYes() || SINCE_6.isOnType(each.type())) {
          facts.accept(enabled(file, type, each, true));
        } else if (BEFORE_6.contains(each.type()).isYes() || BEFORE_6.isOnType(each.type())) {
          facts.accept(enabled(file, type, each, false));
        } else if (REACTIVE.contains(each.type()).isYes() || REACTIVE.isOnType(each.type())) {
          facts.accept(new MethodSecurity(file.path(), type.nameSpan(), true, true, true));
        }
      }
    }
    for (Invocation use : BY_HAND.usesIn(file)) {
      if (BY_HAND.matches(use).isYes()) {
        facts.accept(new MethodSecurity(file.path(), use.anchor(), true, true, true));
      }
    }
  }

  private static MethodSecurity enabled(
      SourceFile file, Decl.Type type, Annotation annotation, boolean isPrePostByDefault) {
    return new MethodSecurity(
        file.path(),
        type.nameSpan(),
        isSet(file, annotation, "prePostEnabled", isPrePostByDefault),
        isSet(file, annotation, "securedEnabled", false),
        isSet(file, annotation, "jsr250Enabled", false));
  }

  private static boolean isSet(
      SourceFile file, Annotation annotation, String element, boolean otherwise) {
    Expr value = annotation.argument(element);
    return value == null
        ? otherwise
        : Constants.of(file).value(value).map(Boolean.TRUE::equals).orElse(true);
  }
}
