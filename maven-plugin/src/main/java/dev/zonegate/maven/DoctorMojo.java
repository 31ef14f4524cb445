package dev.zonegate.maven;

import dev.zonegate.doctor.Checkout;
import dev.zonegate.doctor.KnownTypes;
import dev.zonegate.doctor.MissingImports;
import dev.zonegate.doctor.Symptom;
import dev.zonegate.gate.PolicyFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import javax.inject.Inject;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.project.MavenProject;
import org.apache.maven.project.ProjectDependenciesResolver;

/**
 * Finds what makes results wrong: types that nothing on the class path has, missing flags of Error
 * Prone, PMD without types, a shallow clone, notes that are not fetched, a build cache that skips
 * {@code check}. Says what to do about each; fails nothing.
 */
@Mojo(name = "doctor", aggregator = true, threadSafe = true)
public final class DoctorMojo extends GateMojo {
  private final ProjectDependenciesResolver resolver;

  @Inject
  DoctorMojo(ProjectDependenciesResolver resolver) {
    this.resolver = resolver;
  }

  @Override
  public void execute() throws MojoExecutionException {
    if (skip) {
      return;
    }
    BuildFiles files = BuildFiles.of(session, null, filter(includeTests));
    Set<Symptom> symptoms = new LinkedHashSet<>(policySymptoms(files.base()));
    symptoms.addAll(Checkout.symptoms(files.base()));
    String flags = flags(files.base());
    for (MavenProject each : session.getProjects()) {
      symptoms.addAll(new PluginSettings(each).symptoms(flags));
      symptoms.addAll(moduleSymptoms(each));
    }
    symptoms.addAll(
        MissingImports.symptoms(files.listing().entries(), known(symptoms), encoding()));
    symptoms.forEach(each -> getLog().warn(each.toString()));
    getLog()
        .info(
            symptoms.isEmpty()
                ? "Nothing is wrong with this build"
                : "Things that make results wrong or missing: " + symptoms.size());
  }

  private static List<Symptom> policySymptoms(Path base) {
    if (PolicyFile.find(base).isEmpty()) {
      return List.of(
          new Symptom(
              PolicyFile.NAME,
              "there is no policy, so everything is one zone",
              "run the goal `init` for a proposal"));
    }
    try {
      boolean asks = policy(base).zones().stream().anyMatch(each -> each.authors().asks());
      return asks ? Checkout.notes(base).stream().toList() : List.of();
    } catch (MojoExecutionException e) {
      return List.of(new Symptom(PolicyFile.NAME, e.getMessage(), "correct it"));
    }
  }

  private static String flags(Path base) {
    StringBuilder flags = new StringBuilder(Checkout.jvmConfig(base));
    for (String each : List.of("MAVEN_OPTS", "JDK_JAVA_OPTIONS", "JAVA_TOOL_OPTIONS")) {
      flags.append(' ').append(System.getenv().getOrDefault(each, ""));
    }
    return flags.toString();
  }

  private List<Symptom> moduleSymptoms(MavenProject module) {
    List<Symptom> symptoms = new ArrayList<>();
    boolean hasSources = module.getCompileSourceRoots().stream().anyMatch(DoctorMojo::isFolder);
    if (module.getPackaging().equals("pom") || !hasSources) {
      return symptoms;
    }
    String name = module.getArtifactId();
    if (!isFolder(module.getBuild().getOutputDirectory())) {
      symptoms.add(
          new Symptom(
              name,
              "its classes are not compiled, so less can be resolved",
              "run `mvn compile` before the goals of Zonegate"));
    }
    if (!module.getBuild().getPluginsAsMap().containsKey(plugin.getPluginLookupKey())) {
      symptoms.add(
          new Symptom(
              name, "its build does not run the gate", "add the goals `analyze` and `check`"));
    }
    return symptoms;
  }

  private static boolean isFolder(String path) {
    return Files.isDirectory(Path.of(path));
  }

  private KnownTypes known(Set<Symptom> symptoms) {
    KnownTypes known = new KnownTypes();
    for (MavenProject each : session.getProjects()) {
      ModuleJars jars = ModuleJars.of(each, session, resolver, includeTests);
      if (jars.missing() > 0) {
        symptoms.add(
            new Symptom(
                each.getArtifactId(),
                jars.missing() + " of its dependencies cannot be had",
                "see `mvn dependency:resolve`"));
      }
      jars.files().forEach(jar -> add(jar, known, symptoms));
    }
    return known;
  }

  private static void add(Path jar, KnownTypes known, Set<Symptom> symptoms) {
    try {
      known.addJar(jar);
    } catch (IOException e) {
      String name = String.valueOf(jar.getFileName());
      symptoms.add(new Symptom(name, "it is no readable jar", "remove it and build again"));
    }
  }
}
