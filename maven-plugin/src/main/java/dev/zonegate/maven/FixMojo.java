package dev.zonegate.maven;

import dev.zonegate.fix.FixedFile;
import dev.zonegate.fix.PatchFile;
import dev.zonegate.fix.RefusedException;
import dev.zonegate.gate.BuildVerdict;
import dev.zonegate.gate.FileRecord;
import dev.zonegate.gate.Inputs;
import dev.zonegate.gate.Judged;
import dev.zonegate.gate.ResultsLedger;
import dev.zonegate.gate.Verdict;
import dev.zonegate.rule.Finding;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/**
 * Applies the repairs that findings carry: to a patch in {@code target/zonegate/fixes.patch}, or in
 * place. A file that changed since it was analysed is left alone.
 */
@Mojo(name = "fix", threadSafe = true)
public final class FixMojo extends ModuleMojo {
  static final String PATCH = "fixes.patch";

  /** {@code patch} writes a patch file, {@code inPlace} changes the sources. */
  @Parameter(property = "zonegate.fix", defaultValue = "patch")
  String fix;

  @Override
  public void execute() throws MojoExecutionException {
    if (skip) {
      return;
    }
    if (!fix.equals("patch") && !fix.equals("inPlace")) {
      throw new MojoExecutionException(
          "zonegate.fix: `" + fix + "` is not known; write patch or inPlace");
    }
    checkCompiled("fix");
    Inputs inputs = inputs();
    ResultsLedger ledger = ResultsLedger.in(session.getRequest().getData());
    if (inputs.listing().isEmpty()) {
      ledger.addEmpty(project.getId());
    } else {
      analysis(inputs);
      ledger.add(project.getId(), outputDirectory.toPath().toAbsolutePath());
    }
    if (LastModule.isReached(session, "fix", project)) {
      apply(fixed(Reactor.ofThisBuild(session, false).modules(), ledger));
    }
  }

  private List<FixedFile> fixed(List<BuildVerdict.Module> build, ResultsLedger ledger)
      throws MojoExecutionException {
    Verdict verdict =
        BuildVerdict.of(
                policy(root()),
                build,
                analysis(policy(root())),
                ReactorPart.notification(session, ledger.modules(), "").orElse(null),
                today())
            .whole();
    Map<String, List<Finding>> byPath =
        verdict.judged().stream()
            .filter(each -> !each.isSuppressed() && !each.finding().fixes().isEmpty())
            .map(Judged::finding)
            .collect(Collectors.groupingBy(Finding::path));
    List<FixedFile> fixed = new ArrayList<>();
    for (BuildVerdict.Module module : build) {
      for (FileRecord each : module.results().files()) {
        if (byPath.containsKey(each.path())) {
          add(each, byPath.get(each.path()), fixed);
        }
      }
    }
    return fixed;
  }

  private void add(FileRecord file, List<Finding> findings, List<FixedFile> fixed)
      throws MojoExecutionException {
    try {
      FixedFile made = FixedFile.of(root(), file, findings, encoding());
      if (made.rejected() > 0) {
        getLog()
            .warn(
                made.path()
                    + ": repairs that overlap others or clash with its imports: "
                    + made.rejected()
                    + "; run the goal again afterwards");
      }
      if (made.applied() > 0) {
        fixed.add(made);
      }
    } catch (RefusedException e) {
      getLog().warn("Left alone: " + e.getMessage());
    }
  }

  private void apply(List<FixedFile> fixed) throws MojoExecutionException {
    if (fixed.isEmpty()) {
      getLog().info("No finding carries a repair");
      return;
    }
    try {
      if (fix.equals("patch")) {
        patch(fixed);
      } else {
        replace(fixed);
      }
    } catch (IOException e) {
      throw new MojoExecutionException("cannot write the repairs: " + e, e);
    }
  }

  private void patch(List<FixedFile> fixed) throws IOException {
    List<FixedFile> held = fixed.stream().filter(PatchFile::canHold).toList();
    fixed.stream()
        .filter(each -> !PatchFile.canHold(each))
        .forEach(
            each ->
                getLog()
                    .warn(
                        "Left alone: "
                            + each.path()
                            + " fits in no patch; use -Dzonegate.fix=inPlace"));
    Path target = Path.of(session.getTopLevelProject().getBuild().getDirectory());
    Path patch = target.resolve("zonegate").resolve(PATCH);
    PatchFile.write(held, patch);
    getLog().info(summary(held) + " in " + patch + "; apply it with `git apply` in " + root());
  }

  private void replace(List<FixedFile> fixed) throws IOException {
    List<FixedFile> written = new ArrayList<>();
    for (FixedFile each : fixed) {
      try {
        each.write();
        written.add(each);
        getLog().info("Repaired " + each.path() + ": " + each.applied());
      } catch (RefusedException e) {
        getLog().warn("Left alone: " + e.getMessage());
      }
    }
    getLog().info(summary(written) + " in place; compile and look at the changes");
  }

  private static String summary(List<FixedFile> files) {
    int repairs = files.stream().mapToInt(FixedFile::applied).sum();
    return "Repairs: " + repairs + ", files: " + files.size();
  }
}
