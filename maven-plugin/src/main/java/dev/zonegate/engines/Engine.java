package dev.zonegate.engines;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** An analyser that teams run besides. */
public enum Engine {
  SPOTBUGS("SpotBugs", "spotbugsXml.xml"),
  PMD("PMD", "pmd.xml"),
  CHECKSTYLE("Checkstyle", "checkstyle-result.xml"),
  /** Of its compile the log is read. */
  ERRORPRONE("Error Prone", "errorprone.log");

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

  /** The file in the folder of the build that its Maven plugin writes, or its compile. */
  public String report() {
    return report;
  }

  /** As written in a setting. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The one that is written so. */
  public static Engine named(String id) {
    return valueOf(id.toUpperCase(Locale.ROOT));
  }

  /** How they are all written. */
  public static List<String> ids() {
    return Stream.of(values()).map(Engine::id).toList();
  }
}
