package dev.zonegate.maven;

import dev.zonegate.baseline.Baseline;
import dev.zonegate.baseline.BaselineException;
import dev.zonegate.baseline.BaselineFile;
import dev.zonegate.catalogue.Catalogue;
import dev.zonegate.engine.Analysis;
import dev.zonegate.engine.Settings;
import dev.zonegate.engine.Settlement;
import dev.zonegate.files.WholeFile;
import dev.zonegate.fork.ForkedExecutor;
import dev.zonegate.gate.AnalysisExecutor;
import dev.zonegate.gate.AnalysisRequest;
import dev.zonegate.gate.CachedAnalysis;
import dev.zonegate.gate.DependencyList;
import dev.zonegate.gate.Glob;
import dev.zonegate.gate.Inputs;
import dev.zonegate.gate.Policy;
import dev.zonegate.gate.PolicyException;
import dev.zonegate.gate.PolicyFile;
import dev.zonegate.gate.Results;
import dev.zonegate.gate.ResultsFile;
import dev.zonegate.gate.SettlingRequest;
import dev.zonegate.gate.SingleFile;
import dev.zonegate.gate.SourceListing;
import dev.zonegate.report.Line;
import dev.zonegate.report.Screen;
import java.io.Console;
import java.io.File;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.descriptor.PluginDescriptor;
import org.apache.maven.plugins.annotations.Parameter;

/** What all goals that look at code have in common. */
abstract class GateMojo extends AbstractMojo {
  @Parameter(defaultValue = "${session}", readonly = true, required = true)
  MavenSession session;

  @Parameter(defaultValue = "${plugin}", readonly = true, required = true)
  PluginDescriptor plugin;

  /** Does nothing. */
  @Parameter(property = "zonegate.skip", defaultValue = "false")
  boolean skip;

  /**
   * Which files are judged, as patterns like those of {@code .gitignore}, relative to their source
   * root or to the build; all if empty.
   */
  @Parameter(property = "zonegate.includes")
  List<String> includes;

  /** Which files are not judged, as patterns like those of {@code includes}. */
  @Parameter(property = "zonegate.excludes")
  List<String> excludes;

  /** Whether every rule judges test code; if not, only the rules about tests do. */
  @Parameter(property = "zonegate.includeTests", defaultValue = "false")
  boolean includeTests;

  /** The encoding of the sources; UTF-8 if nothing says otherwise. */
  @Parameter(property = "zonegate.sourceEncoding", defaultValue = "${project.build.sourceEncoding}")
  String sourceEncoding;

  /** Switches of rules that are on, such as {@code RawSql.strict}. */
  @Parameter(property = "zonegate.options")
  List<String> options;

  /** The baseline, relative to the folder of the policy; {@code .zonegate/baseline.json}. */
  @Parameter(property = "zonegate.baselineFile", defaultValue = BaselineFile.NAME)
  String baselineFile;

  /** The day that suppressions are judged by, such as 2027-01-31; today, in UTC, if not set. */
  @Parameter(property = "zonegate.today")
  String today;

  /**
   * The folder of reports in JSON of earlier runs, which the page draws a trend from; relative to
   * where Maven was started.
   */
  @Parameter(property = "zonegate.history", defaultValue = ".zonegate/history")
  String history;

  /**
   * Whether a virtual machine of its own analyses, one for all modules, with flags that suit it; if
   * not, Maven's does, which takes twice as long.
   */
  @Parameter(property = "zonegate.fork", defaultValue = "true")
  boolean fork;

  /**
   * Who analyses.
   *
   * @param folder where results may be handed over
   */
  AnalysisExecutor executor(Path folder) {
    return fork
        ? new ForkedExecutor(session.getRequest().getData(), folder, getLog()::warn)
        : AnalysisExecutor.HERE;
  }

  /**
   * What is found in some files; nothing of it is kept.
   *
   * @param folder where it may be handed over
   */
  Results results(Inputs inputs, Path folder) throws MojoExecutionException {
    try {
      Path found = WholeFile.draft(folder.resolve(ResultsFile.NAME));
      AnalysisRequest request = new AnalysisRequest(inputs, List.of(), "");
      Results results = executor(folder).execute(request, found).results();
      Files.deleteIfExists(found);
      return results;
    } catch (IOException e) {
      throw new MojoExecutionException("cannot hand over results in " + folder + ": " + e, e);
    }
  }

  /**
   * What files come to today.
   *
   * @param stored the file that holds exactly these results, if there is one
   * @param isWhole whether the project has no other files
   * @param folder where they may be handed over
   */
  Settlement settle(
      Results results,
      Optional<ResultsFile.Stored> stored,
      Policy policy,
      boolean isWhole,
      Path folder)
      throws MojoExecutionException {
    try {
      return executor(folder)
          .settle(new SettlingRequest(results, stored, settings(policy), isWhole, today()));
    } catch (IOException e) {
      throw new MojoExecutionException(
          "cannot decide what was found: " + e.getMessage() + "; remove " + folder, e);
    }
  }

  Path historyFolder() throws MojoExecutionException {
    try {
      return Path.of(session.getExecutionRootDirectory()).resolve(history);
    } catch (InvalidPathException e) {
      throw new MojoExecutionException(
          "zonegate.history: `" + history + "` is no path; name a folder", e);
    }
  }

  LocalDate today() throws MojoExecutionException {
    try {
      return today == null || today.isBlank() ? Reports.today() : LocalDate.parse(today.strip());
    } catch (DateTimeParseException e) {
      throw new MojoExecutionException(
          "zonegate.today: `" + today + "` is no day; write one such as 2027-01-31", e);
    }
  }

