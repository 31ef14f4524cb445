package dev.zonegate.copies;

import dev.zonegate.frontend.SourceInput;
import dev.zonegate.model.SourceText;
import dev.zonegate.provenance.ProvenanceException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Which files a change can have been copied from. To split a large module into tokens takes CPD
 * half a minute; who copies a stretch brings some of its lines along as they are.
 *
 * @param sources those with most of the changed lines first
 * @param leftOut how many more there would be
 */
record SharedLines(List<SourceInput> sources, int leftOut) {
  private static final int SHORTEST = 10;
  private static final int FEWEST = 3;

  /** Fifty thousand lines, which take CPD some seconds. */
  static final int MOST_CHARACTERS = 2 << 20;

  /** A file with how many different lines of the change it has. */
  private record Suspect(SourceInput source, long shared) {}

  /**
   * The changed files, and those that have some of the changed lines: those with most of them, if
   * they are very many.
   *
   * @param most how many characters they may have together
   */
  static SharedLines with(Collection<SourceInput> sources, ChangedLines change, int most)
      throws ProvenanceException {
    Set<String> fresh = new HashSet<>();
    for (SourceInput each : sources) {
      if (change.isChanged(each.path())) {
        addChanged(each, change, fresh);
      }
    }
    List<Suspect> suspects = new ArrayList<>();
    for (SourceInput each : sources) {
      boolean isChanged = change.isChanged(each.path());
      long shared = isChanged ? Long.MAX_VALUE : count(each.text(), fresh);
      if (shared >= FEWEST) {
        suspects.add(new Suspect(each, shared));
      }
    }
    suspects.sort(
        Comparator.comparingLong(Suspect::shared)
            .reversed()
            .thenComparing(each -> each.source().path()));
    return within(suspects, most);
  }

  private static SharedLines within(List<Suspect> suspects, int most) {
    List<SourceInput> taken = new ArrayList<>();
    long characters = 0;
    for (Suspect each : suspects) {
      characters += each.source().text().content().length();
      if (characters <= most) {
        taken.add(each.source());
      }
    }
    return new SharedLines(List.copyOf(taken), suspects.size() - taken.size());
  }

  private static void addChanged(SourceInput source, ChangedLines change, Set<String> fresh)
      throws ProvenanceException {
    for (int line = 1; line <= source.text().lineCount(); line++) {
      if (change.isChanged(source.path(), line)) {
        fresh.add(source.text().lineText(line).strip());
      }
    }
  }

  private static long count(SourceText text, Set<String> fresh) {
    return text.content()
        .lines()
        .map(String::strip)
        .filter(each -> each.length() >= SHORTEST && fresh.contains(each))
        .distinct()
        .count();
  }
}
