package dev.zonegate.maven;

import dev.zonegate.catalogue.Catalogue;
import dev.zonegate.engine.Analysis;
import dev.zonegate.gate.AuthorVerdict;
import dev.zonegate.gate.BuildVerdict;
import dev.zonegate.gate.SourceListing;
import dev.zonegate.model.Notification;
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

  @Override
  public void execute() throws MojoExecutionException {
    if (skip) {
      return;
    }
    Outputs outputs = Outputs.of(formats, plugin.getVersion(), session.getRequest().getData());
    Reactor reactor = Reactor.ofAnyBuild(session);
    if (reactor.isEmpty()) {
      throw new MojoExecutionException(
          "no module has results; run `mvn "
              + plugin.getGoalPrefix()
              + ":analyze` or `mvn verify` first");
    }
    String path = SourceListing.relative(root(), project.getFile().toPath());
    Optional<Notification> part = ReactorPart.notification(session, reactor.ids(), path);
    BuildVerdict build =
        reactor.judge(
            policy(root()),
            new Analysis(Catalogue.rules(), settings(policy(root()))),
            part.orElse(null),
            today(),
            baseline(root()));
    Path folder = outputDirectory.toPath();
    String name = project.getArtifactId();
    outputs.write(name, build.whole(), AuthorVerdict.NONE, reactor.results(), folder);
    outputs.annotate(name, build.whole(), build.whole().standing());
    print(outputs.lines(build.whole(), screen(), SourceListing.relative(root(), folder)));
  }
}
