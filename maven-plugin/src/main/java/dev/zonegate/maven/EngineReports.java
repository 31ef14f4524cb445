package dev.zonegate.maven;

import dev.zonegate.engines.Engine;
import dev.zonegate.engines.EngineFindings;
import dev.zonegate.engines.ReportException;
import dev.zonegate.gate.EngineSetting;
import dev.zonegate.gate.Nearest;
import dev.zonegate.gate.Policy;
import dev.zonegate.gate.Results;
import dev.zonegate.gate.ResultsFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.maven.plugin.MojoExecutionException;

/**
 * What other engines report about a module in this build, kept for the decision about the whole
 * build.
 *
 * @param reports where each has left its own, if it is to be heard and did
 * @param silent why others are not heard
 */
record EngineReports(Map<Engine, Path> reports, Map<Engine, String> silent) {
  private static final String KEPT = "engines.bin";
  private static final String RUN = ":run";

  EngineReports {
    reports = Collections.unmodifiableMap(new TreeMap<>(reports));
    silent = Collections.unmodifiableMap(new TreeMap<>(silent));
  }

  /** From the policy and the setting {@code zonegate.engines}, which adds to it. */
  static Map<Engine, EngineSetting> wanted(Policy policy, List<String> names)
      throws MojoExecutionException {
    Map<Engine, EngineSetting> wanted = new EnumMap<>(Engine.class);
    policy.engines().forEach(each -> wanted.put(Engine.named(each.engine()), each));
    for (String each : names == null ? List.<String>of() : names) {
      String name = each.strip();
      boolean isRun = name.endsWith(RUN);
      String id = isRun ? name.substring(0, name.length() - RUN.length()) : name;
      if (!Engine.ids().contains(id)) {
        throw new MojoExecutionException(
            "zonegate.engines: `" + id + "` is no engine" + Nearest.hint(id, Engine.ids()));
      }
      if (isRun && !EngineSetting.canRun(id)) {
        throw new MojoExecutionException(
            "zonegate.engines: `" + id + "` cannot be run; write `" + id + "` to read its log");
      }
      EngineSetting setting = isRun ? EngineSetting.run(id) : EngineSetting.read(id);
      wanted.merge(Engine.named(id), setting, (said, more) -> said.isRun() ? said : more);
    }
    return wanted;
  }

  /** Our results with those of the engines, which are kept beside ours in a folder. */
  Results addTo(Results own, EngineFindings findings, String module, Path output)
      throws MojoExecutionException {
    try {
      for (Map.Entry<Engine, Path> each : reports.entrySet()) {
        findings.add(each.getKey(), each.getValue());
      }
      silent.values().forEach(each -> findings.addSilence(module, each));
      Path kept = output.resolve(KEPT);
      if (reports.isEmpty() && silent.isEmpty()) {
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
