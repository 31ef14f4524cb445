package dev.zonegate.maven;

import dev.zonegate.gate.BuildVerdict;
import dev.zonegate.gate.Policy;
import dev.zonegate.gate.SourceListing;
import dev.zonegate.model.Notification;
import java.nio.file.Path;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugins.annotations.Mojo;

/**
 * Writes one report of all modules into the {@code target/zonegate} of the build, from what {@code
 * analyze} has left in each; for builds that stop at the first module that blocks. Fails on no
 * finding: that is what {@code check} is for.
 */
@Mojo(name = "report", aggregator = true, threadSafe = true)
public final class ReportMojo extends VerdictMojo {
  @Override
  public void execute() throws MojoExecutionException {
    if (skip) {
      return;
    }
    Outputs outputs = outputs();
    Reactor reactor = Reactor.ofAnyBuild(session, !ratchetFrom().isEmpty());
    if (reactor.isEmpty()) {
      throw new MojoExecutionException(
          "no module has results; run `mvn "
              + plugin.getGoalPrefix()
              + ":analyze` or `mvn verify` first");
    }
    Policy policy = policy(root());
    Notification part = part(reactor.ids()).orElse(null);
    BuildVerdict found = reactor.judge(policy, analysis(policy), part, today(), baseline(root()));
    boolean hasShares = outputs.hasShares();
    AuthoredBuild authored = AuthoredBuild.of(authors(policy), reactor, found, hasShares);
    BuildVerdict build = authored.build();
    Path folder = outputDirectory.toPath();
    String name = project.getArtifactId();
    outputs.write(name, build.whole(), authored.all(), reactor.results(), folder);
    outputs.annotate(name, build.whole(), build.whole().standing());
    print(outputs.lines(build.whole(), screen(), SourceListing.relative(root(), folder)));
  }
}
