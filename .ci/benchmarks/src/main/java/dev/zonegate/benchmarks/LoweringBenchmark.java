package dev.zonegate.benchmarks;

import dev.zonegate.frontend.FrontEnd;
import dev.zonegate.frontend.javac.JavacFrontEnd;
import dev.zonegate.frontend.javaparser.JavaparserFrontEnd;
import dev.zonegate.pmd.PmdFrontend;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;

/** A front-end on a whole project: parsing, attribution and lowering. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 2)
@Measurement(iterations = 3)
public class LoweringBenchmark {
  /** The front-end. */
  @Param({"javac", "pmd", "javaparser"})
  public String frontEnd;

  /** All files of the project. */
  @Benchmark
  public void lower(LoweredSources lowered, Blackhole hole) {
    frontEnd().read(lowered.sources, hole::consume);
  }

  private FrontEnd frontEnd() {
    return switch (frontEnd) {
      case "pmd" -> new PmdFrontend(1);
      case "javaparser" -> new JavaparserFrontEnd();
      default -> new JavacFrontEnd();
    };
  }
}
