package dev.zonegate.gate;

import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * What a policy says of another engine.
 *
 * @param engine its name, such as {@code spotbugs}
 * @param isRun whether the gate runs it; if not, its report is read
 * @param versions of its artifacts where they are not the usual ones, by key
 * @param heap at most, in MiB
 * @param limit the time that it may take for a module
 */
public record EngineSetting(
    String engine, boolean isRun, Map<String, String> versions, int heap, Duration limit) {
  /** Their names. */
  public static final List<String> NAMES = List.of("spotbugs", "pmd", "checkstyle", "errorprone");

  static final int USUAL_HEAP = 768;
  static final Duration USUAL_LIMIT = Duration.ofMinutes(5);

  public EngineSetting {
    versions = Map.copyOf(versions);
  }

  /** An engine whose report is read. */
  public static EngineSetting read(String engine) {
    return new EngineSetting(engine, false, Map.of(), USUAL_HEAP, USUAL_LIMIT);
  }

  /** An engine that the gate runs as it usually does. */
  public static EngineSetting run(String engine) {
    return new EngineSetting(engine, true, Map.of(), USUAL_HEAP, USUAL_LIMIT);
  }

  /** Whether the gate can run an engine; of Error Prone's compile only the log can be read. */
  public static boolean canRun(String engine) {
    return !engine.equals("errorprone");
  }
}
