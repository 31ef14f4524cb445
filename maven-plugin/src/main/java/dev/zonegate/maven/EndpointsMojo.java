package dev.zonegate.maven;

import dev.zonegate.catalogue.Catalogue;
import dev.zonegate.engine.Analysis;
import dev.zonegate.facts.Project;
import dev.zonegate.gate.FileRecord;
import dev.zonegate.gate.FrontEnds;
import dev.zonegate.gate.Inputs;
import dev.zonegate.gate.Policy;
import dev.zonegate.gate.PolicyException;
import dev.zonegate.gate.PolicyFile;
import dev.zonegate.gate.Results;
import dev.zonegate.gate.SourceAnalysis;
import dev.zonegate.gate.SourceListing;
import dev.zonegate.gate.SourceRoot;
import dev.zonegate.model.SourceFile.Role;
import dev.zonegate.report.EndpointTable;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/** Prints the ways into a build or a folder: what calls them, what guards them, which are open. */
@Mojo(name = "endpoints", requiresProject = false, aggregator = true, threadSafe = true)
public final class EndpointsMojo extends GateMojo {
  /** The folder; that of the build if not set. */
  @Parameter(property = "zonegate.dir", defaultValue = "${session.executionRootDirectory}")
  File dir;

  /** Jars and class folders to resolve types against, separated as on a class path. */
  @Parameter(property = "zonegate.classpath")
  String classpath;

  @Override
  public void execute() throws MojoExecutionException {
    if (skip) {
      return;
    }
    try {
      print(dir.toPath().toRealPath());
    } catch (IOException e) {
      throw new MojoExecutionException("zonegate.dir: " + dir + " is not there; name a folder", e);
    }
  }

  private void print(Path start) throws MojoExecutionException {
    Path base = Files.isDirectory(start) ? start : start.getParent();
    SourceListing listing =
        SourceListing.of(List.of(new SourceRoot(start, Role.MAIN)), base, filter());
    Inputs inputs = new Inputs(listing, encoding(), jars(), false, 0, 0, settings());
    Analysis analysis = new Analysis(Catalogue.rules(), settings());
    Results results = SourceAnalysis.of(inputs, FrontEnds.of(inputs), analysis, "");
    Project project =
        Project.whole(
            results.files().stream().flatMap(each -> each.result().facts().stream()).toList());
    print(EndpointTable.lines(project, zones(base, results)));
  }

  private static Function<String, String> zones(Path base, Results results)
      throws MojoExecutionException {
    Optional<Path> file = PolicyFile.find(base);
    Policy policy;
    try {
      policy =
          file.isEmpty() ? Policy.DEFAULT : PolicyFile.load(file.get(), Reports.ruleNames());
    } catch (PolicyException e) {
      throw new MojoExecutionException("the policy cannot be followed:\n" + e.getMessage(), e);
    }
    String below =
        file.map(each -> SourceListing.relative(each.getParent(), base)).orElse("");
    String prefix = below.isEmpty() ? "" : below + "/";
    Map<String, String> names =
        results.files().stream()
            .collect(
                Collectors.toMap(
                    FileRecord::path,
                    each -> policy.zoneOf(prefix + each.path(), each.packageName()).name()));
    return path -> names.getOrDefault(path, "");
  }

  private List<Path> jars() {
    return classpath == null
        ? List.of()
        : Arrays.stream(classpath.split(File.pathSeparator))
            .filter(each -> !each.isBlank())
            .map(each -> Path.of(each.strip()).toAbsolutePath())
            .filter(Files::exists)
            .toList();
  }

  @Override
  String explainCommand() {
    return "mvn " + fullName() + ":explain";
  }
}
