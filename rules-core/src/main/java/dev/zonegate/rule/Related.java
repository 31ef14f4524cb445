package dev.zonegate.rule;

import dev.zonegate.model.Node;
import dev.zonegate.model.ResourceFile;
import dev.zonegate.model.ResourcePart;
import dev.zonegate.model.SourceFile;
import dev.zonegate.model.Span;

/**
 * A place that explains a finding.
 *
 * @param path the file, relative and with {@code /}
 * @param isOnPath whether what does harm passes it on its way to the finding; such places are in
 *     order, the origin first
 */
public record Related(String path, Span at, String message, boolean isOnPath) {
  /** A place that explains, and that nothing passes. */
  public Related(String path, Span at, String message) {
    this(path, at, message, false);
  }

  /** The same as a place on the way to the finding. */
  public Related onPath() {
    return new Related(path, at, message, true);
  }

  /** A place in a file: where the node is shown. */
  public static Related at(SourceFile file, Node node, String message) {
    return new Related(file.path(), node.anchor(), message);
  }

  /** A place in a resource file. */
  public static Related at(ResourceFile file, ResourcePart part, String message) {
    return new Related(file.path(), part.anchor(), message);
  }
}
