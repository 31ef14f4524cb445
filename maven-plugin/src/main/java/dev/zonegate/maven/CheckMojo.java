package dev.zonegate.maven;

import dev.zonegate.baseline.BaselineUse;
import dev.zonegate.engine.Settlement;
import dev.zonegate.gate.AuthorVerdict;
import dev.zonegate.gate.CachedAnalysis;
import dev.zonegate.gate.Inputs;
import dev.zonegate.gate.Judge;
import dev.zonegate.gate.Policy;
import dev.zonegate.gate.PolicyFile;
import dev.zonegate.gate.Results;
import dev.zonegate.gate.ResultsFile;
import dev.zonegate.gate.ResultsLedger;
import dev.zonegate.gate.SourceListing;
import dev.zonegate.gate.Verdict;
import dev.zonegate.gate.ZoneLedger;
import dev.zonegate.gate.ZoneSearch;
import dev.zonegate.kept.KeptVerdict;
import dev.zonegate.kept.KeptVerdict.Said;
import dev.zonegate.kept.Watch;
import dev.zonegate.model.Notification;
import dev.zonegate.report.Line;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.maven.execution.MavenExecutionRequest;
import org.apache.maven.model.Plugin;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;

/**
 * Judges the module by the zones of {@code zonegate.yml}: prints what it finds and the verdict,
 * writes {@code target/zonegate/zonegate.sarif}, and fails the build if something blocks. Analyses
 * first if {@code analyze} has not run. Where a build has more modules, what hangs on several of
 * them is decided with the last one.
 */
@Mojo(name = "check", defaultPhase = LifecyclePhase.VERIFY, threadSafe = true)
public final class CheckMojo extends VerdictMojo {
  static final Said NOTHING = new Said(List.of(), Set.of(), false, List.of());

  @Parameter(defaultValue = "${mojoExecution}", readonly = true, required = true)
  MojoExecution execution;

  /** Whether findings that block fail the build. */
  @Parameter(property = "zonegate.failOnViolation", defaultValue = "true")
  boolean failOnViolation;

  /** Where the report of all modules is written, with the last one that is judged. */
  @Parameter(
      property = "zonegate.reportDirectory",
      defaultValue = "${session.topLevelProject.build.directory}/zonegate")
  File reportDirectory;

  /**
   * Whether a build of many modules goes on after one that blocks and fails with the last, so that
   * all are judged and the report of all is written.
   */
  @Parameter(property = "zonegate.failAtEnd", defaultValue = "false")
  boolean failAtEnd;

  @Override
  public void execute() throws MojoExecutionException, MojoFailureException {
    if (!skip && LastModule.isAwaited(session, "baseline")) {
      throw new MojoExecutionException(
          "the baseline is written with the last module of the build, and this is not the last;"
              + " run `baseline` and `check` one after the other");
    }
    Said own = skip ? NOTHING : verdict();
    List<String> blocked = new ArrayList<>(own.blocked());
    boolean areAllZonesUsed = own.areAllZonesUsed();
    boolean isLast = zones().add(project.getId(), own.zones(), expected());
    if (isLast && !isAlone()) {
      Said all = new BuildDecision(this, zones()).said();
      areAllZonesUsed = all.areAllZonesUsed();
      if (failAtEnd) {
        blocked.clear();
      }
      all.blocked().stream().filter(each -> !blocked.contains(each)).forEach(blocked::add);
    }
    if (isLast) {
      executor(outputDirectory.toPath()).end();
    }
    if (isLast && !skip && !areAllZonesUsed) {
      checkZones(policy(root()));
    }
    if (!blocked.isEmpty() && failOnViolation && (isLast || !failAtEnd)) {
      throw new MojoFailureException(
          "Zonegate blocks " + String.join(", ", blocked) + "; see above" + unjudged(isLast));
    }
  }

  /** What to add where Maven stops at this module and leaves others. */
  private String unjudged(boolean isLast) {
    boolean stops =
        MavenExecutionRequest.REACTOR_FAIL_FAST.equals(session.getReactorFailureBehavior());
    return isLast || !stops
        ? ""
        : "; modules after it are not judged yet, -Dzonegate.failAtEnd judges all";
  }

  /** What is said of this module; where others follow, by what needs none of them. */
  private Said verdict() throws MojoExecutionException {
    Keeping keeping = Keeping.ofModule(this);
    Optional<KeptVerdict> known = canKeep() ? keeping.known() : Optional.empty();
    if (known.isPresent()) {
      sayPolicy();
      results().add(project.getId(), outputDirectory.toPath().toAbsolutePath());
      print(known.get().lines());
      return known.get().said();
    }
    if (project.getCompileSourceRoots().stream().map(Path::of).anyMatch(Files::isDirectory)) {
      executor(outputDirectory.toPath()).prepare();
    }
    Watch watch = keeping.watch();
    keeping.addFolders(watch);
    Inputs inputs = inputs();
    if (inputs.listing().isEmpty()) {
      results().addEmpty(project.getId());
      return NOTHING;
    }
    JudgingRehearsal.start(
        session.getRequest().getData(), outputDirectory.toPath(), getLog()::debug);
    keeping.addFiles(watch, inputs);
    sayPolicy();
    Policy policy = policy(root());
    Said said = judge(policy, inputs);
    if (canKeep() && hearsNoEngine(policy)) {
      keeping.keep(said, watch);
    }
    return said;
  }

