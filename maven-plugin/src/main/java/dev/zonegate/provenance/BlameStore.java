package dev.zonegate.provenance;

import dev.zonegate.files.WholeFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.eclipse.jgit.lib.ObjectId;

/**
 * Keeps the origins of lines from one build to the next, by commit and path. They hold as long as
 * the file is the same and the commit is still part of the history.
 */
final class BlameStore {
  private static final String START = "zonegate-blame 1 ";
  private static final long LARGEST = 64L * 1024 * 1024;
  private static final int LONGEST_FILE = 1_000_000;

  private final Path file;
  private final String head;
  private final Map<String, List<LineOrigin>> known = new TreeMap<>();
  private final SortedMap<String, List<LineOrigin>> kept = new TreeMap<>();

  private BlameStore(Path file, String head) {
    this.file = file;
    this.head = head;
  }

  /** A store that forgets. */
  static BlameStore none() {
    return new BlameStore(null, "");
  }

  /** The store in a file; an empty one if that is of another history or not as we write it. */
  static BlameStore in(Path file, GitHistory history) {
    BlameStore store = new BlameStore(file, history.head().name());
    try {
      if (Files.isRegularFile(file) && Files.size(file) <= LARGEST) {
        store.read(Files.readAllLines(file, StandardCharsets.UTF_8), history);
      }
    } catch (IOException | RuntimeException e) {
      // it only saves time
      store.known.clear();
    }
    return store;
  }

  private void read(List<String> lines, GitHistory history) throws IOException {
    if (lines.isEmpty() || !lines.get(0).startsWith(START)) {
      return;
    }
    ObjectId before = ObjectId.fromString(lines.get(0).substring(START.length()));
    if (!history.isWithin(before, history.head())) {
      return;
    }
    List<LineOrigin> origins = List.of();
    for (String line : lines.subList(1, lines.size())) {
      String[] parts = line.split("\t", -1);
      if (parts.length == 2) {
        origins = new ArrayList<>();
        known.put(line, origins);
      } else {
        addRun(parts, origins);
      }
    }
  }

  private static void addRun(String[] parts, List<LineOrigin> origins) {
    int count = Integer.parseInt(parts[0]);
    int first = Integer.parseInt(parts[2]);
    if (count < 1 || origins.size() + count > LONGEST_FILE || !parts[1].matches("[0-9a-f]{40}")) {
      throw new IllegalArgumentException("not as we write it");
    }
    for (int i = 0; i < count; i++) {
      origins.add(new LineOrigin(parts[1], parts[3], first + i));
    }
  }

  /** The origins of a file that is the same as then. */
  Optional<List<LineOrigin>> origins(String path, String blob) {
    return Optional.ofNullable(known.get(blob + "\t" + path));
  }

  void keep(String path, String blob, List<LineOrigin> lines) {
    boolean isPlain = path.chars().noneMatch(each -> each < ' ');
    if (isPlain && lines.stream().allMatch(LineOrigin::isCommitted)) {
      kept.put(blob + "\t" + path, lines);
    }
  }

  /** Writes what was kept since it was read; what nobody asked for is forgotten. */
  void write() throws IOException {
    if (file == null || kept.isEmpty()) {
      return;
    }
    StringBuilder text = new StringBuilder(START).append(head).append('\n');
    kept.forEach(
        (key, lines) -> {
          text.append(key).append('\n');
          for (int at = 0; at < lines.size(); ) {
            int count = runLength(lines, at);
            LineOrigin first = lines.get(at);
            text.append(count).append('\t').append(first.commit()).append('\t');
            text.append(first.line()).append('\t').append(first.path()).append('\n');
            at += count;
          }
        });
    WholeFile.write(file, draft -> Files.writeString(draft, text));
  }

  private static int runLength(List<LineOrigin> lines, int at) {
    LineOrigin first = lines.get(at);
    int end = at + 1;
    while (end < lines.size()
        && lines
            .get(end)
            .equals(new LineOrigin(first.commit(), first.path(), first.line() + end - at))) {
      end++;
    }
    return end - at;
  }
}
