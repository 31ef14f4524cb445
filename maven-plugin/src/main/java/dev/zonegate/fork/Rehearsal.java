package dev.zonegate.fork;

import dev.zonegate.catalogue.Catalogue;
import dev.zonegate.engine.Analysis;
import dev.zonegate.engine.Settings;
import dev.zonegate.frontend.SourceInput;
import dev.zonegate.frontend.SourceSet;
import dev.zonegate.model.SourceFile.Role;
import dev.zonegate.model.SourceText;
import dev.zonegate.pmd.PmdFrontend;
import java.util.List;

/**
 * Judges a few lines of its own while there is no request yet: half of what a small request costs
 * is to load classes and tables, and Maven still has to find out what it wants.
 */
final class Rehearsal {
  private static final int LANGUAGE_LEVEL = 17;

  /** Something of each kind that most files have. */
  private static final String LINES =
      """
      import java.util.List;

      /** A file. */
      class Rehearsal {
        private final List<String> names = List.of("one", "two");

        String first(String start) {
          for (String each : names) {
            if (each.startsWith(start)) {
              return each;
            }
          }
          try {
            return names.stream().filter(each -> !each.isEmpty()).findFirst().orElse("");
          } catch (IllegalStateException e) {
            throw new IllegalArgumentException("no name for " + start, e);
          }
        }
      }
      """;

  private Rehearsal() {}

  static void run() {
    Analysis analysis = new Analysis(Catalogue.rules(), Settings.DEFAULT);
    SourceInput input = new SourceInput("Rehearsal.java", SourceText.of(LINES), Role.MAIN);
    new PmdFrontend()
        .read(
            new SourceSet(List.of(input), List.of(), LANGUAGE_LEVEL, LANGUAGE_LEVEL),
            analysis::check);
  }
}
