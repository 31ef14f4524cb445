package dev.zonegate.benchmarks;

import dev.zonegate.engine.Settlement;
import dev.zonegate.facts.Project;
import java.time.LocalDate;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Warmup;

/** Deciding what waits for the whole project. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 2)
@Measurement(iterations = 3)
public class SettleBenchmark {
  /** All candidates, with the facts indexed anew. */
  @Benchmark
  public Settlement settle(LoweredSources lowered) {
    Project project = Project.whole(lowered.facts);
    return lowered.analysis.settle(lowered.results, project, LocalDate.EPOCH);
  }
}
