package dev.zonegate.benchmarks;

import dev.zonegate.catalogue.Catalogue;
import dev.zonegate.engine.Analysis;
import dev.zonegate.engine.Settings;
import dev.zonegate.rule.Rule;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;

/**
 * The rules on a project that is lowered: each alone with the facts, which all share; {@code facts}
 * without any; and all.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 2)
@Measurement(iterations = 3)
public class RuleBenchmark {
  /** Name of the rule. */
  @Param({
    "facts",
    "all",
    "AuthBypass",
    "MissingOwnershipCheck",
    "RawSql",
    "UntrustedInput",
    "HardcodedSecret",
    "WeakCrypto",
    "SensitiveDataExposure",
    "SwallowedError",
    "MissingState",
    "NullHandling",
    "TimeZone",
    "LocaleAndMoney",
    "RaceCondition",
    "MissingTimeout",
    "NaiveRetry",
    "ResourceLeak",
    "ScaleTrap",
    "ArchitectureDrift",
    "PlaceholderCode",
    "HollowTest"
  })
  public String rule;

  private Analysis analysis;

  /** Chooses the rules. */
  @Setup(Level.Trial)
  public void choose() {
    analysis = new Analysis(chosen(), Settings.DEFAULT);
  }

  private List<Rule> chosen() {
    return Catalogue.rules().stream()
        .filter(each -> rule.equals("all") || each.info().name().equals(rule))
        .toList();
  }

  /** All files of the project. */
  @Benchmark
  public void check(LoweredSources lowered, Blackhole hole) {
    lowered.files.forEach(each -> hole.consume(analysis.check(each.afresh())));
  }
}
