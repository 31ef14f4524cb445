package dev.zonegate.maven;

import dev.zonegate.facts.FactsFile;
import dev.zonegate.files.WholeFile;
import dev.zonegate.gate.CachedAnalysis;
import dev.zonegate.gate.Inputs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.ResolutionScope;

/**
 * Finds what {@code check} judges, and keeps it in {@code target/zonegate/results.jsonl}: a
 * function of sources, class path and rules. Knows no policy and fails on no finding.
 */
@Mojo(
    name = "analyze",
    defaultPhase = LifecyclePhase.PROCESS_TEST_CLASSES,
    requiresDependencyResolution = ResolutionScope.TEST,
    threadSafe = true)
public final class AnalyzeMojo extends ModuleMojo {
  @Override
  public void execute() throws MojoExecutionException {
    if (skip) {
      return;
    }
    Inputs inputs = inputs();
    if (!inputs.listing().isEmpty()) {
      writeFacts(analysis(inputs));
    }
  }

  /** For Error Prone and PMD, which see one file at a time. */
  private void writeFacts(CachedAnalysis analysis) throws MojoExecutionException {
    Path file = outputDirectory.toPath().resolve("facts.jsonl");
    if (!analysis.isNew() && Files.exists(file)) {
      return;
    }
    try {
      WholeFile.write(file, draft -> FactsFile.write(analysis.results().facts(), draft));
    } catch (IOException e) {
      throw new MojoExecutionException("cannot write " + file + ": " + e, e);
    }
  }
}
