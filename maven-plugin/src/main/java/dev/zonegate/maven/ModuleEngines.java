package dev.zonegate.maven;

import dev.zonegate.engines.Engine;
import dev.zonegate.engines.EngineArtifacts;
import dev.zonegate.engines.EngineException;
import dev.zonegate.engines.EngineInput;
import dev.zonegate.engines.ForkedEngine;
import dev.zonegate.gate.EngineSetting;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.project.MavenProject;
import org.eclipse.aether.RepositorySystem;

/**
 * Hears the other engines about a module: runs those that the gate is to run, looks for the reports
 * of the rest.
 *
 * @param output where ours are
 * @param log of a compile with Error Prone; in the folder of the build if null
 * @param canRun whether any may be run
 */
record ModuleEngines(
    MavenProject module,
    MavenSession session,
    RepositorySystem repositories,
    Path output,
    File log,
    boolean canRun) {
  EngineReports heard(Map<Engine, EngineSetting> wanted, EngineInput input) {
    Map<Engine, Path> reports = new EnumMap<>(Engine.class);
    Map<Engine, String> silent = new EnumMap<>(Engine.class);
    wanted.forEach(
        (engine, setting) -> {
          try {
            boolean isRun = setting.isRun() && canRun;
            reports.put(engine, isRun ? made(engine, setting, input) : left(engine));
          } catch (EngineException e) {
            silent.put(engine, e.getMessage());
          }
        });
    return new EngineReports(reports, silent);
  }

  private Path made(Engine engine, EngineSetting setting, EngineInput input)
      throws EngineException {
    EngineArtifacts artifacts = EngineArtifacts.of(engine, setting);
    EngineJars jars = EngineJars.of(engine, artifacts, repositories, session, module);
    Path folder = output.resolve("engines");
    return new ForkedEngine(engine, setting, jars.program(), jars.plugins(), folder).report(input);
  }

  private Path left(Engine engine) throws EngineException {
    boolean isLog = engine == Engine.ERRORPRONE;
    Path report =
        isLog && log != null
            ? log.toPath()
            : Path.of(module.getBuild().getDirectory(), engine.report());
    if (Files.isRegularFile(report)) {
      return report;
    }
    String hint =
        isLog
            ? "write the log of the compile there"
            : "let its plug-in run before, or the gate by `" + engine.id() + ": run`";
    throw new EngineException(
        "no report of " + engine.title() + " (" + report.getFileName() + "); " + hint);
  }
}