  /** Whether a verdict hangs on nothing but files that we know, and leaves nothing but files. */
  boolean canKeep() throws MojoExecutionException {
    boolean isByName = !base().contains("@{") && !ratchetFrom().contains("@{");
    boolean hearsNone = engines == null || engines.isEmpty();
    return hearsNone && !outputs().tellsHost() && isByName;
  }

  /**
   * Whether all that is judged is our own; reports of others come from builds we know nothing of.
   */
  boolean hearsNoEngine(Policy policy) throws MojoExecutionException {
    return EngineReports.wanted(policy, engines).isEmpty();
  }

  /** Judges this module. */
  private Said judge(Policy policy, Inputs inputs) throws MojoExecutionException {
    Path output = outputDirectory.toPath();
    Authors asked = authors(policy);
    CachedAnalysis analysed = analysis(inputs);
    Results heard = withEngines(inputs, analysed.results());
    Results results = CopyResults.added(heard, inputs, asked, output);
    boolean isAsAnalysed = results.equals(analysed.results());
    results().add(project.getId(), output.toAbsolutePath());
    Settlement settlement;
    BaselineUse.Scope scope = BaselineUse.Scope.NONE;
    if (isAlone()) {
      Optional<Notification> part = part(results().modules());
      Optional<ResultsFile.Stored> stored =
          Optional.of(analysed.stored()).filter(each -> isAsAnalysed);
      settlement = settle(results, stored, policy, part.isEmpty(), output);
      scope = part.isEmpty() ? BaselineUse.Scope.PROJECT : scope;
      results = part.isEmpty() ? results : results.with(part.get());
    } else {
      settlement = results.settleFindings(analysis(policy), today());
    }
    BaselineUse known = baseline(root()).use(scope);
    AuthorVerdict authors = asked.judge("", results, output, outputs().hasShares());
    Verdict found = Judge.judge(policy, "", results, settlement, known);
    Verdict verdict = authors.with(asked.ratcheted(found));
    String name = project.getArtifactId();
    outputs().write(name, verdict, authors, results, output);
    Reports.writeAudit(verdict, authors, "", results, plugin.getVersion(), output);
    outputs().annotate(name, verdict, verdict.standing());
    List<Line> lines = new ArrayList<>();
    uncompiled().ifPresent(lines::add);
    authors.lines().forEach(each -> lines.add(Line.info(each)));
    asked.ratchetLine(verdict).ifPresent(each -> lines.add(Line.info(each)));
    if (!isAlone() && results.candidates() > 0) {
      lines.add(
          Line.info(
              "Places that hang on other modules: "
                  + results.candidates()
                  + "; they are decided with the last one"));
    }
    lines.addAll(outputs().lines(verdict, screen(), SourceListing.relative(root(), output)));
    print(lines);
    Set<String> zones = ZoneSearch.used(verdict);
    List<String> blocked = verdict.passes() ? List.of() : List.of(name);
    return new Said(lines, zones, policy.withoutFiles(zones).isEmpty(), blocked);
  }

  /** What to say where the module needs others of this build that are not compiled. */
  private Optional<Line> uncompiled() throws MojoExecutionException {
    List<String> missing = dependencies().uncompiled();
    return missing.isEmpty()
        ? Optional.empty()
        : Optional.of(
            Line.warning(
                "Not compiled yet: "
                    + String.join(", ", missing)
                    + "; their types are unknown here. Run `"
                    + screen().goalOfCompiled("check")
                    + "`"));
  }

  /** Whether no other module is judged in this build. */
  private boolean isAlone() {
    return expected().size() == 1;
  }

  private void sayPolicy() {
    Optional<Path> policy = PolicyFile.find(root());
    if (policy.isEmpty() && zones().isEmpty()) {
      getLog()
          .info(
              "No "
                  + PolicyFile.NAME
                  + " in "
                  + root()
                  + ": everything is one zone of tier "
                  + Policy.DEFAULT.zones().get(0).tier().id());
    }
    Path own = project.getBasedir().toPath().resolve(PolicyFile.NAME);
    if (Files.exists(own) && !own.equals(policy.orElse(null))) {
      getLog().warn(own + " is not used; the policy of this build is " + policy.orElse(null));
    }
  }

  private ZoneLedger zones() {
    return ZoneLedger.in(session.getRequest().getData());
  }

  ResultsLedger results() {
    return ResultsLedger.in(session.getRequest().getData());
  }

  private void checkZones(Policy policy) throws MojoExecutionException, MojoFailureException {
    if (!policy.isWritten()) {
      return;
    }
    List<String> problems =
        ZoneSearch.problems(policy, zones().used(), policy.file().getParent(), encoding());
    if (!problems.isEmpty()) {
      throw new MojoFailureException(String.join("\n", problems));
    }
  }

  /** The modules that this build will judge. */
  Set<String> expected() {
    return session.getProjects().stream()
        .filter(each -> execution.getSource() == MojoExecution.Source.CLI || isBound(each))
        .map(MavenProject::getId)
        .collect(Collectors.toSet());
  }

  private boolean isBound(MavenProject module) {
    Map<String, Plugin> plugins = module.getBuild().getPluginsAsMap();
    Plugin found = plugins.get(plugin.getPluginLookupKey());
    return found != null
        && found.getExecutions().stream()
            .anyMatch(
                each ->
                    each.getGoals().contains("check") && !"none".equalsIgnoreCase(each.getPhase()));
  }
}
