package dev.zonegate.maven;

import dev.zonegate.catalogue.Catalogue;
import dev.zonegate.engine.Settings;
import dev.zonegate.facts.Project;
import dev.zonegate.gate.FileRecord;
import dev.zonegate.gate.Inputs;
import dev.zonegate.gate.Placement;
import dev.zonegate.gate.Policy;
import dev.zonegate.gate.Results;
import dev.zonegate.gate.SingleFile;
import dev.zonegate.gate.SourceListing;
import dev.zonegate.gate.SourceRoot;
import dev.zonegate.model.SourceFile.Role;
import dev.zonegate.report.EndpointTable;
import dev.zonegate.report.Line;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.inject.Inject;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;
import org.apache.maven.project.ProjectDependenciesResolver;

/**
 * Prints the ways into a build or a folder as a table: what calls them, what guards them, which are
 * open. Needs nothing compiled; writes the table to {@code target/zonegate/endpoints.txt}.
 */
@Mojo(name = "endpoints", requiresProject = false, aggregator = true, threadSafe = true)
public final class EndpointsMojo extends GateMojo {
  static final String FILE = "endpoints.txt";

  /** A folder or file to read in place of the modules of this build. */
  @Parameter(property = "zonegate.dir")
  File dir;

  /** Jars and class folders to resolve types against, separated as on a class path. */
  @Parameter(property = "zonegate.classpath")
  String classpath;

  /** Where the table is written; {@code target/zonegate} if not set. */
  @Parameter(property = "zonegate.outputDirectory")
  File outputDirectory;

  private final ProjectDependenciesResolver resolver;

  @Inject
  EndpointsMojo(ProjectDependenciesResolver resolver) {
    this.resolver = resolver;
  }

  @Override
  public void execute() throws MojoExecutionException {
    if (skip) {
      return;
    }
    boolean isBuild = dir == null && session.getTopLevelProject().getFile() != null;
    if (isBuild) {
      printBuild();
    } else {
      printFolder(dir == null ? new File(session.getExecutionRootDirectory()) : dir);
    }
  }

  private void printFolder(File folder) throws MojoExecutionException {
    Path start;
    try {
      start = folder.toPath().toRealPath();
    } catch (IOException e) {
      throw new MojoExecutionException(
          "zonegate.dir: " + folder + " is not there; name a folder or a .java file", e);
    }
    Path base = Files.isDirectory(start) ? start : start.getParent();
    List<SourceRoot> roots = List.of(new SourceRoot(start, Role.MAIN, SourceRoot.Holds.BOTH));
    print(
        SourceListing.of(roots, base, filter(includeTests)),
        base,
        jars(classpath),
        Path.of("target"));
  }

  private void printBuild() throws MojoExecutionException {
    Path start = Path.of(session.getExecutionRootDirectory()).toAbsolutePath().normalize();
    List<SourceRoot> roots =
        session.getProjects().stream()
            .flatMap(each -> ModuleRoots.of(each, includeTests).stream())
            .toList();
    Set<Path> jars = new LinkedHashSet<>(jars(classpath));
    session.getProjects().forEach(each -> jars.addAll(dependencies(each)));
    Path target = Path.of(session.getTopLevelProject().getBuild().getDirectory());
    print(SourceListing.of(roots, start, filter(includeTests)), start, List.copyOf(jars), target);
    sayPart();
  }

  /** The jars of a module; what it takes from other modules is read as source. */
  private List<Path> dependencies(MavenProject module) {
    ModuleJars jars = ModuleJars.of(module, session, resolver, includeTests);
    if (jars.missing() > 0) {
      getLog()
          .warn(
              "Dependencies of "
                  + module.getArtifactId()
                  + " that are not there: "
                  + jars.missing()
                  + "; annotations they declare are known by name only");
    }
    return jars.files();
  }

  private void sayPart() {
    if (ReactorPart.isPart(session)) {
      getLog()
          .warn(
              "Only a part of the modules is in this build: what the others guard is not known;"
                  + " run it in the root");
    }
  }

  private void print(SourceListing listing, Path base, List<Path> jars, Path target)
      throws MojoExecutionException {
    Inputs inputs = new Inputs(listing, encoding(), jars, false, 0, 0, withoutRules());
    Path output = outputDirectory == null ? target.resolve("zonegate") : outputDirectory.toPath();
    Results results = results(inputs, output.toAbsolutePath());
    Project project = Project.whole(results.facts());
    List<Line> lines = EndpointTable.lines(project, zones(base, results));
    print(lines);
    write(lines, output.resolve(FILE));
  }

  /** The table is made of facts, which need no rule. */
  private static Settings withoutRules() {
    return new Settings(
        Catalogue.rules().stream().map(each -> each.info().name()).collect(Collectors.toSet()),
        Set.of());
  }

  private static Function<String, String> zones(Path base, Results results)
      throws MojoExecutionException {
    Policy policy = policy(base);
    Placement placement = Placement.of(policy, SingleFile.prefix(policy, base), results.files());
    Map<String, String> names =
        results.files().stream()
            .collect(Collectors.toMap(FileRecord::path, each -> placement.of(each).name()));
    return path -> names.getOrDefault(path, "");
  }
}
