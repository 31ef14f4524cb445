package dev.zonegate.maven;

import dev.zonegate.gate.AuthorVerdict;
import dev.zonegate.gate.Judged;
import dev.zonegate.gate.Results;
import dev.zonegate.gate.Verdict;
import dev.zonegate.report.EarlierRun;
import dev.zonegate.report.Format;
import dev.zonegate.report.GithubCommands;
import dev.zonegate.report.Line;
import dev.zonegate.report.ReportInput;
import dev.zonegate.report.Screen;
import dev.zonegate.report.TextReport;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.apache.maven.plugin.MojoExecutionException;

/**
 * What a goal that judges leaves behind, in the formats that were asked for.
 *
 * @param formats what was asked for
 * @param version of Zonegate
 * @param buildData where the modules of a build share what they must know of each other
 * @param history the folder of earlier reports in JSON, or null
 */
record Outputs(Set<Format> formats, String version, Map<String, Object> buildData, Path history) {
  private static final String SUMMARY = "GITHUB_STEP_SUMMARY";

  Outputs {
    formats = Set.copyOf(formats);
  }

  /** From the setting {@code zonegate.formats}. */
  static Outputs of(List<String> names, String version, Map<String, Object> buildData, Path history)
      throws MojoExecutionException {
    if (names == null || names.isEmpty()) {
      return new Outputs(EnumSet.of(Format.TEXT, Format.SARIF), version, buildData, history);
    }
    try {
      return new Outputs(Format.of(names), version, buildData, history);
    } catch (IllegalArgumentException e) {
      throw new MojoExecutionException("zonegate.formats: " + e.getMessage(), e);
    }
  }

  /** The screen as it is for these formats. */
  Screen on(Screen screen) {
    return formats.contains(Format.AGENT) ? new Screen(false, true, screen.explain()) : screen;
  }

  /** What was kept of earlier runs, if a page is to show them. */
  private List<EarlierRun> earlier(String name) throws MojoExecutionException {
    if (history == null || !formats.contains(Format.HTML)) {
      return List.of();
    }
    try {
      return EarlierRun.in(history, name);
    } catch (IOException e) {
      throw new MojoExecutionException("cannot list " + history + ": " + e, e);
    }
  }

  /** Writes the formats that are files. */
  void write(String name, Verdict verdict, AuthorVerdict authors, Results results, Path folder)
      throws MojoExecutionException {
    ReportInput input =
        new ReportInput(
            name, verdict, results, Reports.ruleNames().rules(), version, authors, earlier(name));
    try {
      Format.write(formats, input, folder);
    } catch (IOException e) {
      throw new MojoExecutionException("cannot write a report into " + folder + ": " + e, e);
    }
  }

  /**
   * What is said of a verdict on the screen.
   *
   * @param folder where its files are, as shown
   */
  List<Line> lines(Verdict verdict, Screen screen, String folder) {
    return isOnScreen()
        ? TextReport.lines(verdict, on(screen), whole(folder))
        : TextReport.brief(verdict, on(screen));
  }

  /** The names of the files that are written. */
  List<String> files() {
    return formats.stream().sorted().flatMap(each -> each.file().stream()).toList();
  }

  /** Whether more is left behind than files and lines. */
  boolean tellsHost() {
    return formats.contains(Format.GITHUB);
  }

  /** What is said of findings that were decided last. */
  List<Line> late(Verdict verdict, List<Judged> late, Screen screen) {
    return isOnScreen()
        ? TextReport.late(verdict, late, on(screen))
        : TextReport.brief(verdict, on(screen));
  }

  /** Whether somebody reads who wrote the code of all zones. */
  boolean hasShares() {
    return formats.contains(Format.HTML) || formats.contains(Format.JSON);
  }

  private boolean isOnScreen() {
    return formats.contains(Format.TEXT) || formats.contains(Format.AGENT);
  }

  /** Where to find what the screen leaves out. */
  private String whole(String folder) {
    String files =
        formats.stream()
            .sorted()
            .flatMap(each -> each.file().stream())
            .limit(1)
            .collect(Collectors.joining());
    return files.isEmpty() ? "no file; add -Dzonegate.formats=text,sarif" : folder + "/" + files;
  }

  /** Tells GitHub, if asked for: what stands beside the code, and the summary of the step. */
  void annotate(String name, Verdict verdict, List<Judged> findings) throws MojoExecutionException {
    if (!formats.contains(Format.GITHUB)) {
      return;
    }
    GithubCommands github = GithubCommands.of(name, verdict, findings, shown());
    // not by the log, since a command must start its line
    PrintStream out = PlainOutput.stream();
    github.commands().forEach(out::println);
    String file = System.getenv(SUMMARY);
    if (file == null || file.isEmpty()) {
      return;
    }
    try {
      Files.writeString(
          Path.of(file), github.summary(), StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    } catch (IOException e) {
      throw new MojoExecutionException("cannot write " + SUMMARY + " " + file + ": " + e, e);
    }
  }

  /** How many commands of each kind this build has printed. */
  @SuppressWarnings("unchecked")
  private Map<String, Integer> shown() {
    synchronized (buildData) {
      return (Map<String, Integer>)
          buildData.computeIfAbsent(
              GithubCommands.class.getName(), key -> new ConcurrentHashMap<>());
    }
  }
}
