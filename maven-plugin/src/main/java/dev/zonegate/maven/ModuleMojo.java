package dev.zonegate.maven;

import dev.zonegate.engines.Engine;
import dev.zonegate.engines.EngineFindings;
import dev.zonegate.engines.EngineInput;
import dev.zonegate.gate.CachedAnalysis;
import dev.zonegate.gate.EngineSetting;
import dev.zonegate.gate.Inputs;
import dev.zonegate.gate.PolicyFile;
import dev.zonegate.gate.Results;
import dev.zonegate.gate.ResultsFile;
import dev.zonegate.gate.SourceListing;
import dev.zonegate.gate.SourceRoot;
import dev.zonegate.model.SourceFile.Role;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.inject.Inject;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;
import org.apache.maven.project.ProjectDependenciesResolver;
import org.codehaus.plexus.util.xml.Xpp3Dom;
import org.eclipse.aether.RepositorySystem;

/** What the goals that look at a module have in common. */
abstract class ModuleMojo extends GateMojo {
  private static final String COMPILER = "org.apache.maven.plugins:maven-compiler-plugin";

  @Parameter(defaultValue = "${project}", readonly = true, required = true)
  MavenProject project;

  /** Where results and reports are written. */
  @Parameter(
      property = "zonegate.outputDirectory",
      defaultValue = "${project.build.directory}/zonegate",
      required = true)
  File outputDirectory;

  /** The Java release that the module is compiled for; from the compiler's settings if not set. */
  @Parameter(property = "zonegate.targetJdk", defaultValue = "${maven.compiler.release}")
  String targetJdk;

  /**
   * Other engines whose reports in the folder of the build are judged along, besides those of the
   * policy: {@code spotbugs}, {@code pmd}, {@code checkstyle}, {@code errorprone}; with {@code
   * :run}, as {@code spotbugs:run}, the gate runs it. None if not set.
   */
  @Parameter(property = "zonegate.engines")
  List<String> engines;

  /** Whether engines may be run; if not, the reports that are there are read. */
  @Parameter(property = "zonegate.runEngines", defaultValue = "true")
  boolean runEngines;

  /** The log of a compile with Error Prone; {@code errorprone.log} in the folder of the build. */
  @Parameter(property = "zonegate.errorProneLog")
  File errorProneLog;

  @Inject RepositorySystem repositories;

  @Inject ProjectDependenciesResolver resolver;

  private ModuleClasspath dependencies;

  /** The folder that all paths are relative to. */
  Path root() {
    Path start = Path.of(session.getExecutionRootDirectory()).toAbsolutePath().normalize();
    Path root = PolicyFile.rootOf(start);
    Path module = project.getBasedir().toPath().toAbsolutePath().normalize();
    return module.startsWith(root) ? root : module;
  }

  /** The results of this module, made if there are none of these inputs. */
  CachedAnalysis analysis(Inputs inputs) throws MojoExecutionException {
    try {
      Path file = outputDirectory.toPath().resolve(ResultsFile.NAME);
      FileTime start = FileTime.from(session.getStartTime().toInstant());
      CachedAnalysis analysis = executor(outputDirectory.toPath()).update(inputs, file, start);
      String name = SourceListing.relative(root(), file.toAbsolutePath().normalize());
      if (!analysis.damage().isEmpty()) {
        getLog().warn(name + " " + analysis.damage());
      }
      sayHowMuch(analysis);
      sayHowRead(
          analysis,
          inputs,
          "No compiled classes in "
              + SourceListing.relative(root(), Path.of(project.getBuild().getOutputDirectory()))
              + ": reading the sources with javac, which knows less; run after `compile`");
      return analysis;
    } catch (IOException e) {
      throw new MojoExecutionException("cannot keep results in " + outputDirectory + ": " + e, e);
    }
  }

  /** The same with what other engines report. */
  Results withEngines(Inputs inputs, Results own) throws MojoExecutionException {
    Map<Engine, EngineSetting> wanted = EngineReports.wanted(policy(root()), engines);
    ModuleEngines others =
        new ModuleEngines(
            project, session, repositories, outputDirectory.toPath(), errorProneLog, runEngines);
    EngineReports heard = others.heard(wanted, engineInput(inputs));
    EngineFindings findings = new EngineFindings(root(), own, Reports.ruleNames(), includeTests);
    return heard.addTo(own, findings, pom(), outputDirectory.toPath());
  }

  /** What stands for the module where something is said of all of it. */
  String pom() {
    return SourceListing.relative(root(), project.getBasedir().toPath().resolve("pom.xml"));
  }

