package dev.zonegate.gate;

import java.util.List;
import java.util.Optional;

/**
 * An annotation that says of code that a program makes it anew each time.
 *
 * @param annotation as written, with an at sign
 * @param isSkipped whether linters skip the code, ours among them; if not, only coverage does
 * @param isBacked whether a comment in the head of the file names a generator
 */
public record GeneratedClaim(int line, String annotation, boolean isSkipped, boolean isBacked) {
  /**
   * The claim that an annotation makes, if any.
   *
   * @param names all that its name may mean
   * @param isBacked whether the head of the file names a generator
   */
  static Optional<GeneratedClaim> of(AnnotationUse use, List<String> names, boolean isBacked) {
    String simple = use.simpleName();
    boolean isSkipped = simple.equals("Generated");
    // coverage tools go by the end of the name; of a field nothing is covered
    boolean isUncovered = simple.endsWith("Generated") && use.target() == AnnotationUse.Target.TYPE;
    // of columns that the database fills
    boolean isOfColumn = names.stream().anyMatch(each -> each.startsWith("org.hibernate."));
    return (isSkipped || isUncovered) && !isOfColumn
        ? Optional.of(new GeneratedClaim(use.line(), "@" + use.name(), isSkipped, isBacked))
        : Optional.empty();
  }

  /** What to say where people edit the code all the same. */
  String edited(String commit) {
    return "`"
        + annotation
        + "` on code that people edit: commit "
        + commit
        + " changes some lines of it and nothing that it could be generated from; "
        + (isSkipped ? "rules and linters skip it; " : "coverage leaves it out; ")
        + "remove the annotation, or change the generator";
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
