package dev.zonegate.kept;

import dev.zonegate.report.Line;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * A verdict as it was given.
 *
 * @param key everything it depends on that is no file
 * @param classpath what the dependencies came to
 * @param isFixed whether they come to the same as long as the key is the same
 * @param lines what was said
 * @param zones the zones that have files
 * @param areAllZonesUsed whether no zone of the policy has none
 * @param blocked what it blocks; empty if it passes
 * @param inputs the files it was made of, as they were before they were read
 * @param outputs the files that were written
 */
public record KeptVerdict(
    String key,
    List<String> classpath,
    boolean isFixed,
    List<Line> lines,
    Set<String> zones,
    boolean areAllZonesUsed,
    List<String> blocked,
    List<Seen> inputs,
    List<Seen> outputs) {
  public KeptVerdict {
    classpath = List.copyOf(classpath);
    lines = List.copyOf(lines);
    zones = Set.copyOf(zones);
    blocked = List.copyOf(blocked);
    inputs = List.copyOf(inputs);
    outputs = List.copyOf(outputs);
  }

  /** What a verdict says, to be kept with what it was made of. */
  public record Said(
      List<Line> lines, Set<String> zones, boolean areAllZonesUsed, List<String> blocked) {
    public Said {
      lines = List.copyOf(lines);
      zones = Set.copyOf(zones);
      blocked = List.copyOf(blocked);
    }
  }

  /** What it says. */
  public Said said() {
    return new Said(lines, zones, areAllZonesUsed, blocked);
  }

  /**
   * A verdict that was given just now.
   *
   * @param watch looked at all inputs before they were read
   * @param written the files that were written
   */
  public static KeptVerdict of(
      String key,
      List<String> classpath,
      boolean isFixed,
      Said said,
      Watch watch,
      List<Path> written)
      throws IOException {
    return new KeptVerdict(
        key,
        classpath,
        isFixed,
        said.lines(),
        said.zones(),
        said.areAllZonesUsed(),
        said.blocked(),
        watch.seen(),
        own(written));
  }

  private static List<Seen> own(List<Path> written) throws IOException {
    List<Seen> outputs = new ArrayList<>();
    for (Path each : written) {
      outputs.add(Seen.ofOwn(each));
    }
    return outputs;
  }

  /** The same, after its files were written once more. */
  public KeptVerdict rewritten() throws IOException {
    List<Path> written = outputs.stream().map(each -> Path.of(each.path())).toList();
    return new KeptVerdict(
        key, classpath, isFixed, lines, zones, areAllZonesUsed, blocked, inputs, own(written));
  }

  /** Whether it would be given again, and all that was written is there. */
  public boolean holds(String keyNow) throws IOException {
    return key.equals(keyNow) && hold(inputs) && hold(outputs);
  }

  private static boolean hold(List<Seen> seen) throws IOException {
    for (Seen each : seen) {
      if (!each.holds()) {
        return false;
      }
    }
    return true;
  }
}
