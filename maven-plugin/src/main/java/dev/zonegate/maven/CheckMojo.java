package dev.zonegate.maven;

import dev.zonegate.baseline.BaselineUse;
import dev.zonegate.catalogue.Catalogue;
import dev.zonegate.engine.Analysis;
import dev.zonegate.engine.Settlement;
import dev.zonegate.gate.AuthorVerdict;
import dev.zonegate.gate.BuildVerdict;
import dev.zonegate.gate.Inputs;
import dev.zonegate.gate.Judge;
import dev.zonegate.gate.Policy;
import dev.zonegate.gate.PolicyFile;
import dev.zonegate.gate.Results;
import dev.zonegate.gate.ResultsLedger;
import dev.zonegate.gate.SourceListing;
import dev.zonegate.gate.Verdict;
import dev.zonegate.gate.ZoneLedger;
import dev.zonegate.gate.ZoneSearch;
import dev.zonegate.model.Notification;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.maven.model.Plugin;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;
import org.apache.maven.project.MavenProject;

/**
 * Judges the module by the zones of {@code zonegate.yml}: prints what it finds and the verdict,
 * writes {@code target/zonegate/zonegate.sarif}, and fails the build if something blocks. Analyses
 * first if {@code analyze} has not run. Where a build has more modules, what hangs on several of
 * them is decided with the last one.
 */
@Mojo(
    name = "check",
    defaultPhase = LifecyclePhase.VERIFY,
    requiresDependencyResolution = ResolutionScope.TEST,
    threadSafe = true)
public final class CheckMojo extends ModuleMojo {
  @Parameter(defaultValue = "${mojoExecution}", readonly = true, required = true)
  MojoExecution execution;

  /** Whether findings that block fail the build. */
  @Parameter(property = "zonegate.failOnViolation", defaultValue = "true")
  boolean failOnViolation;

  /**
   * The commit or branch that a change is measured from, such as {@code origin/main}: then only who
   * wrote the lines that it adds matters. If not set, all lines do.
   */
  @Parameter(property = "zonegate.base")
  String base;

  /** Whether git is asked who wrote the code. */
  @Parameter(property = "zonegate.provenance", defaultValue = "true")
  boolean provenance;

  /** The file of approvals that CI wrote; {@code .zonegate/reviews.json} at the root if not set. */
  @Parameter(property = "zonegate.reviews")
  File reviews;

  /**
   * The commit or branch, such as {@code origin/main}, since which lines count as changed: findings
   * outside them are reported and do not block.
   */
  @Parameter(property = "zonegate.ratchetFrom")
  String ratchetFrom;