  private EngineInput engineInput(Inputs inputs) throws MojoExecutionException {
    boolean hasTests = hasTests(inputs.listing());
    List<Path> sources =
        ModuleRoots.of(project, hasTests).stream()
            .filter(each -> each.holds() == SourceRoot.Holds.SOURCES)
            .filter(each -> each.role() != Role.GENERATED && Files.isDirectory(each.path()))
            .map(SourceRoot::path)
            .toList();
    List<Path> classes = new ArrayList<>();
    String main = project.getBuild().getOutputDirectory();
    String test = project.getBuild().getTestOutputDirectory();
    for (String each : hasTests ? List.of(main, test) : List.of(main)) {
      if (ModuleClasspath.hasClasses(each)) {
        classes.add(Path.of(each));
      }
    }
    List<Path> others = new ArrayList<>(inputs.classpath());
    others.removeAll(classes);
    return new EngineInput(sources, classes, others, inputs.encoding());
  }

  private void sayHowMuch(CachedAnalysis analysis) {
    int files = analysis.results().files().size();
    if (analysis.isNew() && analysis.judged() < files) {
      String compiled =
          analysis.compiled() == 0 ? "" : "; " + analysis.compiled() + " with the compile";
      getLog().info("Judged " + analysis.judged() + " of " + files + " files again" + compiled);
    }
  }

  Inputs inputs() throws MojoExecutionException {
    boolean areTestsCompiled =
        ModuleClasspath.hasClasses(project.getBuild().getTestOutputDirectory());
    // what is not compiled yet would be read from sources, which costs more than it tells
    boolean listsTests = includeTests || areTestsCompiled;
    SourceListing listing =
        SourceListing.of(ModuleRoots.of(project, listsTests), root(), filter(listsTests));
    boolean areCompiled =
        ModuleClasspath.hasClasses(project.getBuild().getOutputDirectory())
            && (!hasTests(listing) || areTestsCompiled);
    return new Inputs(
        listing,
        encoding(),
        classpath(listsTests),
        areCompiled,
        languageLevel(),
        targetRelease(),
        settings(policy(root())));
  }

  int languageLevel() {
    return release(
        compiler("release"), property("release"), compiler("source"), property("source"));
  }

  int targetRelease() {
    return release(
        targetJdk,
        compiler("release"),
        property("release"),
        compiler("target"),
        property("target"));
  }

  private List<Path> classpath(boolean withTests) throws MojoExecutionException {
    return elements(withTests).stream().map(Path::of).filter(Files::exists).toList();
  }

  /** The class path as Maven orders it. */
  List<String> elements(boolean withTests) throws MojoExecutionException {
    return withTests ? dependencies().test() : dependencies().main();
  }

  /** The class path of the module; what it needs is resolved once, and only if it is asked for. */
  ModuleClasspath dependencies() throws MojoExecutionException {
    if (dependencies == null) {
      dependencies = ModuleClasspath.of(project, session, resolver);
    }
    return dependencies;
  }

  /** Whether the class path comes to the same as long as the project is the same. */
  boolean isClasspathFixed() throws MojoExecutionException {
    return dependencies().isFixed();
  }

  /** Refuses to keep or repair what was found with half of the types unknown. */
  void checkCompiled(String goal) throws MojoExecutionException {
    List<String> missing = dependencies().uncompiled();
    if (!missing.isEmpty()) {
      throw new MojoExecutionException(
          String.join(", ", missing)
              + " of this build: not compiled yet; run `"
              + screen().goalOfCompiled(goal)
              + "`");
    }
  }

  private static boolean hasTests(SourceListing listing) {
    return listing.entries().stream().anyMatch(each -> each.role() == Role.TEST);
  }

  private String compiler(String parameter) {
    if (!project.getBuild().getPluginsAsMap().containsKey(COMPILER)) {
      return null;
    }
    Object configuration = project.getBuild().getPluginsAsMap().get(COMPILER).getConfiguration();
    Xpp3Dom value = configuration instanceof Xpp3Dom dom ? dom.getChild(parameter) : null;
    return value == null ? null : value.getValue();
  }

  private String property(String name) {
    return project.getProperties().getProperty("maven.compiler." + name);
  }

  @Override
  String explainCommand() {
    boolean isInPom = project.getBuild().getPluginsAsMap().containsKey(plugin.getPluginLookupKey());
    return "mvn " + (isInPom ? plugin.getGoalPrefix() : fullName()) + ":explain";
  }
}
