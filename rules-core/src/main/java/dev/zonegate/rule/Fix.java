package dev.zonegate.rule;

import java.util.List;

/**
 * A repair: after it the code compiles and the finding is gone.
 *
 * @param title an imperative, shown to choose it
 * @param edits must not overlap
 * @param imports qualified names of types that the file must import for it
 * @param importEdits what adds these imports to the file as it is; none if the file gives one of
 *     their simple names to another type
 */
public record Fix(
    String title, List<TextEdit> edits, List<String> imports, List<TextEdit> importEdits) {
  public static Fix of(String title, TextEdit... edits) {
    return new Fix(title, List.of(edits), List.of(), List.of());
  }

  public Fix importing(String... types) {
    return new Fix(title, edits, List.of(types), List.of());
  }

  /** The same with what its imports come to in the file. */
  public Fix importing(List<String> types, List<TextEdit> added) {
    return new Fix(title, edits, List.copyOf(types), List.copyOf(added));
  }

  /** Whether its edits, those of imports among them, are all that it takes. */
  public boolean isWhole() {
    return imports.isEmpty() || !importEdits.isEmpty();
  }
}
