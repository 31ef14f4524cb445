package dev.zonegate.maven;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.maven.RepositoryUtils;
import org.apache.maven.artifact.Artifact;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.project.DefaultDependencyResolutionRequest;
import org.apache.maven.project.DependencyResolutionException;
import org.apache.maven.project.DependencyResolutionResult;
import org.apache.maven.project.MavenProject;
import org.apache.maven.project.ProjectDependenciesResolver;
import org.eclipse.aether.graph.DependencyNode;
import org.eclipse.aether.version.VersionConstraint;

/**
 * The class paths of a module, resolved only when they are asked for: Maven would do it before the
 * goal could find out that it has nothing to do.
 *
 * @param main of its main code, as Maven orders it
 * @param test of its test code
 * @param isFixed whether its dependencies never come to other files: no snapshots or version ranges
 * @param uncompiled modules of this build that it needs and that are neither compiled nor installed
 */
record ModuleClasspath(
    List<String> main, List<String> test, boolean isFixed, List<String> uncompiled) {
  private static final Set<String> OF_MAIN =
      Set.of(Artifact.SCOPE_COMPILE, Artifact.SCOPE_PROVIDED, Artifact.SCOPE_SYSTEM);

  ModuleClasspath {
    main = List.copyOf(main);
    test = List.copyOf(test);
    uncompiled = List.copyOf(uncompiled);
  }

  static ModuleClasspath of(
      MavenProject module, MavenSession session, ProjectDependenciesResolver resolver)
      throws MojoExecutionException {
    Set<String> modules =
        session.getProjects().stream().map(ModuleClasspath::name).collect(Collectors.toSet());
    DependencyResolutionResult found = found(module, session, resolver, modules);
    DependencyNode root = found.getDependencyGraph();
    List<DependencyNode> nodes = root == null ? List.of() : root.getChildren();
    Set<Artifact> artifacts = new LinkedHashSet<>();
    List<String> trail = List.of(module.getArtifact().getId());
    RepositoryUtils.toArtifacts(artifacts, nodes, trail, null);
    List<String> main = new ArrayList<>(List.of(module.getBuild().getOutputDirectory()));
    List<String> test = new ArrayList<>(List.of(module.getBuild().getTestOutputDirectory()));
    test.addAll(main);
    for (Artifact each : artifacts) {
      if (each.getArtifactHandler().isAddedToClasspath() && each.getFile() != null) {
        test.add(each.getFile().getPath());
        if (OF_MAIN.contains(each.getScope())) {
          main.add(each.getFile().getPath());
        }
      }
    }
    return new ModuleClasspath(
        main,
        test,
        nodes.stream().allMatch(each -> isFixed(each, modules)),
        found.getUnresolvedDependencies().stream()
            .map(each -> each.getArtifact().getArtifactId())
            .toList());
  }

  /** What Maven finds; other modules of the build may be missing, since they may not be built. */
  private static DependencyResolutionResult found(
      MavenProject module,
      MavenSession session,
      ProjectDependenciesResolver resolver,
      Set<String> modules)
      throws MojoExecutionException {
    try {
      return resolver.resolve(
          new DefaultDependencyResolutionRequest(module, session.getRepositorySession()));
    } catch (DependencyResolutionException e) {
      DependencyResolutionResult found = e.getResult();
      boolean isOfBuild =
          found != null
              && found.getDependencyGraph() != null
              && found.getUnresolvedDependencies().stream()
                  .map(each -> name(RepositoryUtils.toArtifact(each.getArtifact())))
                  .allMatch(modules::contains);
      if (isOfBuild) {
        return found;
      }
      throw new MojoExecutionException(e.getMessage(), e);
    }
  }

  private static String name(MavenProject module) {
    return module.getGroupId() + ":" + module.getArtifactId() + ":" + module.getVersion();
  }

  private static String name(Artifact artifact) {
    return artifact.getGroupId() + ":" + artifact.getArtifactId() + ":" + artifact.getBaseVersion();
  }

  /** What other modules come to is known without resolving it. */
  private static boolean isFixed(DependencyNode node, Set<String> modules) {
    VersionConstraint asked = node.getVersionConstraint();
    boolean isRange = asked != null && asked.getRange() != null;
    Artifact artifact = RepositoryUtils.toArtifact(node.getArtifact());
    boolean mayChange = isRange || artifact.isSnapshot() && !modules.contains(name(artifact));
    return !mayChange && node.getChildren().stream().allMatch(each -> isFixed(each, modules));
  }
}
