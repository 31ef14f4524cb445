package dev.zonegate.benchmarks;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;

/** A Java agent that writes down, when its process ends, what the whole process cost. */
public final class CostAgent {
  private static final Path STATUS = Path.of("/proc/self/status");
  private static final String PEAK = "VmHWM:";

  private CostAgent() {}

  /**
   * Called by the virtual machine.
   *
   * @param file where the cost is written: nanoseconds of CPU and KiB of memory
   */
  public static void premain(String file) {
    Runtime.getRuntime().addShutdownHook(new Thread(() -> write(Path.of(file))));
  }

  private static void write(Path file) {
    OperatingSystemMXBean system =
        (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    try {
      Files.writeString(file, system.getProcessCpuTime() + " " + peakMemory());
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write the cost", e);
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
