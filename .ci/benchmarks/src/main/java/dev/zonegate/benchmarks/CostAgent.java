package dev.zonegate.benchmarks;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** A Java agent that writes down, when its process ends, what the whole process cost. */
public final class CostAgent {
  private static final Path STATUS = Path.of("/proc/self/status");
  private static final Path THREADS = Path.of("/proc/self/task");
  private static final String PEAK = "VmHWM:";

  private CostAgent() {}

  /**
   * Called by the virtual machine.
   *
   * @param file where the cost is written: nanoseconds of CPU, those of its compiler threads, KiB
   *     of memory
   */
  public static void premain(String file) {
    Runtime.getRuntime().addShutdownHook(new Thread(() -> write(Path.of(file))));
  }

  private static void write(Path file) {
    OperatingSystemMXBean system =
        (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    try {
      long whole = system.getProcessCpuTime();
      Files.writeString(file, whole + " " + compilation() + " " + peakMemory());
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write the cost", e);
    }
  }

  /**
   * What the threads that compile bytecode took, in nanoseconds; 0 where the system does not tell.
   */
  private static long compilation() throws IOException {
    if (!Files.isDirectory(THREADS)) {
      return 0;
    }
    long nanos = 0;
    try (DirectoryStream<Path> threads = Files.newDirectoryStream(THREADS)) {
      for (Path each : threads) {
        nanos += compilation(each);
      }
    }
    return nanos;
  }

  private static long compilation(Path thread) throws IOException {
    try {
      boolean compiles = Files.readString(thread.resolve("comm")).contains("CompilerThre");
      String onCpu = Files.readString(thread.resolve("schedstat"));
      return compiles ? Long.parseLong(onCpu.split(" ")[0]) : 0;
    } catch (NoSuchFileException e) {
      // it has ended since it was listed
      return 0;
    }
  }

  /** The most memory that was resident, in KiB; 0 where the system does not tell. */
  private static long peakMemory() throws IOException {
    if (!Files.isReadable(STATUS)) {
      return 0;
    }
    for (String line : Files.readAllLines(STATUS)) {
      if (line.startsWith(PEAK)) {
        return Long.parseLong(line.substring(PEAK.length()).replace("kB", "").strip());
      }
    }
    return 0;
  }
}
