package dev.zonegate.maven;

import dev.zonegate.catalogue.Catalogue;
import dev.zonegate.engine.Analysis;
import dev.zonegate.gate.BuildVerdict;
import dev.zonegate.gate.SourceListing;
import dev.zonegate.model.Notification;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/**
 * Writes one report of all modules into the {@code target/zonegate} of the build, from what {@code
 * analyze} has left in each; for builds that stop at the first module that blocks. Fails on no
 * finding: that is what {@code check} is for.
 */
@Mojo(name = "report", aggregator = true, threadSafe = true)
public final class ReportMojo extends ModuleMojo {
  /**
   * The formats, in any order: {@code text}, {@code agent}, {@code github}, {@code sarif}, {@code
   * html}, {@code json}, {@code junit}, {@code checkstyle}, {@code gitlab}.
   */
  @Parameter(property = "zonegate.formats", defaultValue = "text,sarif")
  List<String> formats;

  /** As of {@code check}: what a change is measured from. */
  @Parameter(property = "zonegate.base")
  String base;

  /** Whether git is asked who wrote the code. */
  @Parameter(property = "zonegate.provenance", defaultValue = "true")
  boolean provenance;

  /** As of {@code check}: the file of approvals that CI wrote. */
  @Parameter(property = "zonegate.reviews")
  File reviews;

  @Override
  public void execute() throws MojoExecutionException {
    if (skip) {
      return;
    }
    Outputs outputs =
        Outputs.of(formats, plugin.getVersion(), session.getRequest().getData(), historyFolder());
    Reactor reactor = Reactor.ofAnyBuild(session);
    if (reactor.isEmpty()) {
      throw new MojoExecutionException(
          "no module has results; run `mvn "
              + plugin.getGoalPrefix()
              + ":analyze` or `mvn verify` first");
    }
    String path = SourceListing.relative(root(), project.getFile().toPath());
    Optional<Notification> part = ReactorPart.notification(session, reactor.ids(), path);
    BuildVerdict found =
        reactor.judge(
            policy(root()),
            new Analysis(Catalogue.rules(), settings(policy(root()))),
            part.orElse(null),
            today(),
            baseline(root()));
    Authors asked =
        Authors.of(
            root(), policy(root()), provenance, base, "", reviews, session.getRequest().getData());
    AuthoredBuild authored = AuthoredBuild.of(asked, reactor, found, outputs.hasShares());
    BuildVerdict build = authored.build();
    Path folder = outputDirectory.toPath();
    String name = project.getArtifactId();
    outputs.write(name, build.whole(), authored.all(), reactor.results(), folder);
    outputs.annotate(name, build.whole(), build.whole().standing());
    print(outputs.lines(build.whole(), screen(), SourceListing.relative(root(), folder)));
  }
}
