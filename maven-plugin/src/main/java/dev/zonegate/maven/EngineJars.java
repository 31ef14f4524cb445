package dev.zonegate.maven;

import dev.zonegate.engines.Engine;
import dev.zonegate.engines.EngineArtifacts;
import dev.zonegate.engines.EngineException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.project.MavenProject;
import org.eclipse.aether.RepositorySystem;
import org.eclipse.aether.artifact.Artifact;
import org.eclipse.aether.artifact.DefaultArtifact;
import org.eclipse.aether.collection.CollectRequest;
import org.eclipse.aether.graph.Dependency;
import org.eclipse.aether.resolution.ArtifactRequest;
import org.eclipse.aether.resolution.ArtifactResolutionException;
import org.eclipse.aether.resolution.ArtifactResult;
import org.eclipse.aether.resolution.DependencyRequest;
import org.eclipse.aether.resolution.DependencyResolutionException;

/** The jars of an engine, from where the build has its plug-ins. */
record EngineJars(List<Path> program, List<Path> plugins) {
  EngineJars {
    program = List.copyOf(program);
    plugins = List.copyOf(plugins);
  }

  static EngineJars of(
      Engine engine,
      EngineArtifacts artifacts,
      RepositorySystem system,
      MavenSession session,
      MavenProject module)
      throws EngineException {
    try {
      List<Path> plugins = new ArrayList<>();
      for (String each : artifacts.plugins()) {
        ArtifactRequest wanted =
            new ArtifactRequest(
                new DefaultArtifact(each), module.getRemotePluginRepositories(), null);
        plugins.add(file(system.resolveArtifact(session.getRepositorySession(), wanted)));
      }
      return new EngineJars(program(artifacts, system, session, module), plugins);
    } catch (ArtifactResolutionException | DependencyResolutionException e) {
      throw new EngineException(
          engine.title()
              + " cannot be had: "
              + first(e.getMessage())
              + "; build once with access to a repository that has it",
          e);
    }
  }

  private static List<Path> program(
      EngineArtifacts artifacts, RepositorySystem system, MavenSession session, MavenProject module)
      throws DependencyResolutionException {
    CollectRequest all = new CollectRequest();
    all.setRepositories(module.getRemotePluginRepositories());
    for (String each : artifacts.program()) {
      Artifact artifact = new DefaultArtifact(each);
      all.addDependency(new Dependency(artifact, "runtime"));
    }
    return system
        .resolveDependencies(session.getRepositorySession(), new DependencyRequest(all, null))
        .getArtifactResults()
        .stream()
        .map(EngineJars::file)
        .toList();
  }

  private static Path file(ArtifactResult result) {
    return result.getArtifact().getFile().toPath();
  }

  private static String first(String message) {
    return message == null
        ? "no reason given"
        : message.lines().findFirst().orElse("").replaceAll("[.\\s]+$", "");
  }
}
