package dev.zonegate.gate;

import dev.zonegate.catalogue.Catalogue;
import dev.zonegate.engine.Analysis;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Analyses a module in parts, and puts the parts together: that gives the same as one run, since
 * what is found in a file is a function of the file and the compiled classes.
 */
public final class Shards {
  private static final Pattern FIRST = Pattern.compile("shard-1-of-(\\d{1,4})\\.bin");

  private Shards() {}

  /**
   * Analyses one part and keeps it in a folder.
   *
   * @param inputs of the whole module, whose classes are compiled
   */
  public static Results analyse(Inputs inputs, Shard shard, Path folder) throws IOException {
    Inputs part = inputs.with(shard.of(inputs.listing()));
    Analysis analysis = new Analysis(Catalogue.rules(), inputs.settings());
    Results results =
        SourceAnalysis.of(part, FrontEnds.of(part), analysis, Digests.wholeKey(inputs));
    ResultsFile.write(results, folder.resolve(shard.file()));
    return results;
  }

  /**
   * What the parts in a folder come to; empty unless they are all there and of these inputs.
   *
   * @param key kept with the results
   */
  static Optional<Results> merged(Inputs inputs, Path folder, String key) throws IOException {
    Set<Integer> numbers = numbers(folder);
    if (numbers.isEmpty()) {
      return Optional.empty();
    }
    String wanted = Digests.wholeKey(inputs);
    for (int of : numbers) {
      List<FileRecord> files = new ArrayList<>();
      boolean isWhole = true;
      for (int number = 1; number <= of && isWhole; number++) {
        Optional<Results> part =
            ResultsFile.read(folder.resolve(new Shard(number, of).file()))
                .filter(each -> each.key().equals(wanted));
        part.ifPresent(each -> files.addAll(each.files()));
        isWhole = part.isPresent();
      }
      files.sort(Comparator.comparing(FileRecord::path));
      if (isWhole && isOf(files, inputs)) {
        return Optional.of(new Results(key, files, inputs.listing().notifications()));
      }
    }
    return Optional.empty();
  }

  /** Into how many parts the module was cut. */
  private static Set<Integer> numbers(Path folder) throws IOException {
    Set<Integer> numbers = new TreeSet<>();
    if (!Files.isDirectory(folder)) {
      return numbers;
    }
    try (Stream<Path> files = Files.list(folder)) {
      files
          .map(each -> FIRST.matcher(String.valueOf(each.getFileName())))
          .filter(Matcher::matches)
          .forEach(each -> numbers.add(Integer.parseInt(each.group(1))));
    }
    return numbers;
  }

  private static boolean isOf(List<FileRecord> files, Inputs inputs) {
    List<SourceEntry> entries = inputs.listing().entries();
    if (files.size() != entries.size()) {
      return false;
    }
    for (int i = 0; i < files.size(); i++) {
      SourceBytes now = SourceBytes.read(entries.get(i), inputs.encoding());
      boolean isSame =
          files.get(i).path().equals(entries.get(i).path())
              && files.get(i).role() == entries.get(i).role()
              && files.get(i).sha256().equals(now.sha256());
      if (!isSame) {
        return false;
      }
    }
    return true;
  }
}
