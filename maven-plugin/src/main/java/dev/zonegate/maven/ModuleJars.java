package dev.zonegate.maven;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.maven.artifact.Artifact;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.project.DefaultDependencyResolutionRequest;
import org.apache.maven.project.DependencyResolutionException;
import org.apache.maven.project.DependencyResolutionResult;
import org.apache.maven.project.MavenProject;
import org.apache.maven.project.ProjectDependenciesResolver;
import org.eclipse.aether.graph.Dependency;

/**
 * The jars of a module; what it takes from other modules of the build is not among them.
 *
 * @param missing how many cannot be had
 */
record ModuleJars(List<Path> files, long missing) {
  static ModuleJars of(
      MavenProject module,
      MavenSession session,
      ProjectDependenciesResolver resolver,
      boolean includeTests) {
    DependencyResolutionResult found;
    try {
      found =
          resolver.resolve(
              new DefaultDependencyResolutionRequest(module, session.getRepositorySession()));
    } catch (DependencyResolutionException e) {
      found = e.getResult();
    }
    Set<String> modules =
        session.getProjects().stream()
            .map(each -> each.getGroupId() + ":" + each.getArtifactId())
            .collect(Collectors.toSet());
    long missing =
        found.getUnresolvedDependencies().stream()
            .filter(each -> !modules.contains(name(each)))
            .count();
    List<Path> files =
        found.getResolvedDependencies().stream()
            .filter(each -> includeTests || !Artifact.SCOPE_TEST.equals(each.getScope()))
            .filter(each -> !modules.contains(name(each)))
            .map(each -> each.getArtifact().getFile().toPath())
            .toList();
    return new ModuleJars(files, missing);
  }

  private static String name(Dependency dependency) {
    return dependency.getArtifact().getGroupId() + ":" + dependency.getArtifact().getArtifactId();
  }
}
