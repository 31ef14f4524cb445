package dev.zonegate.facts;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;

/**
 * The facts of a project in a file, a line of JSON each, so that a host that sees one file at a
 * time can settle what depends on others. The gate writes it; it holds no secret and no path of the
 * machine.
 */
public final class FactsFile {
  private static final String KIND = "is";
  private static final ObjectMapper JSON =
      JsonMapper.builder()
          // records only: what they hold, not what they answer
          .visibility(PropertyAccessor.IS_GETTER, JsonAutoDetect.Visibility.NONE)
          .visibility(PropertyAccessor.FIELD, JsonAutoDetect.Visibility.ANY)
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .build();
  private static final AtomicReference<Read> LATEST = new AtomicReference<>();

  private final Project project;
  private final Map<String, List<Fact>> byPath = new HashMap<>();

  private record Read(Path path, FileTime time, FactsFile facts) {}

  private FactsFile(List<Fact> facts) {
    project = Project.whole(facts);
    facts.forEach(each -> byPath.computeIfAbsent(each.path(), k -> new ArrayList<>()).add(each));
  }

  /** Writes facts, those of one file together and in their order. */
  public static void write(Collection<? extends Fact> facts, Path file) throws IOException {
    try (BufferedWriter out = Files.newBufferedWriter(file)) {
      for (Fact each : facts.stream().sorted(Comparator.comparing(Fact::path)).toList()) {
        ObjectNode line = JSON.createObjectNode().put(KIND, each.getClass().getSimpleName());
        line.setAll((ObjectNode) JSON.valueToTree(each));
        out.write(JSON.writeValueAsString(line));
        out.write('\n');
      }
    }
  }

  /**
   * Reads a file, or takes what was read of it before if it has not changed since.
   *
   * @throws IOException if it cannot be read, or is no such file, with the number of the line
   */
  public static FactsFile read(Path file) throws IOException {
    FileTime time = Files.getLastModifiedTime(file);
    Read latest = LATEST.get();
    if (latest == null || !latest.path().equals(file) || !latest.time().equals(time)) {
      latest = new Read(file, time, new FactsFile(facts(file)));
      LATEST.set(latest);
    }
    return latest.facts();
  }

  /**
   * The project with one file as it is now.
   *
   * @param path of the file, absolute or relative
   * @param facts of the file
   */
  public Project with(String path, List<Fact> facts) {
    String known = relative(path);
    if (byPath.getOrDefault(known, List.of()).equals(facts)) {
      return project;
    }
    List<Fact> all = new ArrayList<>(facts);
    byPath.forEach((each, others) -> all.addAll(each.equals(known) ? List.of() : others));
    return Project.whole(all);
  }

  /** What this file calls the file, which may be named from another folder. */
  private String relative(String path) {
    for (int at = 0; at >= 0; at = path.indexOf('/', at) + 1) {
      if (byPath.containsKey(path.substring(at))) {
        return path.substring(at);
      }
      if (path.indexOf('/', at) < 0) {
        break;
      }
    }
    return path;
  }

  private static List<Fact> facts(Path file) throws IOException {
    List<Fact> facts = new ArrayList<>();
    try (BufferedReader in = Files.newBufferedReader(file)) {
      int number = 1;
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        try {
          facts.add(fact(line));
        } catch (JsonProcessingException | ClassNotFoundException | ClassCastException e) {
          throw noFact(file, number, e);
        }
        number++;
      }
    }
    return facts;
  }

  /** Has the place of the fault but not the fault, whose message repeats what stands there. */
  private static IOException noFact(Path file, int line, Exception fault) {
    IOException failed =
        new IOException(file + ":" + line + ": no fact of this version; write the file anew");
    failed.setStackTrace(fault.getStackTrace());
    return failed;
  }

  private static Fact fact(String line) throws JsonProcessingException, ClassNotFoundException {
    ObjectNode object = (ObjectNode) JSON.readTree(line);
    JsonNode kind = object.remove(KIND);
    String name = Fact.class.getPackageName() + "." + (kind == null ? "" : kind.asText());
    Class<?> type = Class.forName(name, false, Fact.class.getClassLoader());
    return JSON.treeToValue(object, type.asSubclass(Fact.class));
  }
}
