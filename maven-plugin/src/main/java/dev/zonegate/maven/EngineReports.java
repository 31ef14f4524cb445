package dev.zonegate.maven;

import dev.zonegate.engines.Engine;
import dev.zonegate.engines.EngineFindings;
import dev.zonegate.engines.ReportException;
import dev.zonegate.gate.Nearest;
import dev.zonegate.gate.Results;
import dev.zonegate.gate.ResultsFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.apache.maven.plugin.MojoExecutionException;

/**
 * What other engines reported about a module in this build, kept for the decision about the whole
 * build.
 *
 * @param wanted the engines whose reports are read
 * @param target the folder of the build, where they leave them
 * @param output where ours are
 */
record EngineReports(Set<Engine> wanted, Path target, Path output) {
  private static final String KEPT = "engines.jsonl";

  EngineReports {
    wanted = Set.copyOf(wanted);
  }

  /** From the setting {@code zonegate.engines}. */
  static Set<Engine> wanted(List<String> names) throws MojoExecutionException {
    Set<Engine> wanted = EnumSet.noneOf(Engine.class);
    for (String each : names == null ? List.<String>of() : names) {
      String name = each.strip();
      if (!Engine.ids().contains(name)) {
        throw new MojoExecutionException(
            "zonegate.engines: `" + name + "` is no engine" + Nearest.hint(name, Engine.ids()));
      }
      wanted.add(Engine.valueOf(name.toUpperCase(Locale.ROOT)));
    }
    return wanted;
  }

  /** The engines that have left no report. */
  List<Engine> missing() {
    return wanted.stream()
        .filter(each -> !Files.isRegularFile(target.resolve(each.report())))
        .sorted()
        .toList();
  }

  /** Our results with those of the engines, which are kept. */
  Results addTo(Results own, EngineFindings findings) throws MojoExecutionException {
    List<Engine> there = new ArrayList<>(wanted);
    there.removeAll(missing());
    there.sort(null);
    try {
      for (Engine each : there) {
        findings.add(each, target.resolve(each.report()));
      }
      Path kept = output.resolve(KEPT);
      if (wanted.isEmpty()) {
        Files.deleteIfExists(kept);
        return own;
      }
      Results others = findings.results();
      ResultsFile.write(others, kept);
      return own.and(others);
    } catch (ReportException e) {
      throw new MojoExecutionException("zonegate.engines: " + e.getMessage(), e);
    } catch (IOException e) {
      throw new MojoExecutionException("cannot keep results in " + output + ": " + e, e);
    }
  }

  /** What was kept in a folder; empty if no engine was asked. */
  static Optional<Results> kept(Path folder) throws IOException {
    return ResultsFile.read(folder.resolve(KEPT));
  }
}
