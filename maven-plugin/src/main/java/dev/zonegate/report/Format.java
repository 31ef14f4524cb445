package dev.zonegate.report;

import dev.zonegate.files.WholeFile;
import dev.zonegate.gate.Nearest;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** A format of a report. The next one is a constant and a line in {@code write}. */
public enum Format {
  /** Lines on the screen; those of {@link #AGENT} where a coding agent reads them. */
  TEXT,
  /** Lines on the screen for a program that writes code. */
  AGENT,
  /** Workflow commands on the screen, which GitHub shows beside the code. */
  GITHUB,
  /** For code hosts and editors: SARIF 2.1.0. */
  SARIF("zonegate.sarif"),
  /** A page for people: one file, no network. */
  HTML("zonegate.html"),
  /** All that is known, for programs; {@code report.schema.json} describes it. */
  JSON("zonegate.json"),
  /** A test case a pattern, for whatever shows test results. */
  JUNIT("zonegate-junit.xml"),
  /** Checkstyle's XML, which most tools can read. */
  CHECKSTYLE("zonegate-checkstyle.xml"),
  /** For the Code Quality widget of merge requests. */
  GITLAB("zonegate-gitlab.json"),
  /** For SonarQube: its generic format for issues of others. */
  SONAR("zonegate-sonar.json");

  private final String file;

  Format() {
    this("");
  }

  Format(String file) {
    this.file = file;
  }

  /** As written in a setting: {@code sarif}. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Its file in the folder of reports; empty if it goes to the screen. */
  public Optional<String> file() {
    return Optional.of(file).filter(each -> !each.isEmpty());
  }

  /**
   * The formats that a setting names, in the order given here.
   *
   * @throws IllegalArgumentException if one is not known; the message says what to write
   */
  public static Set<Format> of(Collection<String> ids) {
    Set<Format> formats = EnumSet.noneOf(Format.class);
    for (String id : ids) {
      formats.add(named(id.strip()));
    }
    return formats;
  }

  private static Format named(String id) {
    List<String> known = Arrays.stream(values()).map(Format::id).toList();
    return Arrays.stream(values())
        .filter(each -> each.id().equals(id))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "`" + id + "` is no format" + Nearest.hint(id, known)));
  }

  /** Writes those of the formats that are files into a folder. */
  public static void write(Set<Format> formats, ReportInput input, Path folder) throws IOException {
    for (Format each : formats) {
      if (each.file().isPresent()) {
        WholeFile.write(folder.resolve(each.file), draft -> each.writeFile(input, draft));
      }
    }
  }

  private void writeFile(ReportInput input, Path file) throws IOException {
    // unlike a writer of Files, this one takes half a surrogate pair, which code may quote
    try (Writer out =
        new BufferedWriter(
            new OutputStreamWriter(Files.newOutputStream(file), StandardCharsets.UTF_8))) {
      write(input, out);
    }
  }

  private void write(ReportInput input, Writer out) throws IOException {
    switch (this) {
      case SARIF -> SarifReport.write(input, out);
      case HTML -> HtmlReport.write(input, out);
      case JSON -> JsonReport.write(input, out);
      case JUNIT -> JunitReport.write(input, out);
      case CHECKSTYLE -> CheckstyleReport.write(input, out);
      case GITLAB -> GitlabReport.write(input, out);
      case SONAR -> SonarReport.write(input, out);
      case TEXT, AGENT, GITHUB -> throw new IllegalStateException(id() + " is no file");
    }
  }
}