  /** The baseline of a folder; an empty one if it has none. */
  Baseline baseline(Path root) throws MojoExecutionException {
    try {
      return BaselineFile.read(root, baselineFile(root));
    } catch (BaselineException e) {
      throw new MojoExecutionException("the baseline cannot be used:\n" + e.getMessage(), e);
    }
  }

  Path baselineFile(Path root) throws MojoExecutionException {
    try {
      return root.resolve(baselineFile).normalize();
    } catch (InvalidPathException e) {
      throw new MojoExecutionException(
          "zonegate.baselineFile: `" + baselineFile + "` is no path; name a file", e);
    }
  }

  Settings settings(Policy policy) {
    Set<String> on = options == null ? Set.of() : Set.copyOf(options);
    return new Settings(Set.of(), on, !includeTests, policy.conventions());
  }

  /** All rules, as they are set. */
  Analysis analysis(Policy policy) {
    return new Analysis(Catalogue.rules(), settings(policy));
  }

  Charset encoding() throws MojoExecutionException {
    if (sourceEncoding == null || sourceEncoding.isBlank()) {
      return StandardCharsets.UTF_8;
    }
    try {
      return Charset.forName(sourceEncoding);
    } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
      throw new MojoExecutionException(
          "zonegate.sourceEncoding: `"
              + sourceEncoding
              + "` is no encoding; write one such as UTF-8");
    }
  }

  SourceListing.Filter filter(boolean listsTests) throws MojoExecutionException {
    return new SourceListing.Filter(
        globs("includes", includes), globs("excludes", excludes), listsTests);
  }

  private static List<Glob> globs(String parameter, List<String> patterns)
      throws MojoExecutionException {
    List<Glob> globs = new ArrayList<>();
    for (String each : patterns == null ? List.<String>of() : patterns) {
      try {
        globs.add(Glob.of(each.strip()));
      } catch (IllegalArgumentException e) {
        throw new MojoExecutionException(
            "zonegate." + parameter + ": `" + each + "` " + e.getMessage());
      }
    }
    return globs;
  }

  /** The Java version that a text such as {@code 1.8} or {@code 17} means; 0 if none. */
  static int release(String... candidates) {
    for (String each : candidates) {
      String text = each == null ? "" : each.strip().replaceFirst("^1\\.", "");
      if (text.matches("\\d{1,3}")) {
        return Integer.parseInt(text);
      }
    }
    return 0;
  }

  /** The policy of a folder; the default one if it has none. */
  static Policy policy(Path folder) throws MojoExecutionException {
    Optional<Path> file = PolicyFile.find(folder);
    try {
      return (file.isEmpty() ? Policy.DEFAULT : PolicyFile.load(file.get(), Reports.ruleNames()))
          .allowing(DependencyList.in(PolicyFile.rootOf(folder)));
    } catch (PolicyException e) {
      throw new MojoExecutionException("the policy cannot be followed:\n" + e.getMessage(), e);
    }
  }

  /** How single files are read. */
  SingleFile.Reading reading() throws MojoExecutionException {
    return new SingleFile.Reading(filter(true), encoding(), settings(Policy.DEFAULT));
  }

  /** The entries of a class path that are there. */
  List<Path> jars(String classpath) {
    List<Path> jars = new ArrayList<>();
    for (String each : classpath == null ? new String[0] : classpath.split(File.pathSeparator)) {
      if (each.isBlank()) {
        continue;
      }
      Path path = Path.of(each.strip()).toAbsolutePath();
      if (Files.exists(path)) {
        jars.add(path);
      } else {
        getLog().warn("zonegate.classpath: " + each + " is not there");
      }
    }
    return jars;
  }

  /** Says once an analysis is made that less could be seen than with compiled classes. */
  void sayHowRead(CachedAnalysis analysis, Inputs inputs, String why) {
    if (analysis.isNew() && !inputs.areClassesComplete()) {
      getLog().info(why);
    }
  }

  Screen screen() {
    Map<String, String> environment = System.getenv();
    boolean isForAgent = Screen.isAgent(environment);
    return new Screen(!isForAgent && isColoured(environment), isForAgent, explainCommand());
  }

  /** The command that shows a rule's page from where the user is. */
  String explainCommand() {
    return "mvn " + fullName() + ":explain";
  }

  String fullName() {
    return plugin.getGroupId() + ":" + plugin.getArtifactId() + ":" + plugin.getVersion();
  }

  private boolean isColoured(Map<String, String> environment) {
    String style = session.getUserProperties().getProperty("style.color", "auto");
    if (environment.containsKey("NO_COLOR") || style.equals("never")) {
      return false;
    }
    return style.equals("always") || session.getRequest().isInteractiveMode() && isTerminal();
  }

  @SuppressWarnings("SystemConsoleNull") // that is what it deals with
  private static boolean isTerminal() {
    Console console = System.console();
    if (console == null) {
      return false;
    }
    try {
      // since Java 22 there always is a console, and it says whether it is a terminal
      return (boolean) Console.class.getMethod("isTerminal").invoke(console);
    } catch (ReflectiveOperationException e) {
      return true;
    }
  }

  static void write(List<Line> lines, Path file) throws MojoExecutionException {
    try {
      WholeFile.write(file, draft -> Files.write(draft, lines.stream().map(Line::text).toList()));
    } catch (IOException e) {
      throw new MojoExecutionException("cannot write " + file + ": " + e, e);
    }
  }

  void print(List<Line> lines) {
    for (Line each : lines) {
      switch (each.level()) {
        case ERROR -> getLog().error(each.text());
        case WARNING -> getLog().warn(each.text());
        case INFO -> getLog().info(each.text());
      }
    }
  }
}
