package dev.zonegate.benchmarks;

import dev.zonegate.catalogue.Catalogue;
import dev.zonegate.engine.Analysis;
import dev.zonegate.engine.Settings;
import dev.zonegate.frontend.FrontEnd;
import dev.zonegate.frontend.SourceInput;
import dev.zonegate.frontend.SourceSet;
import dev.zonegate.frontend.javac.JavacFrontEnd;
import dev.zonegate.gate.CachedAnalysis;
import dev.zonegate.gate.Inputs;
import dev.zonegate.gate.SourceListing;
import dev.zonegate.gate.SourceRoot;
import dev.zonegate.model.SourceFile;
import dev.zonegate.model.SourceFile.Role;
import dev.zonegate.model.SourceText;
import dev.zonegate.pmd.PmdFrontend;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Reads a workload once, as a process of its own: with the whole gate or a part of it. */
public final class Reading {
  private static final int LANGUAGE_LEVEL = 17;

  private Reading() {}

  /**
   * Reads.
   *
   * @param args {@code gate}, {@code lower-javac}, {@code rules-javac} or {@code lower-pmd}; where
   *     the gate keeps its results; the folders of the workload
   */
  public static void main(String[] args) throws IOException {
    if (args.length < 3) {
      throw new IllegalArgumentException("name what to do, a file for results, and folders");
    }
    List<Path> folders = Stream.of(args).skip(2).map(Path::of).toList();
    Workload workload = new Workload("workload", folders);
    switch (args[0]) {
      case "gate" -> gate(workload, Path.of(args[1]));
      case "lower-javac" -> print(lower(new JavacFrontEnd(), sources(workload), file -> {}));
      case "lower-pmd" -> print(lower(new PmdFrontend(), sources(workload), file -> {}));
      case "rules-javac" -> {
        Analysis analysis = new Analysis(Catalogue.rules(), Settings.DEFAULT);
        print(lower(new JavacFrontEnd(), sources(workload), analysis::check));
      }
      default -> throw new IllegalArgumentException(args[0]);
    }
  }

  /** What {@code analyze} does after Maven has resolved the module. */
  private static void gate(Workload workload, Path file) throws IOException {
    Files.deleteIfExists(file);
    Path base = workload.folders().get(0).getParent();
    List<SourceRoot> roots =
        workload.roots().stream().map(each -> new SourceRoot(each, Role.MAIN)).toList();
    Inputs inputs =
        new Inputs(
            SourceListing.of(roots, base, SourceListing.Filter.ALL),
            StandardCharsets.UTF_8,
            workload.classpath(),
            true,
            LANGUAGE_LEVEL,
            LANGUAGE_LEVEL,
            Settings.DEFAULT);
    print(CachedAnalysis.of(inputs, file).results().files().size());
  }

  private static long lower(FrontEnd frontEnd, SourceSet sources, Consumer<SourceFile> ready) {
    AtomicLong files = new AtomicLong();
    frontEnd.read(
        sources,
        file -> {
          ready.accept(file);
          files.incrementAndGet();
        });
    return files.get();
  }

  static SourceSet sources(Workload workload) throws IOException {
    List<SourceInput> inputs = new ArrayList<>();
    for (Path each : workload.sources()) {
      String text = new String(Files.readAllBytes(each), StandardCharsets.UTF_8);
      inputs.add(new SourceInput(each.toString(), SourceText.of(text), Role.MAIN));
    }
    return new SourceSet(inputs, workload.classpath(), LANGUAGE_LEVEL, LANGUAGE_LEVEL);
  }

  private static void print(long files) {
    System.out.println(files + " files");
  }
}
