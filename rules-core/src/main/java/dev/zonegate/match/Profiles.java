package dev.zonegate.match;

import dev.zonegate.model.Annotation;
import dev.zonegate.model.Decl;
import dev.zonegate.model.Expr;
import dev.zonegate.model.Node;
import dev.zonegate.model.SourceFile;
import java.util.List;
import java.util.regex.Pattern;

/** Tells profiles that never run in production. */
public final class Profiles {
  private static final TypeSet PROFILE =
      TypeSet.of(
          "org.springframework.context.annotation.Profile",
          "io.quarkus.arc.profile.IfBuildProfile");
  private static final Pattern TEST =
      Pattern.compile(
          "(?i)(?=[\\w.-]*+\\z)(?:.*[-_.])?(?:dev|develop|development|test|tests|testing|local|localhost|demo|it"
              + "|e2e|ci|h2|mock|integration|docker-local|sandbox|example)(?:[-_.].*)?");
  private static final Pattern NOT_PRODUCTION =
      Pattern.compile("(?i)!\\s*\\(?(?:prod|production|live)\\)?");

  private Profiles() {}

  /** Whether an expression such as {@code dev}, {@code test | local} or {@code !prod} is one. */
  public static boolean isForTests(String profile) {
    if (profile.isBlank()) {
      return false;
    }
    for (String each : profile.split("[|,]")) {
      boolean isTest = false;
      for (String part : each.strip().split("&")) {
        String name = part.strip().replaceAll("[()]", "");
        isTest |= TEST.matcher(name).matches() || NOT_PRODUCTION.matcher(name).matches();
      }
      if (!isTest) {
        return false;
      }
    }
    return true;
  }

  /** Whether a profile around {@code node} keeps it away from production. */
  public static boolean isForTests(SourceFile file, Node node) {
    for (Node each = node; each != null; each = file.parent(each)) {
      List<Annotation> annotations =
          each instanceof Decl.Method method
              ? method.annotations()
              : each instanceof Decl.Type type ? type.annotations() : List.of();
      Annotation profile = PROFILE.annotationIn(annotations);
      if (profile != null && isForTests(file, profile)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isForTests(SourceFile file, Annotation profile) {
    Expr value = profile.argument("value");
    List<Expr> names =
        value instanceof Expr.ArrayInitializer all
            ? all.elements()
            : value == null ? List.of() : List.of(value);
    return !names.isEmpty()
        && names.stream()
            .allMatch(
                each -> Constants.of(file).text(each).filter(text -> isForTests(text)).isPresent());
  }
}
