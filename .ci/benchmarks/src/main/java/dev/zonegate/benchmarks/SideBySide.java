package dev.zonegate.benchmarks;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * Runs programs in turn, each in a cold process, and prints what each costs by the first of them.
 */
public final class SideBySide {
  private static final int LONGEST_HOURS = 2;

  private final Arguments arguments;
  private final Path scratch;
  private final Map<String, List<Cost>> costs = new LinkedHashMap<>();

  private SideBySide(Arguments arguments, Path scratch) {
    this.arguments = arguments;
    this.scratch = scratch;
  }

  /** See {@link Arguments}. */
  public static void main(String[] args) throws IOException, InterruptedException {
    Arguments arguments = Arguments.of(args);
    Path scratch = Files.createTempDirectory("zonegate-benchmarks");
    new SideBySide(arguments, scratch).run();
  }

  private void run() throws IOException, InterruptedException {
    Workload workload = arguments.pinned();
    for (int i = 0; i < arguments.runs(); i++) {
      for (String each : arguments.programs()) {
        Path own = Files.createDirectories(scratch.resolve(each));
        Programs programs = new Programs(workload, arguments.tools(), own);
        Cost cost = run(each, programs.command(each), own);
        costs.computeIfAbsent(each, name -> new ArrayList<>()).add(cost);
        System.out.printf(Locale.ROOT, "run %d %-20s %6.1f s CPU%n", i + 1, each, cost.cpu());
      }
    }
    print();
  }

  /** Fails if a program fails, which is how a heap that is too small shows. */
  private static Cost run(String program, List<String> command, Path folder)
      throws IOException, InterruptedException {
    Path report = folder.resolve("cost.txt");
    Files.deleteIfExists(report);
    List<String> line = new ArrayList<>();
    line.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    line.add("-javaagent:" + System.getProperty("zonegate.agent") + "=" + report);
    line.addAll(command);
    File log = folder.resolve("log.txt").toFile();
    long start = System.nanoTime();
    Process process =
        new ProcessBuilder(line).redirectErrorStream(true).redirectOutput(log).start();
    if (!process.waitFor(LONGEST_HOURS, TimeUnit.HOURS)) {
      process.destroyForcibly();
      throw new IllegalStateException(program + " has not ended after hours; see " + log);
    }
    int exit = process.exitValue();
    long wall = System.nanoTime() - start;
    boolean isWell = exit == 0 || Programs.FAILING_ON_FINDINGS.contains(program);
    if (!isWell || !Files.exists(report)) {
      throw new IllegalStateException(program + " ended with " + exit + "; see " + log);
    }
    return Cost.of(Files.readString(report), wall);
  }

  private void print() {
    double base = Cost.least(costs.get(arguments.programs().get(0))).cpu();
    System.out.printf(
        "%n%-20s %9s %9s %9s %11s %7s%n",
        "program", "CPU, s", "JIT, s", "wall, s", "peak, MiB", "ratio");
    costs.forEach(
        (program, runs) -> {
          Cost least = Cost.least(runs);
          System.out.printf(
              Locale.ROOT,
              "%-20s %9.1f %9.1f %9.1f %11d %7.2f%n",
              program,
              least.cpu(),
              least.compilation(),
              least.wall(),
              least.memory(),
              least.cpu() / base);
        });
    System.out.printf(
        "workload %s, least of %d runs; logs in %s%n",
        arguments.workload(), arguments.runs(), scratch);
  }
}
