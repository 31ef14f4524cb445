package dev.zonegate.maven;

import dev.zonegate.catalogue.Catalogue;
import dev.zonegate.engine.Analysis;
import dev.zonegate.engine.Settlement;
import dev.zonegate.gate.Inputs;
import dev.zonegate.gate.Judge;
import dev.zonegate.gate.Policy;
import dev.zonegate.gate.PolicyFile;
import dev.zonegate.gate.Results;
import dev.zonegate.gate.SourceListing;
import dev.zonegate.gate.Verdict;
import dev.zonegate.gate.ZoneLedger;
import dev.zonegate.gate.ZoneSearch;
import dev.zonegate.report.TextReport;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
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
 * first if {@code analyze} has not run.
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

  @Override
  public void execute() throws MojoExecutionException, MojoFailureException {
    if (skip) {
      note(Set.of());
      return;
    }
    Policy policy = policy(root());
    Inputs inputs = inputs();
    if (inputs.listing().isEmpty()) {
      checkZones(policy, note(Set.of()));
      return;
    }
    sayPolicy(policy);
    Results results = analysis(inputs).results();
    Analysis analysis = new Analysis(Catalogue.rules(), inputs.settings());
    boolean isWhole = session.getProjects().size() == 1;
    Settlement settlement = results.settle(analysis, isWhole, Reports.today());
    Verdict verdict = Judge.judge(policy, "", results, settlement);
    Path output = outputDirectory.toPath();
    Reports.write(verdict, results, project.getArtifactId(), plugin.getVersion(), output);
    String sarif = SourceListing.relative(root(), output.resolve(Reports.SARIF));
    print(TextReport.lines(verdict, screen(), sarif));
    checkZones(policy, note(ZoneSearch.used(verdict)));
    if (!verdict.passes() && failOnViolation) {
      throw new MojoFailureException("Zonegate blocks " + project.getArtifactId() + "; see above");
    }
  }

  private void sayPolicy(Policy policy) {
    if (!policy.isWritten() && ledger().isEmpty()) {
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

  private ZoneLedger ledger() {
    return ZoneLedger.in(session.getRequest().getData());
  }

  /** Notes this module; whether it is the last one of the build. */
  private boolean note(Set<String> zones) {
    return ledger().add(project.getId(), zones, expected());
  }

  private void checkZones(Policy policy, boolean isLast)
      throws MojoExecutionException, MojoFailureException {
    if (!isLast || !policy.isWritten()) {
      return;
    }
    List<String> problems =
        ZoneSearch.problems(policy, ledger().used(), policy.file().getParent(), encoding());
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
