package dev.zonegate.maven;

import dev.zonegate.baseline.Baseline;
import dev.zonegate.baseline.BaselineFile;
import dev.zonegate.gate.BaselineUpdate;
import dev.zonegate.gate.BuildVerdict;
import dev.zonegate.gate.Inputs;
import dev.zonegate.gate.ResultsLedger;
import dev.zonegate.gate.Verdict;
import dev.zonegate.report.BaselineSummary;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/**
 * Writes the findings that are there to {@code .zonegate/baseline.json}, so that {@code check}
 * blocks new ones only. Where there is a baseline already, drops what is gone from it and adds
 * nothing: new findings are printed.
 */
@Mojo(name = "baseline", threadSafe = true)
public final class BaselineMojo extends ModuleMojo {
  /** Whether new findings go into a baseline that is there already. */
  @Parameter(property = "zonegate.addToBaseline", defaultValue = "false")
  boolean addToBaseline;

  @Override
  public void execute() throws MojoExecutionException {
    if (skip) {
      return;
    }
    checkCompiled("baseline");
    Inputs inputs = inputs();
    ResultsLedger ledger = ResultsLedger.in(session.getRequest().getData());
    if (inputs.listing().isEmpty()) {
      ledger.addEmpty(project.getId());
    } else {
      withEngines(inputs, analysis(inputs).results())
          .notifications()
          .forEach(each -> getLog().warn(each.path() + ": " + each.message()));
      ledger.add(project.getId(), outputDirectory.toPath().toAbsolutePath());
    }
    if (LastModule.isReached(session, "baseline", project)) {
      update(ledger);
    }
  }

  private void update(ResultsLedger ledger) throws MojoExecutionException {
    if (ReactorPart.notification(session, ledger.modules(), "").isPresent()) {
      throw new MojoExecutionException(
          "only a part of the project is known; run this goal for the whole build");
    }
    Path file = baselineFile(root());
    boolean isFirst = !Files.exists(file);
    Baseline before = baseline(root());
    List<BuildVerdict.Module> build = Reactor.ofThisBuild(session, false).modules();
    Verdict verdict = verdict(build, before);
    BaselineUpdate update = new BaselineUpdate(before, verdict, packages(build));
    boolean isGrowing = isFirst || addToBaseline;
    Baseline after = isGrowing ? update.grown() : update.shrunk();
    try {
      BaselineFile.write(after, file);
    } catch (IOException e) {
      throw new MojoExecutionException("cannot write " + file + ": " + e, e);
    }
    print(BaselineSummary.lines(update, after, isGrowing, screen()));
  }

  private static Map<String, String> packages(List<BuildVerdict.Module> modules) {
    Map<String, String> packages = new HashMap<>();
    for (BuildVerdict.Module module : modules) {
      module.results().files().forEach(each -> packages.put(each.path(), each.packageName()));
    }
    return packages;
  }

  private Verdict verdict(List<BuildVerdict.Module> build, Baseline before)
      throws MojoExecutionException {
    return BuildVerdict.of(policy(root()), build, analysis(policy(root())), null, today(), before)
        .whole();
  }
}
