package dev.zonegate.maven;

import dev.zonegate.gate.AuthorVerdict;
import dev.zonegate.gate.BuildVerdict;
import dev.zonegate.gate.Policy;
import dev.zonegate.gate.Results;
import dev.zonegate.gate.ZoneLedger;
import dev.zonegate.kept.KeptVerdict;
import dev.zonegate.kept.KeptVerdict.Said;
import dev.zonegate.kept.Watch;
import dev.zonegate.model.Notification;
import dev.zonegate.report.Line;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.maven.plugin.MojoExecutionException;

/**
 * Decides what hangs on more than one module, once all are analysed, and writes the reports again
 * that are other for it.
 */
record BuildDecision(CheckMojo goal, ZoneLedger zones) {
  /** What is said of all modules; as before, if nothing has changed. */
  Said said() throws MojoExecutionException {
    List<Path> folders = goal.results().folders();
    if (folders.isEmpty()) {
      return CheckMojo.NOTHING;
    }
    Keeping keeping = Keeping.ofBuild(goal, folders);
    Optional<KeptVerdict> known = goal.canKeep() ? keeping.knownBuild() : Optional.empty();
    if (known.isPresent()) {
      goal.print(known.get().lines());
      return known.get().said();
    }
    Watch watch = keeping.watch();
    Policy policy = GateMojo.policy(goal.root());
    Said said = decide(policy);
    if (goal.canKeep() && goal.hearsNoEngine(policy)) {
      keeping.keepBuild(said, watch, folders);
    }
    return said;
  }

  private Said decide(Policy policy) throws MojoExecutionException {
    Reactor reactor = Reactor.ofThisBuild(goal.session, !goal.ratchetFrom().isEmpty());
    if (reactor.isEmpty()) {
      return CheckMojo.NOTHING;
    }
    Optional<Notification> part = goal.part(goal.results().modules());
    Results all = reactor.results();
    Path folder = goal.outputDirectory.toPath();
    BuildVerdict found =
        BuildVerdict.of(
            policy,
            reactor.modules(),
            all.settleFindings(goal.analysis(policy), goal.today()),
            goal.settle(all, Optional.empty(), policy, part.isEmpty(), folder),
            part.orElse(null),
            goal.baseline(goal.root()));
    boolean hasShares = goal.outputs().hasShares();
    AuthoredBuild authored = AuthoredBuild.of(goal.authors(policy), reactor, found, hasShares);
    write(reactor, authored);
    BuildVerdict build = authored.build();
    List<Line> lines = new ArrayList<>();
    part.ifPresent(each -> lines.add(Line.warning(each.path() + " " + each.message())));
    lines.addAll(goal.outputs().late(build.whole(), build.late(), goal.screen()));
    goal.print(lines);
    Set<String> used = zones.used();
    return new Said(lines, used, policy.withoutFiles(used).isEmpty(), blocked(build));
  }

  private void write(Reactor reactor, AuthoredBuild authored) throws MojoExecutionException {
    BuildVerdict build = authored.build();
    Outputs outputs = goal.outputs();
    for (int i = 0; i < build.modules().size(); i++) {
      BuildVerdict.OfModule each = build.modules().get(i);
      AuthorVerdict authors = authored.authors().get(i);
      Results results = each.module().results();
      Path folder = reactor.folder(i);
      outputs.write(each.module().name(), each.verdict(), authors, results, folder);
      String version = goal.plugin.getVersion();
      Reports.writeAudit(each.verdict(), authors, "", results, version, folder);
    }
    String name = goal.session.getTopLevelProject().getArtifactId();
    Path folder = goal.reportDirectory.toPath();
    outputs.write(name, build.whole(), authored.all(), reactor.results(), folder);
    outputs.annotate(name, build.whole(), build.late());
  }

  private List<String> blocked(BuildVerdict build) {
    List<String> blocked = new ArrayList<>(goal.failAtEnd ? build.blocking() : build.blocked());
    if (blocked.isEmpty() && build.isBlockedByBaseline()) {
      blocked.add(goal.baselineFile);
    }
    return blocked;
  }
}
