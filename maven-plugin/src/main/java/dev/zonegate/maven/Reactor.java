package dev.zonegate.maven;

import dev.zonegate.baseline.Baseline;
import dev.zonegate.engine.Analysis;
import dev.zonegate.gate.BuildVerdict;
import dev.zonegate.gate.Policy;
import dev.zonegate.gate.Results;
import dev.zonegate.gate.ResultsFile;
import dev.zonegate.gate.ResultsLedger;
import dev.zonegate.model.Notification;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.project.MavenProject;

/** The modules of a build that have results, in the order in which they are built. */
final class Reactor {
  private final ResultsLedger ledger;
  private final List<BuildVerdict.Module> modules = new ArrayList<>();
  private final List<Path> folders = new ArrayList<>();
  private final Set<String> ids = new HashSet<>();

  private Reactor(ResultsLedger ledger) {
    this.ledger = ledger;
  }

  /**
   * Reads what the modules have that were judged in this build.
   *
   * @param isOfChange whether what a change has copied is wanted
   */
  static Reactor ofThisBuild(MavenSession session, boolean isOfChange)
      throws MojoExecutionException {
    Reactor reactor = new Reactor(ResultsLedger.in(session.getRequest().getData()));
    for (MavenProject each : session.getProjects()) {
      if (reactor.ledger.modules().contains(each.getId())) {
        reactor.add(each, reactor.ledger.folder(each.getId()).orElse(null), isOfChange);
      }
    }
    return reactor;
  }

  /**
   * Reads what the modules have, from this build or one before.
   *
   * @param isOfChange as of {@link #ofThisBuild}
   */
  static Reactor ofAnyBuild(MavenSession session, boolean isOfChange)
      throws MojoExecutionException {
    Reactor reactor = new Reactor(ResultsLedger.in(session.getRequest().getData()));
    for (MavenProject each : session.getProjects()) {
      Path usual = Path.of(each.getBuild().getDirectory(), "zonegate").toAbsolutePath();
      boolean isKnown = reactor.ledger.modules().contains(each.getId());
      Path folder = isKnown ? reactor.ledger.folder(each.getId()).orElse(null) : usual;
      if (isKnown || Files.exists(usual.resolve(ResultsFile.NAME))) {
        reactor.add(each, folder, isOfChange);
      }
    }
    return reactor;
  }

  /**
   * Notes a module.
   *
   * @param folder where its results are, or null if it has no code
   */
  private void add(MavenProject module, Path folder, boolean isOfChange)
      throws MojoExecutionException {
    ids.add(module.getId());
    Optional<Results> found = folder == null ? Optional.empty() : read(folder, isOfChange);
    if (found.isPresent()) {
      modules.add(new BuildVerdict.Module(module.getArtifactId(), found.get()));
      folders.add(folder);
    }
  }

  private static Optional<Results> read(Path folder, boolean isOfChange)
      throws MojoExecutionException {
    Path file = folder.resolve(ResultsFile.NAME);
    try {
      Optional<Results> own = ResultsFile.read(file);
      Optional<Results> others = EngineReports.kept(folder);
      Optional<Results> copies = isOfChange ? CopyResults.kept(folder) : Optional.empty();
      return own.map(results -> others.map(results::and).orElse(results))
          .map(results -> copies.map(results::adding).orElse(results));
    } catch (IOException e) {
      throw new MojoExecutionException("cannot read " + file + ": " + e, e);
    }
  }

  boolean isEmpty() {
    return modules.isEmpty();
  }

  /** The modules of which something is known, if only that they are empty. */
  Set<String> ids() {
    return Set.copyOf(ids);
  }

  /** The results of all modules as one. */
  Results results() {
    return Results.merged(modules.stream().map(BuildVerdict.Module::results).toList());
  }

  /** Where the results of the module with this number are. */
  Path folder(int module) {
    return folders.get(module);
  }

  /**
   * What the build comes to.
   *
   * @param part what to say if modules are missing, else null
   * @param today the day that suppressions are judged by
   * @param baseline what is known
   */
  BuildVerdict judge(
      Policy policy, Analysis analysis, Notification part, LocalDate today, Baseline baseline) {
    return BuildVerdict.of(policy, modules(), analysis, part, today, baseline);
  }

  /** The modules that have results. */
  List<BuildVerdict.Module> modules() {
    return List.copyOf(modules);
  }
}
