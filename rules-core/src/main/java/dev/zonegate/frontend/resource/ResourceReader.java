package dev.zonegate.frontend.resource;

import dev.zonegate.frontend.SourceInput;
import dev.zonegate.model.Notification;
import dev.zonegate.model.ResourceFile;
import dev.zonegate.model.ResourceFile.Format;
import dev.zonegate.model.SourceFile.Role;
import dev.zonegate.model.SourceText;
import dev.zonegate.model.Span;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;

/** Reads one resource file. Never fails: what cannot be read is notified. */
public final class ResourceReader {
  /** UTF-16 units; nobody writes more settings by hand. */
  static final int LONGEST = 2 * 1024 * 1024;

  /** Levels of nesting in YAML and XML. */
  static final int DEEPEST = 100;

  /** UTF-16 units, in which the prolog of an XML file ends. */
  public static final int HEAD = 16 * 1024;

  private ResourceReader() {}

  /**
   * How a file is read by its name, or else by how it begins; empty if it is not.
   *
   * @param head gives what it begins with; not asked where the name tells
   */
  public static Optional<Format> format(String path, Supplier<String> head) {
    Optional<Format> named = ResourceNames.format(path);
    boolean mayTell = named.isEmpty() && path.toLowerCase(Locale.ROOT).endsWith(".xml");
    return mayTell && isMybatis(path, head.get()) ? Optional.of(Format.XML) : named;
  }

  private static boolean isMybatis(String path, String head) {
    SourceText text = SourceText.of(head.substring(0, Math.min(HEAD, head.length())));
    return XmlText.isMybatis(new ResourceDraft(new SourceInput(path, text, Role.MAIN)));
  }

  /**
   * Reads a file.
   *
   * @throws IllegalArgumentException if neither its name nor its beginning says what it is
   */
  public static ResourceFile read(SourceInput input) {
    Format format =
        format(input.path(), input.text()::content)
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
