package dev.zonegate.maven;

import dev.zonegate.gate.Inputs;
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
    defaultPhase = LifecyclePhase.PROCESS_CLASSES,
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
      analysis(inputs);
    }
  }
}
