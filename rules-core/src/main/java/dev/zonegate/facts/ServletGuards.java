package dev.zonegate.facts;

import dev.zonegate.match.Constants;
import dev.zonegate.model.Annotation;
import dev.zonegate.model.Expr;
import dev.zonegate.model.SourceFile;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What {@code @ServletSecurity} says of one HTTP method. */
final class ServletGuards {
  private ServletGuards() {}

  static Guard of(SourceFile file, Annotation security, List<String> verbs, String type) {
    Optional<Annotation> named =
        constraints(file, security, "httpMethodConstraints")
            .filter(each -> isFor(file, each, verbs))
            .findFirst();
    Annotation constraint =
        named.or(() -> constraints(file, security, "value").findFirst()).orElse(security);
    String text = WrittenGuards.text(file, constraint);
    return new Guard(Guard.Source.CLASS, text, type, isOpen(file, constraint));
  }

  private static Stream<Annotation> constraints(
      SourceFile file, Annotation security, String element) {
    Expr value = security.argument(element);
    return value == null ? Stream.empty() : file.allIn(value, Annotation.class).stream();
  }

  private static boolean isFor(SourceFile file, Annotation constraint, List<String> verbs) {
    Expr verb = constraint.argument("value");
    return verb != null && Constants.of(file).text(verb).filter(verbs::contains).isPresent();
  }

  /** Without roles everybody may come in, unless it says that nobody may. */
  private static boolean isOpen(SourceFile file, Annotation constraint) {
    Expr without =
        Optional.ofNullable(constraint.argument("emptyRoleSemantic"))
            .orElse(constraint.argument("value"));
    boolean isDenied = without != null && file.text(without).endsWith("DENY");
    return constraint.argument("rolesAllowed") == null && !isDenied;
  }
}
