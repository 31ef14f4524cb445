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
 */
public record Related(String path, Span at, String message) {
  /** A place in a file: where the node is shown. */
  public static Related at(SourceFile file, Node node, String message) {
    return new Related(file.path(), node.anchor(), message);
  }

  /** A place in a resource file. */
  public static Related at(ResourceFile file, ResourcePart part, String message) {
    return new Related(file.path(), part.anchor(), message);
  }
}
