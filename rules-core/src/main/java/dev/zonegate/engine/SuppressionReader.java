package dev.zonegate.engine;

import dev.zonegate.model.ResourceFile;
import dev.zonegate.model.SourceFile;
import dev.zonegate.rule.Finding;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Reads the suppressions of one file, and what is wrong with them. */
final class SuppressionReader {
  private final List<Suppression> suppressions = new ArrayList<>();
  private final List<Finding> notes = new ArrayList<>();

  private SuppressionReader() {}

  static SuppressionReader read(SourceFile file, Targets targets) {
    SuppressionReader reader = new SuppressionReader();
    new AnnotationSuppressions(file, targets).read(reader.suppressions, reader.notes);
    new CommentSuppressions(file, targets).read(reader.suppressions, reader.notes);
    new NopmdSuppressions(file).read(reader.suppressions, reader.notes);
    return reader.sorted();
  }

  static SuppressionReader read(ResourceFile file, Targets targets) {
    SuppressionReader reader = new SuppressionReader();
    new ResourceSuppressions(file, targets).read(reader.suppressions, reader.notes);
    return reader.sorted();
  }

  private SuppressionReader sorted() {
    suppressions.sort(Comparator.comparing(Suppression::at).thenComparing(Suppression::target));
    return this;
  }

  List<Suppression> suppressions() {
    return suppressions;
  }

  List<Finding> notes() {
    return notes;
  }
}
