package dev.zonegate.model;

import dev.zonegate.model.SourceFile.Role;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * A file of settings or XML beside the Java sources.
 *
 * @param path relative to the project, with {@code /}
 * @param settings in source order; none of an XML file
 * @param root the outermost element of an XML file, else null
 * @param comments in source order
 * @param notifications what could not be read
 */
public record ResourceFile(
    String path,
    Role role,
    Format format,
    SourceText text,
    List<Setting> settings,
    XmlElement root,
    List<Comment> comments,
    List<Notification> notifications) {
  /** How a resource file is written. */
  public enum Format {
    PROPERTIES,
    YAML,
    ENV,
    XML
  }

  public ResourceFile {
    settings = List.copyOf(settings);
    comments = List.copyOf(comments);
    notifications = List.copyOf(notifications);
  }

  /** Its name without folders. */
  public String name() {
    return path.substring(path.lastIndexOf('/') + 1);
  }

  /** All elements of an XML file, by their start tags. */
  public List<XmlElement> elements() {
    return root == null ? List.of() : root.all();
  }

  /** All settings and elements in source order. */
  public List<ResourcePart> parts() {
    List<ResourcePart> parts = new ArrayList<>(settings);
    parts.addAll(elements());
    parts.sort(Comparator.comparing(ResourcePart::head));
    return parts;
  }
}
