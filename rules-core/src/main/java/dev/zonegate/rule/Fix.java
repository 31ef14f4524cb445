package dev.zonegate.rule;

import java.util.List;

/**
 * A repair: after it the code compiles and the finding is gone.
 *
 * @param title an imperative, shown to choose it
 * @param edits must not overlap
 * @param imports qualified names of types that the file must import for it
 */
public record Fix(String title, List<TextEdit> edits, List<String> imports) {
  public static Fix of(String title, TextEdit... edits) {
    return new Fix(title, List.of(edits), List.of());
  }

  public Fix importing(String... types) {
    return new Fix(title, edits, List.of(types));
  }
}
