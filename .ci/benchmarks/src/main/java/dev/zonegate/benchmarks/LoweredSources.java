package dev.zonegate.benchmarks;

import dev.zonegate.catalogue.Catalogue;
import dev.zonegate.engine.Analysis;
import dev.zonegate.engine.FileResult;
import dev.zonegate.engine.Settings;
import dev.zonegate.facts.Fact;
import dev.zonegate.frontend.SourceSet;
import dev.zonegate.frontend.javac.JavacFrontEnd;
import dev.zonegate.model.SourceFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** One project of about 40,000 lines, read by javac's front-end. */
@State(Scope.Benchmark)
public class LoweredSources {
  private static final String PROJECT = "spring-jdbc";

  final Analysis analysis = new Analysis(Catalogue.rules(), Settings.DEFAULT);
  final List<SourceFile> files = new ArrayList<>();
  final List<FileResult> results = new ArrayList<>();
  SourceSet sources;
  List<Fact> facts;

  /** Reads and checks the project once. */
  @Setup
  public void read() throws IOException {
    Path home = Path.of(System.getProperty("zonegate.corpora", "target/corpora"));
    sources = Reading.sources(new Workload(PROJECT, List.of(home.resolve(PROJECT))));
    new JavacFrontEnd().read(sources, files::add);
    files.forEach(each -> results.add(analysis.check(each)));
    facts = results.stream().flatMap(each -> each.facts().stream()).toList();
  }
}
