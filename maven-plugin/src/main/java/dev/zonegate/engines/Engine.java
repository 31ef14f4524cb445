package dev.zonegate.engines;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** An analyser that teams run besides. */
public enum Engine {
  SPOTBUGS("SpotBugs", "spotbugsXml.xml"),
  PMD("PMD", "pmd.xml"),
  CHECKSTYLE("Checkstyle", "checkstyle-result.xml");

  private final String title;
  private final String report;

  Engine(String title, String report) {
    this.title = title;
    this.report = report;
  }

  /** As people call it. */
  public String title() {
    return title;
  }

  /** The file that its Maven plugin writes into the folder of the build. */
  public String report() {
    return report;
  }

  /** As written in a setting. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** How they are all written. */
  public static List<String> ids() {
    return Stream.of(values()).map(Engine::id).toList();
  }
}
