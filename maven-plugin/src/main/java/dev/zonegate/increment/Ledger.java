package dev.zonegate.increment;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * What results were made of.
 *
 * @param key digest of the settings and jars
 * @param results checksum of the file that holds the results
 * @param sources the judged files, by path
 * @param units what they may see of other files: class files of folders, or other sources
 */
public record Ledger(
    String key, long results, Map<String, Source> sources, Map<String, Unit> units) {
  public Ledger {
    sources = new TreeMap<>(sources);
    units = new TreeMap<>(units);
  }

  /**
   * A judged file.
   *
   * @param kind what it is judged as
   * @param sha256 of its bytes
   * @param words of its text, as numbers
   */
  public record Source(Stamp stamp, String kind, String sha256, Words words) {
    boolean isSame(Source other) {
      return other != null && kind.equals(other.kind) && sha256.equals(other.sha256);
    }
  }

  /**
   * A file that others see.
   *
   * @param digest of its bytes
   * @param shown null if nobody sees anything of it
   */
  record Unit(Stamp stamp, long digest, Shown shown) {}

  /** The same, of results with this checksum. */
  public Ledger of(long checksum) {
    return new Ledger(key, checksum, sources, units);
  }

  /** The same without a source, which so counts as changed. */
  public Ledger without(String path) {
    Map<String, Source> left = new TreeMap<>(sources);
    left.remove(path);
    return new Ledger(key, results, left, units);
  }

  /** Whether two types that stand in sources have one name. */
  public boolean hasTwins() {
    Set<Integer> seen = new HashSet<>();
    return units.entrySet().stream()
        .filter(each -> sources.containsKey(each.getKey()))
        .flatMap(each -> each.getValue().shown().members().entrySet().stream())
        .anyMatch(each -> each.getValue() > 1 || !seen.add(each.getKey()));
  }
}
