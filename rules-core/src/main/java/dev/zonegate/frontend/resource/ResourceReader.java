package dev.zonegate.frontend.resource;

import dev.zonegate.frontend.SourceInput;
import dev.zonegate.model.Notification;
import dev.zonegate.model.ResourceFile;
import dev.zonegate.model.ResourceFile.Format;
import dev.zonegate.model.Span;

/** Reads one resource file. Never fails: what cannot be read is notified. */
public final class ResourceReader {
  /** UTF-16 units; nobody writes more settings by hand. */
  static final int LONGEST = 2 * 1024 * 1024;

  /** Levels of nesting in YAML and XML. */
  static final int DEEPEST = 100;

  private ResourceReader() {}

  /**
   * Reads a file by its name.
   *
   * @throws IllegalArgumentException if {@link ResourceNames#format} does not know the name
   */
  public static ResourceFile read(SourceInput input) {
    Format format =
        ResourceNames.format(input.path())
            .orElseThrow(() -> new IllegalArgumentException("no resource file: " + input.path()));
    ResourceDraft draft = new ResourceDraft(input);
    if (input.text().content().length() > LONGEST) {
      draft.notify(
          Notification.Kind.FILE,
          Span.NONE,
          "is longer than " + LONGEST / 1024 / 1024 + " Mi characters and is not judged");
      return draft.file(format);
    }
    switch (format) {
      case PROPERTIES -> PropertiesText.read(draft);
      case ENV -> EnvText.read(draft);
      case YAML -> YamlText.read(draft);
      case XML -> XmlText.read(draft);
    }
    return draft.file(format);
  }
}
