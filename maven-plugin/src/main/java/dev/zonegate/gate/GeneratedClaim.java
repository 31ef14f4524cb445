package dev.zonegate.gate;

import java.util.List;
import java.util.Optional;

/**
 * An annotation that says of code that a program makes it anew each time.
 *
 * @param annotation as written, with an at sign
 * @param isSkipped whether linters skip the code, ours among them; if not, only coverage does
 */
public record GeneratedClaim(int line, String annotation, boolean isSkipped) {
  /**
   * The claim that an annotation makes, if any.
   *
   * @param names all that its name may mean
   */
  static Optional<GeneratedClaim> of(AnnotationUse use, List<String> names) {
    String simple = use.simpleName();
    boolean isSkipped = simple.equals("Generated");
    // coverage tools go by the end of the name; of a field nothing is covered
    boolean isUncovered = simple.endsWith("Generated") && use.target() == AnnotationUse.Target.TYPE;
    // of columns that the database fills
    boolean isOfColumn = names.stream().anyMatch(each -> each.startsWith("org.hibernate."));
    return (isSkipped || isUncovered) && !isOfColumn
        ? Optional.of(new GeneratedClaim(use.line(), "@" + use.name(), isSkipped))
        : Optional.empty();
  }

  /** What it does and what to do instead. */
  String text() {
    return "`"
        + annotation
        + "` on code that people keep: "
        + (isSkipped ? "rules and linters skip it" : "coverage leaves it out")
        + "; remove it, or mark machine-written code `@AiAuthored`";
  }
}
