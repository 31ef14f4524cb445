package dev.zonegate.report;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import dev.zonegate.files.JsonFault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What an earlier report in JSON came to.
 *
 * @param label the name of its file, without the ending
 */
public record EarlierRun(String label, int errors, int warnings, int notes, int blocking) {
  private static final int MOST = 12;
  private static final long LARGEST = 64L * 1024 * 1024;
  private static final String END = ".json";
  private static final JsonFactory JSON =
      JsonFactory.builder()
          .streamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(32).build())
          .build();

  /**
   * The last ones that a folder holds of what is judged, by the names of their files. Other JSON is
   * left out.
   *
   * @param name of what is judged
   * @throws IOException if a file cannot be read or is no JSON
   */
  public static List<EarlierRun> in(Path folder, String name) throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    List<Path> files;
    try (Stream<Path> all = Files.list(folder)) {
      files = all.filter(each -> each.toString().endsWith(END)).sorted().toList();
    }
    List<EarlierRun> runs = new ArrayList<>();
    for (int i = files.size() - 1; i >= 0 && runs.size() < MOST; i--) {
      read(files.get(i), name).ifPresent(each -> runs.add(0, each));
    }
    return runs;
  }

  private static Optional<EarlierRun> read(Path file, String name) throws IOException {
    String label = file.getFileName().toString().replaceFirst("\\.json$", "");
    if (!Files.isRegularFile(file) || Files.size(file) > LARGEST) {
      return Optional.empty();
    }
    try (JsonParser in = JSON.createParser(file.toFile())) {
      return in.nextToken() == JsonToken.START_OBJECT ? read(in, label, name) : Optional.empty();
    } catch (JacksonException e) {
      // no cause: Maven would print what it says of the text
      throw new IOException(
          file
              + " is no JSON report; take it away: "
              + JsonFault.what(e)
              + ", in line "
              + JsonFault.line(e));
    }
  }

  private static Optional<EarlierRun> read(JsonParser in, String label, String name)
      throws IOException {
    boolean isOfName = false;
    for (String key = in.nextFieldName(); key != null; key = in.nextFieldName()) {
      JsonToken value = in.nextToken();
      if (key.equals("name")) {
        isOfName = name.equals(in.getValueAsString());
      } else if (key.equals("zones") && value == JsonToken.START_ARRAY) {
        // they stand behind the name, and what is behind them is not needed
        return isOfName ? Optional.of(zones(in, label)) : Optional.empty();
      } else {
        in.skipChildren();
      }
    }
    return Optional.empty();
  }

  private static EarlierRun zones(JsonParser in, String label) throws IOException {
    EarlierRun sum = new EarlierRun(label, 0, 0, 0, 0);
    while (in.nextToken() == JsonToken.START_OBJECT) {
      for (String key = in.nextFieldName(); key != null; key = in.nextFieldName()) {
        int value = in.nextIntValue(0);
        sum = sum.with(key, Math.max(0, Math.min(1_000_000, value)));
        in.skipChildren();
      }
    }
    return sum;
  }

  private EarlierRun with(String key, int more) {
    return switch (key) {
      case "errors" -> new EarlierRun(label, errors + more, warnings, notes, blocking);
      case "warnings" -> new EarlierRun(label, errors, warnings + more, notes, blocking);
      case "notes" -> new EarlierRun(label, errors, warnings, notes + more, blocking);
      case "blocking" -> new EarlierRun(label, errors, warnings, notes, blocking + more);
      default -> this;
    };
  }

  int all() {
    return errors + warnings + notes;
  }
}
