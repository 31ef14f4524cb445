package dev.zonegate.gate;

import dev.zonegate.increment.Ledger;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * What the compiler found with our plug-in. It counts only for the build that compiled, since of
 * another one nobody knows which jars it had.
 */
public final class CompileResults {
  /** The files of the two compilations of a module. */
  public static final String MAIN = "compiled-main.bin";

  public static final String TEST = "compiled-test.bin";

  private final Map<String, FileRecord> files = new TreeMap<>();

  private CompileResults() {}

  /**
   * Writes what was found.
   *
   * @param inputs how it was
   */
  public static void write(Inputs inputs, List<FileRecord> files, Path file) throws IOException {
    ResultsFile.write(new Results(Digests.ofRules(inputs), files, List.of()), file);
  }

  /** Reads what was found in a folder with the same settings, and not before a time. */
  static CompileResults of(Inputs inputs, Path folder, FileTime since) throws IOException {
    CompileResults found = new CompileResults();
    for (String name : List.of(MAIN, TEST)) {
      Path file = folder.resolve(name);
      if (Files.exists(file) && Files.getLastModifiedTime(file).compareTo(since) >= 0) {
        Optional<Results> read = ResultsFile.read(file);
        if (read.isPresent() && read.get().key().equals(Digests.ofRules(inputs))) {
          read.get().files().forEach(each -> found.files.put(each.path(), each));
        }
      }
    }
    return found;
  }

  /** Those of some files that are the same now. */
  List<FileRecord> of(Set<String> paths, Ledger now) {
    List<FileRecord> same = new ArrayList<>();
    for (FileRecord each : files.values()) {
      Ledger.Source source = now.sources().get(each.path());
      if (source != null
          && paths.contains(each.path())
          && source.sha256().equals(each.sha256())
          && source.kind().equals(each.role().name())) {
        same.add(each);
      }
    }
    return same;
  }
}
