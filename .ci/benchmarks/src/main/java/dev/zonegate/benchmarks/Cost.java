package dev.zonegate.benchmarks;

import java.util.List;

/**
 * What one run of a process took.
 *
 * @param cpu seconds of all its threads, the virtual machine's own included
 * @param compilation seconds of CPU that went into compiling bytecode
 * @param wall seconds
 * @param memory MiB resident at the peak
 */
record Cost(double cpu, double compilation, double wall, long memory) {
  private static final double NANOS = 1e9;
  private static final long KIBS = 1024;

  /** Reads what {@link CostAgent} wrote. */
  static Cost of(String line, long wallNanos) {
    String[] parts = line.strip().split(" ");
    if (parts.length != 3) {
      throw new IllegalArgumentException("no cost: " + line);
    }
    return new Cost(
        Long.parseLong(parts[0]) / NANOS,
        Long.parseLong(parts[1]) / NANOS,
        wallNanos / NANOS,
        Long.parseLong(parts[2]) / KIBS);
  }

  /** The least of each figure: what other processes of the machine add is never negative. */
  static Cost least(List<Cost> runs) {
    return new Cost(
        runs.stream().mapToDouble(Cost::cpu).min().orElseThrow(),
        runs.stream().mapToDouble(Cost::compilation).min().orElseThrow(),
        runs.stream().mapToDouble(Cost::wall).min().orElseThrow(),
        runs.stream().mapToLong(Cost::memory).min().orElseThrow());
  }
}
