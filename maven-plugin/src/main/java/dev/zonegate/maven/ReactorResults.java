package dev.zonegate.maven;

import dev.zonegate.gate.BuildVerdict;
import dev.zonegate.gate.Results;
import dev.zonegate.gate.ResultsFile;
import dev.zonegate.gate.ResultsLedger;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.project.MavenProject;

/** What is known of the modules of a build. */
final class ReactorResults {
  private ReactorResults() {}

  /** The modules that have results, in the order of the build. */
  static Map<BuildVerdict.Module, MavenProject> of(MavenSession session)
      throws MojoExecutionException {
    ResultsLedger ledger = ResultsLedger.in(session.getRequest().getData());
    Map<BuildVerdict.Module, MavenProject> modules = new LinkedHashMap<>();
    for (MavenProject each : session.getProjects()) {
      Optional<Path> folder = ledger.folder(each.getId());
      Optional<Results> found = folder.isEmpty() ? Optional.empty() : read(folder.get());
      found.ifPresent(
          results -> modules.put(new BuildVerdict.Module(each.getArtifactId(), results), each));
    }
    return modules;
  }

  private static Optional<Results> read(Path folder) throws MojoExecutionException {
    Path file = folder.resolve(ResultsFile.NAME);
    try {
      return ResultsFile.read(file);
    } catch (IOException e) {
      throw new MojoExecutionException("cannot read " + file + ": " + e, e);
    }
  }
}
