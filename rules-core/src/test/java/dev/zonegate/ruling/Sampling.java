package dev.zonegate.ruling;

import dev.zonegate.rule.Finding;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Writes what a reviewer reads: counts, and the same few findings of each pattern every time. */
final class Sampling {
  private static final int SAMPLE = 20;
  private static final int LINES_AROUND = 8;

  private Sampling() {}

  private record Sample(Ruling ruling, Finding finding) {
    /** Scattered over the corpora, yet the same in every run. */
    int order() {
      return (finding.fingerprint() + finding.key()).hashCode();
    }
  }

  /** One file a pattern, with up to 20 of its findings and the code around them. */
  static void write(List<Ruling> rulings, Path folder) throws IOException {
    Files.createDirectories(folder);
    for (Map.Entry<String, List<Sample>> each : byPattern(rulings).entrySet()) {
      String text =
          each.getValue().stream()
              .sorted(Comparator.comparingInt(Sample::order))
              .limit(SAMPLE)
              .map(sample -> sample.ruling().excerpt(sample.finding(), LINES_AROUND))
              .collect(Collectors.joining("\n"));
      Files.writeString(folder.resolve(each.getKey() + ".txt"), text);
    }
  }

  /** Findings of each pattern over all corpora and for 1,000 lines. */
  static String table(List<Ruling> rulings) {
    double kloc = rulings.stream().mapToLong(Ruling::lines).sum() / 1000.0;
    StringBuilder table = new StringBuilder();
    byPattern(rulings)
        .forEach(
            (key, samples) ->
                table.append(
                    String.format(
                        Locale.ROOT,
                        "%-36s %6d %8.3f/KLOC  %s%n",
                        key,
                        samples.size(),
                        samples.size() / kloc,
                        byCorpus(samples))));
    return table.toString();
  }

  private static Map<String, Long> byCorpus(List<Sample> samples) {
    return samples.stream()
        .collect(
            Collectors.groupingBy(
                sample -> sample.ruling().corpus().name(), TreeMap::new, Collectors.counting()));
  }

  private static Map<String, List<Sample>> byPattern(List<Ruling> rulings) {
    return rulings.stream()
        .flatMap(ruling -> ruling.findings().stream().map(finding -> new Sample(ruling, finding)))
        .collect(
            Collectors.groupingBy(
                sample -> sample.finding().key(), TreeMap::new, Collectors.toList()));
  }
}
