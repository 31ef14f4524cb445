package dev.zonegate.maven;

import dev.zonegate.gate.SourceRoot;
import java.io.File;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.model.Dependency;
import org.apache.maven.model.Exclusion;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.project.MavenProject;
import org.eclipse.aether.RepositorySystemSession;
import org.eclipse.aether.artifact.Artifact;
import org.eclipse.aether.artifact.DefaultArtifact;

/** Text of everything that a verdict depends on and that is no file. */
final class VerdictKey {
  private final StringBuilder text = new StringBuilder();

  /** Whatever else there is. */
  VerdictKey with(Object value) {
    text.append(value).append('\n');
    return this;
  }

  /** The parameters of a goal; one that is added later counts, too. */
  VerdictKey withParameters(GateMojo goal) throws MojoExecutionException {
    for (Class<?> type = goal.getClass(); GateMojo.class.isAssignableFrom(type); ) {
      for (Field each : type.getDeclaredFields()) {
        boolean isParameter = (each.getModifiers() & (Modifier.STATIC | Modifier.PRIVATE)) == 0;
        if (isParameter && isText(each.getType())) {
          try {
            with(each.getName()).with(each.get(goal));
          } catch (IllegalAccessException e) {
            throw new MojoExecutionException("cannot read the parameter " + each.getName(), e);
          }
        }
      }
      type = type.getSuperclass();
    }
    return this;
  }

  private static boolean isText(Class<?> type) {
    return type.isPrimitive() || type == String.class || type == File.class || type == List.class;
  }

  /** The modules of a build. */
  VerdictKey withBuild(MavenSession session) {
    with(Runtime.version()).with(new TreeMap<>(session.getUserProperties()));
    for (MavenProject each : session.getProjects()) {
      with(each.getId()).with(each.getPackaging());
    }
    return with(ReactorPart.isPart(session));
  }

  /** Where a module has its files, and what it depends on. */
  VerdictKey withModule(MavenProject module, MavenSession session) {
    with(module.getFile()).with(module.getBuild().getOutputDirectory());
    with(module.getBuild().getTestOutputDirectory());
    for (SourceRoot each : ModuleRoots.of(module, true)) {
      with(each.path()).with(each.role()).with(each.holds());
    }
    RepositorySystemSession repositories = session.getRepositorySession();
    with(repositories.getLocalRepository().getBasedir());
    with(module.getRemoteProjectRepositories());
    withDependencies(module);
    for (MavenProject each :
        session.getProjectDependencyGraph().getUpstreamProjects(module, true)) {
      withDependencies(each);
      for (String classifier : List.of("", "tests")) {
        Artifact artifact =
            new DefaultArtifact(
                each.getGroupId(), each.getArtifactId(), classifier, "jar", each.getVersion());
        with(repositories.getWorkspaceReader().findArtifact(artifact));
      }
    }
    return this;
  }

  private void withDependencies(MavenProject module) {
    with(module.getId());
    List<Dependency> all = new ArrayList<>(module.getDependencies());
    if (module.getDependencyManagement() != null) {
      all.addAll(module.getDependencyManagement().getDependencies());
    }
    for (Dependency each : all) {
      with(each.getManagementKey()).with(each.getVersion()).with(each.getScope());
      with(each.isOptional()).with(each.getSystemPath());
      for (Exclusion not : each.getExclusions()) {
        with(not.getGroupId()).with(not.getArtifactId());
      }
    }
  }

  @Override
  public String toString() {
    return text.toString();
  }
}
