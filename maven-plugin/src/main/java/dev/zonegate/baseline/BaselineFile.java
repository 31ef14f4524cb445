package dev.zonegate.baseline;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonParser.NumberType;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import dev.zonegate.files.JsonFault;
import dev.zonegate.files.WholeFile;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Keeps a baseline as JSON, an entry a line, so that versions of it can be compared and merged. */
public final class BaselineFile {
  /** Where it is, relative to the folder of the policy. */
  public static final String NAME = ".zonegate/baseline.json";

  static final long LARGEST = 64L * 1024 * 1024;
  private static final int FORMAT = 1;
  private static final int LONGEST = 4000;
  private static final int DEEPEST = 10;
  private static final int MOST = 1_000_000;
  private static final Set<String> TEXTS = Set.of("path", "package", "rule", "context", "what");
  private static final String ANOTHER_KIND =
      "is no baseline: a value of another kind than expected";

  private static final JsonFactory JSON =
      JsonFactory.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxStringLength(LONGEST)
                  .maxNestingDepth(DEEPEST)
                  .build())
          .build();

  private final Path root;
  private final String name;
  private final List<BaselineEntry> entries = new ArrayList<>();
  private final Set<BaselineEntry.Key> known = new HashSet<>();

  private BaselineFile(Path root, Path file) {
    this.root = root;
    Path shown = file.startsWith(root) ? root.relativize(file) : file;
    this.name = shown.toString().replace('\\', '/');
  }

  /** Reads a baseline whose paths are relative to {@code root}; an empty one if there is none. */
  public static Baseline read(Path root, Path file) throws BaselineException {
    return new BaselineFile(root, file).read(file);
  }

  private Baseline read(Path file) throws BaselineException {
    if (!Files.exists(file)) {
      return new Baseline(root, name, List.of());
    }
    try {
      if (!Files.isRegularFile(file) || Files.size(file) > LARGEST) {
        throw problem(0, 0, "is no file of at most " + LARGEST / 1024 / 1024 + " MiB");
      }
      try (JsonParser in = JSON.createParser(file.toFile())) {
        document(in);
      }
    } catch (JsonProcessingException e) {
      throw problem(JsonFault.line(e), JsonFault.column(e), "is no baseline: " + JsonFault.what(e));
    } catch (IOException e) {
      throw problem(0, 0, "cannot be read: " + e.getClass().getSimpleName());
    }
    return new Baseline(root, name, entries);
  }

  private void document(JsonParser in) throws IOException, BaselineException {
    expect(in, in.nextToken(), JsonToken.START_OBJECT, "`{`");
    expect(in, in.nextToken(), JsonToken.FIELD_NAME, "`version`");
    boolean isOurs =
        in.currentName().equals("version") && in.nextToken() == JsonToken.VALUE_NUMBER_INT;
    if (!isOurs || in.getIntValue() != FORMAT) {
      throw here(in, "does not start with `\"version\": " + FORMAT + "`, the only one known");
    }
    expect(in, in.nextToken(), JsonToken.FIELD_NAME, "`findings`");
    if (!in.currentName().equals("findings")) {
      throw here(in, "has a key other than `findings`");
    }
    expect(in, in.nextToken(), JsonToken.START_ARRAY, "a list");
    for (JsonToken each = in.nextToken(); each != JsonToken.END_ARRAY; each = in.nextToken()) {
      expect(in, each, JsonToken.START_OBJECT, "an entry");
      entry(in);
    }
    expect(in, in.nextToken(), JsonToken.END_OBJECT, "`}`");
    if (in.nextToken() != null) {
      throw here(in, "goes on after its end");
    }
  }

  private void entry(JsonParser in) throws IOException, BaselineException {
    int line = in.currentTokenLocation().getLineNr();
    int column = in.currentTokenLocation().getColumnNr();
    BaselineEntry entry = written(in, line);
    String fault = fault(entry);
    if (!fault.isEmpty()) {
      throw problem(line, column, fault);
    }
    if (!known.add(entry.key())) {
      throw problem(line, column, "lists the same finding twice");
    }
    entries.add(entry);
    if (entries.size() > MOST) {
      throw problem(line, column, "has more than " + MOST + " entries");
    }
  }

  /** Read key by key: to bind it to a class costs a tenth of a second in a cold machine. */
  private BaselineEntry written(JsonParser in, int line) throws IOException, BaselineException {
    Map<String, String> texts = new HashMap<>();
    int count = 0;
    for (JsonToken each = in.nextToken(); each != JsonToken.END_OBJECT; each = in.nextToken()) {
      String key = in.currentName();
      JsonToken value = in.nextToken();
      if (key.equals("count")) {
        if (value != JsonToken.VALUE_NUMBER_INT || in.getNumberType() != NumberType.INT) {
          throw here(in, ANOTHER_KIND);
        }
        count = in.getIntValue();
      } else if (!TEXTS.contains(key)) {
        throw here(in, "is no baseline: a key that is not known");
      } else if (value == JsonToken.VALUE_STRING) {
        texts.put(key, in.getText());
      } else if (value != JsonToken.VALUE_NULL) {
        throw here(in, ANOTHER_KIND);
      }
    }
    return new BaselineEntry(
        texts.get("path"),
        texts.get("package"),
        texts.get("rule"),
        texts.get("context"),
        count,
        texts.get("what"),
        line);
  }

  private static String fault(BaselineEntry entry) {
    if (entry.path() == null || !isInside(entry.path())) {
      return "has a `path` that is not relative, with `/`, and inside the project";
    }
    if (entry.rule() == null || !entry.rule().matches("[A-Za-z0-9]{1,60}\\.[A-Za-z0-9]{1,60}")) {
      return "has a `rule` that is no pattern such as `TimeZone.implicitNow`";
    }
    if (entry.context() == null || !entry.context().matches("[0-9a-f]{16}")) {
      return "has a `context` that is not 16 hexadecimal digits";
    }
    if (entry.packageName() == null || entry.what() == null) {
      return "has an entry without `package` or `what`";
    }
    return entry.count() > 0 && entry.count() <= MOST ? "" : "has a `count` below 1 or too large";
  }

  private static boolean isInside(String path) {
    return path.matches("[^\\p{Cntrl}\\\\]{1,2000}")
        && !path.startsWith("/")
        && !path.matches("[A-Za-z]:.*")
        && !("/" + path + "/").contains("/../");
  }

  private void expect(JsonParser in, JsonToken found, JsonToken wanted, String what)
      throws IOException, BaselineException {
    if (found != wanted) {
      throw here(in, "lacks " + what);
    }
  }

  private BaselineException here(JsonParser in, String what) {
    return problem(
        in.currentTokenLocation().getLineNr(), in.currentTokenLocation().getColumnNr(), what);
  }

  private BaselineException problem(int line, int column, String what) {
    String place = line > 0 ? ":" + line + ":" + Math.max(1, column) : "";
    return new BaselineException(
        name
            + place
            + ": "
            + what
            + "; restore it from version control, or remove it and run `mvn zonegate:baseline`");
  }

  /** Writes a baseline; the file is there whole or as it was. Equal ones give equal bytes. */
  public static void write(Baseline baseline, Path file) throws IOException {
    StringBuilder text = new StringBuilder("{\n\"version\": " + FORMAT + ",\n\"findings\": [");
    String separator = "\n";
    for (BaselineEntry each : baseline.entries()) {
      text.append(separator).append(json(each));
      separator = ",\n";
    }
    text.append("\n]\n}\n");
    WholeFile.write(file, draft -> Files.writeString(draft, text));
  }

  private static String json(BaselineEntry entry) throws IOException {
    StringWriter text = new StringWriter();
    try (JsonGenerator out = JSON.createGenerator(text)) {
      out.writeStartObject();
      out.writeStringField("path", entry.path());
      out.writeStringField("package", entry.packageName());
      out.writeStringField("rule", entry.rule());
      out.writeStringField("context", entry.context());
      out.writeNumberField("count", entry.count());
      out.writeStringField("what", entry.what());
      out.writeEndObject();
    }
    return text.toString();
  }
}
