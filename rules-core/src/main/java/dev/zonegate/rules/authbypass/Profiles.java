package dev.zonegate.rules.authbypass;

import dev.zonegate.match.TypeSet;
import dev.zonegate.match.Words;
import dev.zonegate.model.Annotation;
import dev.zonegate.model.Decl;
import dev.zonegate.model.Expr;
import dev.zonegate.model.Node;
import dev.zonegate.model.SourceFile;
import java.util.List;
import java.util.Set;

/** Whether code is configuration for a developer's machine or a test only. */
final class Profiles {
  private static final TypeSet PROFILE =
      TypeSet.of(
          "org.springframework.context.annotation.Profile",
          "io.quarkus.arc.profile.IfBuildProfile");
  private static final Set<String> NOT_LIVE =
      Set.of(
          "test",
          "tests",
          "local",
          "dev",
          "development",
          "demo",
          "e2e",
          "it",
          "mock",
          "integration");

  private Profiles() {}

  /** Whether a profile around {@code node} keeps it away from production. */
  static boolean isForDevelopment(SourceFile file, Node node) {
    for (Node each = node; each != null; each = file.parent(each)) {
      List<Annotation> annotations =
          each instanceof Decl.Method method
              ? method.annotations()
              : each instanceof Decl.Type type ? type.annotations() : List.of();
      Annotation profile = PROFILE.annotationIn(annotations);
      if (profile != null && isNotLive(file, profile)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isNotLive(SourceFile file, Annotation profile) {
    List<Expr.Literal> names = file.allIn(profile, Expr.Literal.class);
    return !names.isEmpty() && names.stream().allMatch(Profiles::isNotLive);
  }

  private static boolean isNotLive(Expr.Literal name) {
    if (!(name.value() instanceof String text)) {
      return false;
    }
    if (text.startsWith("!")) {
      return Set.of("!prod", "!production", "!live").contains(text);
    }
    return Words.of(text).stream().anyMatch(NOT_LIVE::contains);
  }
}
