package dev.zonegate.gate;

import dev.zonegate.baseline.Baseline;
import dev.zonegate.baseline.BaselineUse;
import dev.zonegate.catalogue.Catalogue;
import dev.zonegate.engine.Analysis;
import dev.zonegate.engine.Settings;
import dev.zonegate.gate.SourceListing.Filter;
import dev.zonegate.model.SourceFile.Role;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * One file of a project, judged by itself, as an editor or a coding agent asks for it. What depends
 * on other files is said with less confidence or not at all.
 *
 * @param path relative to the project
 */
public record SingleFile(String path, Policy policy, Results results, Verdict verdict) {
  /** How files of a project are read. */
  public record Reading(Filter filter, Charset encoding, Settings settings) {}

  /**
   * Judges a file by the policy of its project.
   *
   * @param root the folder of the project, real
   * @param file in it, real
   */
  public static SingleFile of(
      Path root, Path file, Reading reading, RuleNames names, LocalDate today)
      throws IOException, PolicyException {
    return judged(root, file, new Source(root, file), reading, names, today);
  }

  /** Judges a text as if it were in a file of the project. */
  public static SingleFile ofText(
      Path root, Path file, String text, Reading reading, RuleNames names, LocalDate today)
      throws IOException, PolicyException {
    Path folder = Files.createTempDirectory("zonegate");
    Path copy = folder.resolve(root.relativize(file).toString());
    try {
      Files.createDirectories(copy.getParent());
      Files.write(copy, text.getBytes(reading.encoding()));
      return judged(root, file, new Source(folder, copy), reading, names, today);
    } finally {
      for (Path each = copy; !each.equals(folder.getParent()); each = each.getParent()) {
        Files.deleteIfExists(each);
      }
    }
  }

  /** Where the text is, and the folder that its path is relative to. */
  private record Source(Path base, Path file) {}

  private static SingleFile judged(
      Path root, Path file, Source source, Reading reading, RuleNames names, LocalDate today)
      throws IOException, PolicyException {
    Path policyFile = PolicyFile.find(root).orElse(null);
    Policy policy = policyFile == null ? Policy.DEFAULT : PolicyFile.load(policyFile, names);
    SourceRoot only = new SourceRoot(source.file(), Role.MAIN, SourceRoot.Holds.BOTH);
    SourceListing listing =
        LooseTests.told(SourceListing.of(List.of(only), source.base(), reading.filter()));
    Settings settings = reading.settings().with(policy.conventions());
    Inputs inputs =
        new Inputs(listing, reading.encoding(), classes(root, file), false, 0, 0, settings);
    Analysis analysis = new Analysis(Catalogue.rules(), settings);
    Results results = SourceAnalysis.of(inputs, FrontEnds.of(inputs), analysis, "");
    Placement placement =
        Placement.of(policy, prefix(policy, root), results.files())
            .withPackageOf(file, reading.encoding());
    Verdict verdict =
        Judge.judge(
            policy,
            placement,
            results,
            results.settle(analysis, false, today),
            Baseline.EMPTY.use(BaselineUse.Scope.NONE));
    return new SingleFile(SourceListing.relative(root, file), policy, results, verdict);
  }

  /** What the paths below a folder start with where a policy speaks of them. */
  public static String prefix(Policy policy, Path root) {
    String path = policy.isWritten() ? SourceListing.relative(policy.file().getParent(), root) : "";
    return path.isEmpty() ? "" : path + "/";
  }

  /** What is compiled of the modules around a file. */
  private static List<Path> classes(Path root, Path file) {
    List<Path> classes = new ArrayList<>();
    for (Path each = file.getParent();
        each != null && each.startsWith(root);
        each = each.getParent()) {
      Path compiled = each.resolve("target/classes");
      if (Files.isDirectory(compiled)) {
        classes.add(compiled);
      }
    }
    return classes;
  }
}
