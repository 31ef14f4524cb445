package dev.zonegate.maven;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
 * goal could find out that it has nothing to do. Other modules of the build are taken as they were
 * compiled last, in this build or before.
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
    Map<String, MavenProject> modules =
        session.getProjects().stream()
            .collect(Collectors.toMap(ModuleClasspath::name, Function.identity()));
    DependencyResolutionResult found = found(module, session, resolver, modules.keySet());
    DependencyNode root = found.getDependencyGraph();
    List<DependencyNode> nodes = root == null ? List.of() : root.getChildren();
    Set<Artifact> artifacts = new LinkedHashSet<>();
    List<String> trail = List.of(module.getArtifact().getId());
    RepositoryUtils.toArtifacts(artifacts, nodes, trail, null);
    List<String> main = new ArrayList<>(List.of(module.getBuild().getOutputDirectory()));
    List<String> test = new ArrayList<>(List.of(module.getBuild().getTestOutputDirectory()));
    test.addAll(main);
    for (Artifact each : artifacts) {
      Optional<String> file = file(each, modules);
      if (each.getArtifactHandler().isAddedToClasspath() && file.isPresent()) {
        test.add(file.get());
        if (OF_MAIN.contains(each.getScope())) {
          main.add(file.get());
        }
      }
    }
    return new ModuleClasspath(
        main,
        test,
        nodes.stream().allMatch(each -> isFixed(each, modules.keySet())),
        found.getUnresolvedDependencies().stream()
            .map(each -> RepositoryUtils.toArtifact(each.getArtifact()))
            .filter(each -> file(each, modules).isEmpty())
            .map(Artifact::getArtifactId)
            .toList());
  }

  private static Optional<String> file(Artifact artifact, Map<String, MavenProject> modules) {
    if (artifact.getFile() != null) {
      return Optional.of(artifact.getFile().getPath());
    }
    // older versions of Maven know classes of other modules only where this build compiles them
    return Optional.ofNullable(artifact.hasClassifier() ? null : modules.get(name(artifact)))
        .map(each -> each.getBuild().getOutputDirectory())
        .filter(ModuleClasspath::hasClasses);
  }

  /** Whether something was compiled to a folder. */
  static boolean hasClasses(String folder) {
    Path path = Path.of(folder);
    if (!Files.isDirectory(path)) {
      return false;
    }
    try (Stream<Path> files = Files.walk(path)) {
      return files.anyMatch(each -> each.toString().endsWith(".class"));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot list " + folder, e);
    }
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
