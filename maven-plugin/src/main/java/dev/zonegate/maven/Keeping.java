package dev.zonegate.maven;

import dev.zonegate.gate.AuditTrail;
import dev.zonegate.gate.DependencyList;
import dev.zonegate.gate.Inputs;
import dev.zonegate.gate.PolicyFile;
import dev.zonegate.gate.ResultsFile;
import dev.zonegate.gate.SourceEntry;
import dev.zonegate.gate.SourceRoot;
import dev.zonegate.kept.KeptFile;
import dev.zonegate.kept.KeptVerdict;
import dev.zonegate.kept.Watch;
import dev.zonegate.report.Screen;
import java.io.IOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.maven.plugin.MojoExecutionException;

/**
 * Finds the verdict of the build before, if it would be given again, and keeps that of this one.
 *
 * @param goal that judges
 * @param formats the files that a report is written to
 * @param key what the verdict hangs on that is no file, taken before anything is read
 */
record Keeping(CheckMojo goal, List<String> formats, String key) {
  Keeping {
    formats = List.copyOf(formats);
  }

  /** Something that may fail since files are read. */
  @FunctionalInterface
  interface Reading<T> {
    T read() throws IOException, MojoExecutionException;
  }

  /** For the verdict on a module. */
  static Keeping ofModule(CheckMojo goal) throws MojoExecutionException {
    VerdictKey key = common(goal).withModule(goal.project, goal.session);
    key.with(goal.encoding()).with(goal.languageLevel()).with(goal.targetRelease());
    return new Keeping(goal, goal.outputs().files(), key.toString());
  }

  /**
   * For the verdict on all modules.
   *
   * @param modules where their results are
   */
  static Keeping ofBuild(CheckMojo goal, Collection<Path> modules) throws MojoExecutionException {
    VerdictKey key = common(goal).with(modules).with(new TreeSet<>(goal.results().modules()));
    return new Keeping(goal, goal.outputs().files(), key.toString());
  }

  private static VerdictKey common(CheckMojo goal) throws MojoExecutionException {
    Path root = goal.root();
    Screen screen = goal.screen();
    return new VerdictKey()
        .withParameters(goal)
        .withBuild(goal.session)
        .with(new TreeSet<>(goal.expected()))
        .with(goal.fullName())
        .with(screen.isColoured())
        .with(screen.isForAgent())
        .with(screen.explain())
        .with(goal.today())
        .with(root)
        .with(PolicyFile.find(root));
  }

  /** The verdict that would be given again. */
  Optional<KeptVerdict> known() throws MojoExecutionException {
    return reading(
        () -> {
          Optional<KeptVerdict> kept = KeptFile.read(file());
          boolean holds =
              kept.isPresent()
                  && kept.get().holds(key)
                  && (kept.get().isFixed() || kept.get().classpath().equals(goal.elements(true)));
          return holds ? kept : Optional.empty();
        });
  }

  /** Looks at all that is read beside the code and what it uses. */
  Watch watch() throws MojoExecutionException {
    return reading(
        () -> {
          Watch watch = new Watch();
          for (URL each : goal.plugin.getClassRealm().getURLs()) {
            watch.addClasses(path(each));
          }
          Path root = goal.root();
          watch.add(root.resolve(PolicyFile.NAME));
          watch.add(PolicyFile.find(root).orElse(root.resolve(PolicyFile.NAME)));
          watch.add(PolicyFile.rootOf(root).resolve(DependencyList.NAME));
          watch.add(goal.baselineFile(root));
          watch.add(Authors.reviews(root, goal.reviews));
          watch.addTree(goal.historyFolder(), name -> name.endsWith(".json"));
          watch.addGit(root);
          for (String each : List.of(goal.base(), goal.ratchetFrom())) {
            watch.addRevision(root, each);
          }
          return watch;
        });
  }

  /** Looks at the folders of the module, so that it shows what is added or removed. */
  void addFolders(Watch watch) throws MojoExecutionException {
    reading(
        () -> {
          for (SourceRoot each : ModuleRoots.of(goal.project, true)) {
            watch.addTree(each.path(), name -> false);
          }
          for (String each : goal.elements(true)) {
            watch.addClasses(Path.of(each));
          }
          return watch;
        });
  }

  /** Looks at the files of the module. */
  void addFiles(Watch watch, Inputs inputs) throws MojoExecutionException {
    reading(
        () -> {
          for (SourceEntry each : inputs.listing().entries()) {
            watch.add(each.file());
          }
          return watch;
        });
  }

  /** Keeps a verdict on the module. */
  void keep(KeptVerdict.Said said, Watch watch) throws MojoExecutionException {
    fresh().add(goal.project.getId());
    List<Path> written = new ArrayList<>(reports(folder()));
    written.add(folder().resolve(ResultsFile.NAME));
    reading(
        () -> {
          List<String> classpath = goal.elements(true);
          boolean isFixed = goal.isClasspathFixed();
          KeptVerdict kept =
              KeptVerdict.of(key, classpath, isFixed, said, watch, List.copyOf(written));
          KeptFile.write(kept, file());
          return kept;
        });
  }

  /** The verdict on all modules that would be given again. */
  Optional<KeptVerdict> knownBuild() throws MojoExecutionException {
    if (!fresh().isEmpty()) {
      return Optional.empty();
    }
    return reading(
        () -> {
          Optional<KeptVerdict> kept = KeptFile.read(buildFile());
          return kept.isPresent() && kept.get().holds(key) ? kept : Optional.empty();
        });
  }

  /** Keeps the verdict on all modules, and that on each, whose reports have been written again. */
  void keepBuild(KeptVerdict.Said said, Watch watch, Collection<Path> modules)
      throws MojoExecutionException {
    reading(
        () -> {
          List<Path> written = new ArrayList<>(reports(goal.reportDirectory.toPath()));
          for (Path each : modules) {
            written.addAll(reports(each));
            written.add(each.resolve(ResultsFile.NAME));
            Path file = each.resolve(KeptFile.NAME);
            Optional<KeptVerdict> kept = KeptFile.read(file);
            if (kept.isPresent()) {
              KeptFile.write(kept.get().rewritten(), file);
            }
          }
          KeptFile.write(KeptVerdict.of(key, List.of(), true, said, watch, written), buildFile());
          return key;
        });
  }

  private List<Path> reports(Path folder) {
    List<Path> files = new ArrayList<>();
    formats.forEach(each -> files.add(folder.resolve(each)));
    files.add(folder.resolve(AuditTrail.NAME));
    return files;
  }

  private Path folder() {
    return goal.outputDirectory.toPath().toAbsolutePath();
  }

  private Path file() {
    return folder().resolve(KeptFile.NAME);
  }

  private Path buildFile() {
    return goal.reportDirectory.toPath().resolve(KeptFile.OF_BUILD);
  }

  /** The modules that were judged anew in this build, which may load this class apart. */
  @SuppressWarnings("unchecked")
  private Set<String> fresh() {
    var data = goal.session.getRequest().getData();
    synchronized (data) {
      return (Set<String>)
          data.computeIfAbsent(Keeping.class.getName(), key -> ConcurrentHashMap.newKeySet());
    }
  }

  private static Path path(URL url) {
    try {
      return Path.of(url.toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException("the class path holds an entry that is no file", e);
    }
  }

  private <T> T reading(Reading<T> reading) throws MojoExecutionException {
    try {
      return reading.read();
    } catch (IOException e) {
      throw new MojoExecutionException("cannot keep the verdict in " + folder() + ": " + e, e);
    }
  }
}
