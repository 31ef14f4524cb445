package dev.zonegate.gate;

import dev.zonegate.increment.Digest;
import dev.zonegate.stored.Section;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Tells whether all facts of some kinds are as they were, and whether they are where they were. */
final class KindDigests {
  private final Map<String, StringBuilder> what = new TreeMap<>();
  private final Map<String, StringBuilder> where = new TreeMap<>();

  /** Most files ask for the same few combinations, each of which is long to digest. */
  private final Map<List<String>, KeptDecisions.Kinds> known = new HashMap<>();

  KindDigests(List<FileRecord> files) {
    files.stream()
        .sorted(Comparator.comparing(FileRecord::path))
        .flatMap(each -> StoredFacts.sections(each.result().facts()).all().stream())
        .forEach(this::add);
  }

  private void add(Section section) {
    what.computeIfAbsent(section.name(), key -> new StringBuilder()).append(section.what());
    // the number of places is in what they are of
    where.computeIfAbsent(section.name(), key -> new StringBuilder()).append(section.where());
  }

  /**
   * How the facts of some kinds are now.
   *
   * @param names of the kinds, sorted
   */
  KeptDecisions.Kinds of(List<String> names) {
    return known.computeIfAbsent(
        names, any -> new KeptDecisions.Kinds(names, digest(names, what), digest(names, where)));
  }

  private static long digest(List<String> names, Map<String, StringBuilder> digests) {
    StringBuilder all = new StringBuilder();
    for (String each : names) {
      all.append(each).append(digests.getOrDefault(each, new StringBuilder())).append('\n');
    }
    return Digest.of(all);
  }
}
