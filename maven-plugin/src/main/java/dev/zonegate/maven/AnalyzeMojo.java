package dev.zonegate.maven;

import dev.zonegate.facts.FactsFile;
import dev.zonegate.files.WholeFile;
import dev.zonegate.gate.CachedAnalysis;
import dev.zonegate.gate.Inputs;
import dev.zonegate.gate.Results;
import dev.zonegate.gate.Shard;
import dev.zonegate.gate.Shards;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;

/**
 * Finds what {@code check} judges, and keeps it in {@code target/zonegate/results.bin}: a function
 * of sources, class path and rules. Knows no policy and fails on no finding.
 */
@Mojo(
    name = "analyze",
    defaultPhase = LifecyclePhase.PROCESS_TEST_CLASSES,
    requiresDependencyResolution = ResolutionScope.TEST,
    threadSafe = true)
public final class AnalyzeMojo extends ModuleMojo {
  /**
   * The part of each module's files to analyse, such as {@code 2/3}. Where the results of all parts
   * lie together, {@code check} takes them as one.
   */
  @Parameter(property = "zonegate.shard")
  String shard;

  @Override
  public void execute() throws MojoExecutionException {
    if (skip) {
      return;
    }
    Inputs inputs = inputs();
    if (inputs.listing().isEmpty()) {
      return;
    }
    if (shard == null || shard.isBlank()) {
      writeFacts(analysis(inputs));
    } else {
      analyse(inputs, part());
    }
  }

  private Shard part() throws MojoExecutionException {
    try {
      return Shard.parse(shard);
    } catch (IllegalArgumentException e) {
      throw new MojoExecutionException("zonegate.shard: " + e.getMessage(), e);
    }
  }

  private void analyse(Inputs inputs, Shard part) throws MojoExecutionException {
    if (!inputs.areClassesComplete()) {
      throw new MojoExecutionException(
          "zonegate.shard: "
              + project.getArtifactId()
              + " is not compiled, and its files cannot be read apart; run `test-compile` before");
    }
    try {
      Results found = Shards.analyse(inputs, part, outputDirectory.toPath());
      getLog()
          .info(
              "Part "
                  + part.number()
                  + " of "
                  + part.of()
                  + ": "
                  + found.files().size()
                  + " of "
                  + inputs.listing().entries().size()
                  + " files");
    } catch (IOException e) {
      throw new MojoExecutionException("cannot keep results in " + outputDirectory + ": " + e, e);
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
