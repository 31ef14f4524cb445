package dev.zonegate.gate;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.deser.std.FromStringDeserializer;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.jsontype.BasicPolymorphicTypeValidator;
import com.fasterxml.jackson.databind.jsontype.PolymorphicTypeValidator;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import dev.zonegate.facts.Fact;
import dev.zonegate.model.Notification;
import dev.zonegate.rule.Evidence;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Keeps results as lines of JSON: one about the whole, then one a file, sorted. */
public final class ResultsFile {
  public static final String NAME = "results.jsonl";
  private static final int FORMAT = 2;

  /** Results lie where the code that is judged can write: nothing else may be made from them. */
  private static final PolymorphicTypeValidator OUR_RECORDS =
      BasicPolymorphicTypeValidator.builder()
          .allowIfSubType("dev.zonegate.facts.")
          .allowIfSubType("dev.zonegate.rules.")
          .build();

  private static final ObjectMapper JSON =
      JsonMapper.builder()
          .addModule(dates())
          .addMixIn(Fact.class, NamedByClass.class)
          .addMixIn(Evidence.class, NamedByClass.class)
          .polymorphicTypeValidator(OUR_RECORDS)
          .defaultPropertyInclusion(
              JsonInclude.Value.construct(JsonInclude.Include.NON_NULL, JsonInclude.Include.ALWAYS))
          // records only: what they hold, not what they answer
          .visibility(PropertyAccessor.IS_GETTER, JsonAutoDetect.Visibility.NONE)
          .visibility(PropertyAccessor.FIELD, JsonAutoDetect.Visibility.ANY)
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .build();

  @JsonTypeInfo(use = JsonTypeInfo.Id.CLASS, property = "is")
  private interface NamedByClass {}

  private record Head(int format, String key, List<Notification> notifications) {}

  private ResultsFile() {}

  /** Writes results; the file is there whole or not at all. */
  public static void write(Results results, Path file) throws IOException {
    Files.createDirectories(file.getParent());
    Path draft = Files.createTempFile(file.getParent(), NAME, ".tmp");
    try {
      writeLines(results, draft);
      Files.move(draft, file, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(draft);
    }
  }

  private static void writeLines(Results results, Path file) throws IOException {
    try (BufferedWriter out = Files.newBufferedWriter(file)) {
      out.write(JSON.writeValueAsString(new Head(FORMAT, results.key(), results.notifications())));
      out.write('\n');
      for (FileRecord each : results.files()) {
        out.write(JSON.writeValueAsString(each));
        out.write('\n');
      }
    }
  }

  /** Reads results; empty if there are none or of another version. Removes a damaged file. */
  public static Optional<Results> read(Path file) throws IOException {
    if (!Files.isRegularFile(file)) {
      return Optional.empty();
    }
    try (BufferedReader in = Files.newBufferedReader(file)) {
      String first = in.readLine();
      Head head = first == null ? null : JSON.readValue(first, Head.class);
      if (head == null || head.format() != FORMAT) {
        return Optional.empty();
      }
      List<FileRecord> files = new ArrayList<>();
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        files.add(JSON.readValue(line, FileRecord.class));
      }
      return Optional.of(new Results(head.key(), files, orEmpty(head.notifications())));
    } catch (JsonProcessingException | CharacterCodingException e) {
      Files.delete(file);
      return Optional.empty();
    }
  }

  private static <T> List<T> orEmpty(List<T> list) {
    return list == null ? List.of() : list;
  }

  private static SimpleModule dates() {
    SimpleModule module = new SimpleModule();
    module.addSerializer(LocalDate.class, ToStringSerializer.instance);
    module.addDeserializer(
        LocalDate.class,
        new FromStringDeserializer<LocalDate>(LocalDate.class) {
          private static final long serialVersionUID = 1L;

          @Override
          protected LocalDate _deserialize(
              String text, com.fasterxml.jackson.databind.DeserializationContext context) {
            return LocalDate.parse(text);
          }
        });
    return module;
  }
}