  /**
   * The formats, in any order: {@code text}, {@code agent}, {@code github}, {@code sarif}, {@code
   * html}, {@code json}, {@code junit}, {@code checkstyle}, {@code gitlab}.
   */
  @Parameter(property = "zonegate.formats", defaultValue = "text,sarif")
  List<String> formats;

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
    List<String> blocked = new ArrayList<>();
    Set<String> zones = Set.of();
    Policy policy = skip ? Policy.DEFAULT : policy(root());
    if (!skip) {
      Inputs inputs = inputs();
      if (inputs.listing().isEmpty()) {
        results().addEmpty(project.getId());
      } else {
        Verdict verdict = judge(policy, inputs);
        zones = ZoneSearch.used(verdict);
        if (!verdict.passes()) {
          blocked.add(project.getArtifactId());
        }
      }
    }
    boolean isLast = zones().add(project.getId(), zones, expected());
    if (isLast && !isAlone()) {
      List<String> all = decide();
      if (failAtEnd) {
        blocked.clear();
      }
      all.stream().filter(each -> !blocked.contains(each)).forEach(blocked::add);
    }
    checkZones(policy, isLast && !skip);
    if (!blocked.isEmpty() && failOnViolation && (isLast || !failAtEnd)) {
      throw new MojoFailureException(
          "Zonegate blocks " + String.join(", ", blocked) + "; see above");
    }
  }

  /** Judges this module; where others follow, by what needs none of them. */
  private Verdict judge(Policy policy, Inputs inputs) throws MojoExecutionException {
    sayPolicy(policy);
    Results results = withEngines(inputs, analysis(inputs).results());
    results().add(project.getId(), outputDirectory.toPath().toAbsolutePath());
    Settlement settlement;
    BaselineUse.Scope scope = BaselineUse.Scope.NONE;
    if (isAlone()) {
      Optional<Notification> part = part();
      settlement = results.settle(analysis(), part.isEmpty(), today());
      scope = part.isEmpty() ? BaselineUse.Scope.PROJECT : scope;
      results = part.isEmpty() ? results : results.with(part.get());
    } else {
      settlement = results.settleFindings(analysis(), today());
    }
    BaselineUse known = baseline(root()).use(scope);
    Path output = outputDirectory.toPath();
    Authors asked = authors(policy);
    AuthorVerdict authors = asked.judge("", results, output, outputs().hasShares());
    Verdict found = Judge.judge(policy, "", results, settlement, known);
    Verdict verdict = authors.with(asked.ratcheted(found));
    String name = project.getArtifactId();
    outputs().write(name, verdict, authors, results, output);
    Reports.writeAudit(verdict, authors, "", results, plugin.getVersion(), output);
    outputs().annotate(name, verdict, verdict.standing());
    authors.lines().forEach(each -> getLog().info(each));
    asked.ratchetLine(verdict).ifPresent(each -> getLog().info(each));
    print(outputs().lines(verdict, screen(), SourceListing.relative(root(), output)));
    if (!isAlone() && results.candidates() > 0) {
      getLog()
          .info(
              "Places that hang on other modules: "
                  + results.candidates()
                  + "; they are decided with the last one");
    }
    return verdict;
  }

  private Authors authors(Policy policy) {
    return Authors.of(
        root(), policy, provenance, base, ratchetFrom, reviews, session.getRequest().getData());
  }

  private Analysis analysis() {
    return new Analysis(Catalogue.rules(), settings(Policy.DEFAULT));
  }

  private Outputs outputs() throws MojoExecutionException {
    return Outputs.of(formats, plugin.getVersion(), session.getRequest().getData());
  }

  private Optional<Notification> part() {
    String path = SourceListing.relative(root(), project.getBasedir().toPath().resolve("pom.xml"));
    return ReactorPart.notification(session, results().modules(), path);
  }

  /**
   * Decides what hangs on more than one module, once all are analysed.
   *
   * @return the modules that it blocks
   */
  private List<String> decide() throws MojoExecutionException {
    Reactor reactor = Reactor.ofThisBuild(session);
    if (reactor.isEmpty()) {
      return List.of();
    }
    Optional<Notification> part = part();
    Policy policy = policy(root());
    BuildVerdict found =
        reactor.judge(policy, analysis(), part.orElse(null), today(), baseline(root()));
    Outputs outputs = outputs();
    AuthoredBuild authored = AuthoredBuild.of(authors(policy), reactor, found, outputs.hasShares());
    BuildVerdict build = authored.build();
    for (int i = 0; i < build.modules().size(); i++) {
      BuildVerdict.OfModule each = build.modules().get(i);
      AuthorVerdict authors = authored.authors().get(i);
      Results results = each.module().results();
      Path folder = reactor.folder(i);
      outputs.write(each.module().name(), each.verdict(), authors, results, folder);
      Reports.writeAudit(each.verdict(), authors, "", results, plugin.getVersion(), folder);
    }
    String name = session.getTopLevelProject().getArtifactId();
    outputs.write(name, build.whole(), authored.all(), reactor.results(), reportDirectory.toPath());
    outputs.annotate(name, build.whole(), build.late());
    part.ifPresent(each -> getLog().warn(each.path() + " " + each.message()));
    print(outputs.late(build.whole(), build.late(), screen()));
    List<String> blocked = new ArrayList<>(failAtEnd ? build.blocking() : build.blocked());
    if (blocked.isEmpty() && build.isBlockedByBaseline()) {
      blocked.add(baselineFile);
    }
    return blocked;
  }

  /** Whether no other module is judged in this build. */
  private boolean isAlone() {
    return expected().size() == 1;
  }

  private void sayPolicy(Policy policy) {
    if (!policy.isWritten() && zones().isEmpty()) {
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
    if (Files.exists(own) && !own.equals(policy.file())) {
      getLog().warn(own + " is not used; the policy of this build is " + policy.file());
    }
  }

  private ZoneLedger zones() {
    return ZoneLedger.in(session.getRequest().getData());
  }

  private ResultsLedger results() {
    return ResultsLedger.in(session.getRequest().getData());
  }

  private void checkZones(Policy policy, boolean isLast)
      throws MojoExecutionException, MojoFailureException {
    if (!isLast || !policy.isWritten()) {
      return;
    }
    List<String> problems =
        ZoneSearch.problems(policy, zones().used(), policy.file().getParent(), encoding());
    if (!problems.isEmpty()) {
      throw new MojoFailureException(String.join("\n", problems));
    }
  }

  /** The modules that this build will judge. */
  private Set<String> expected() {
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
