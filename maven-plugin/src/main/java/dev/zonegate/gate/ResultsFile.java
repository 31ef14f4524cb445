package dev.zonegate.gate;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.deser.std.FromStringDeserializer;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.jsontype.BasicPolymorphicTypeValidator;
import com.fasterxml.jackson.databind.jsontype.PolymorphicTypeValidator;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import dev.zonegate.facts.Fact;
import dev.zonegate.files.WholeFile;
import dev.zonegate.model.Notification;
import dev.zonegate.model.Span;
import dev.zonegate.rule.Evidence;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.zip.CRC32;

/** Keeps results as lines of JSON: one about the whole, then one a file, sorted. */
public final class ResultsFile {
  public static final String NAME = "results.jsonl";
  private static final int FORMAT = 6;
  private static final int BUFFER = 1 << 16;
  private static final String END = "{\"crc32\":\"";

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
          .addMixIn(Span.class, FourNumbers.class)
          .polymorphicTypeValidator(OUR_RECORDS)
          .defaultPropertyInclusion(
              JsonInclude.Value.construct(JsonInclude.Include.NON_NULL, JsonInclude.Include.ALWAYS))
          // records only: what they hold, not what they answer
          .visibility(PropertyAccessor.IS_GETTER, JsonAutoDetect.Visibility.NONE)
          .visibility(PropertyAccessor.FIELD, JsonAutoDetect.Visibility.ANY)
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .build();

  private static final ObjectReader RECORDS = JSON.readerFor(FileRecord.class);

  @JsonTypeInfo(use = JsonTypeInfo.Id.CLASS, property = "is")
  private interface NamedByClass {}

  /** A third of a file was the names of lines and columns. */
  @JsonFormat(shape = JsonFormat.Shape.ARRAY)
  private interface FourNumbers {}

  private record Head(int format, String key, List<Notification> notifications) {}

  private ResultsFile() {}

  /**
   * Results as they were kept.
   *
   * @param checksum of the file
   * @param lines of its records
   */
  public record Kept(Results results, long checksum, KeptLines lines) {}

  /** A file of results that is not as it was written. */
  static final class DamagedException extends IOException {
    private static final long serialVersionUID = 1L;

    DamagedException(Path file) {
      super(file + " is damaged");
    }

    DamagedException(Path file, Throwable cause) {
      super(file + " is damaged", cause);
    }
  }

  /**
   * Writes results; the file is there whole or as it was.
   *
   * @return its checksum
   */
  public static long write(Results results, Path file) throws IOException {
    return write(results, KeptLines.none(), file);
  }

  /** The same, where the lines of some records are known. */
  static long write(Results results, KeptLines known, Path file) throws IOException {
    CRC32 sum = new CRC32();
    WholeFile.write(file, draft -> writeLines(results, known, draft, sum));
    return sum.getValue();
  }

  private static void writeLines(Results results, KeptLines known, Path file, CRC32 sum)
      throws IOException {
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), BUFFER)) {
      byte[] head = line(new Head(FORMAT, results.key(), results.notifications()));
      write(ByteBuffer.wrap(head), out, sum);
      for (FileRecord each : results.files()) {
        Optional<ByteBuffer> line = known.of(each);
        write(line.isPresent() ? line.get() : ByteBuffer.wrap(line(each)), out, sum);
      }
      out.write(end(sum.getValue()));
    }
  }

  private static byte[] line(Object value) throws IOException {
    byte[] text = JSON.writeValueAsBytes(value);
    byte[] line = Arrays.copyOf(text, text.length + 1);
    line[text.length] = '\n';
    return line;
  }

  private static void write(ByteBuffer line, OutputStream out, CRC32 sum) throws IOException {
    out.write(line.array(), line.arrayOffset() + line.position(), line.remaining());
    sum.update(line.array(), line.arrayOffset() + line.position(), line.remaining());
  }

  /**
   * Reads results; empty if there are none, or none of this version that is whole.
   *
   * @throws DamagedException if the checksum is right, but we did not write what is there
   */
  public static Optional<Results> read(Path file) throws IOException {
    return isIntact(bytes(file)) ? readKept(file).map(Kept::results) : Optional.empty();
  }

  /**
   * Reads results; empty if there are none, or of another version.
   *
   * @throws DamagedException if the file is not as it was written
   */
  public static Optional<Kept> readKept(Path file) throws IOException {
    byte[] bytes = bytes(file);
    if (bytes.length > 0 && !isIntact(bytes)) {
      throw new DamagedException(file);
    }
    try {
      return kept(bytes);
    } catch (IOException e) {
      throw new DamagedException(file, e);
    }
  }

  private static byte[] bytes(Path file) throws IOException {
    return Files.isRegularFile(file) ? Files.readAllBytes(file) : new byte[0];
  }

  private static Optional<Kept> kept(byte[] bytes) throws IOException {
    int at = next(bytes, 0);
    if (JSON.readTree(bytes, 0, at).path("format").asInt() != FORMAT) {
      return Optional.empty();
    }
    Head head = JSON.readValue(bytes, 0, at, Head.class);
    List<FileRecord> files = new ArrayList<>();
    KeptLines lines = new KeptLines(bytes);
    for (int end = next(bytes, at); end < bytes.length; end = next(bytes, at)) {
      FileRecord file = RECORDS.readValue(bytes, at, end - at);
      files.add(file);
      lines.add(file, at, end);
      at = end;
    }
    Results results = new Results(head.key(), files, orEmpty(head.notifications()));
    return Optional.of(new Kept(results, checksum(bytes, last(bytes)), lines));
  }

  private static boolean isIntact(byte[] bytes) {
    int last = last(bytes);
    byte[] end = end(checksum(bytes, last));
    return Arrays.equals(bytes, last, bytes.length, end, 0, end.length);
  }

  /** Where the last line starts, which holds the checksum of the others. */
  private static int last(byte[] bytes) {
    int last = Math.max(0, bytes.length - 1);
    while (last > 0 && bytes[last - 1] != '\n') {
      last--;
    }
    return last;
  }

  private static long checksum(byte[] bytes, int length) {
    CRC32 sum = new CRC32();
    sum.update(bytes, 0, length);
    return sum.getValue();
  }

  private static byte[] end(long checksum) {
    return (END + Long.toHexString(checksum) + "\"}\n").getBytes(StandardCharsets.UTF_8);
  }

  /** The offset after the end of a line; of the file if it does not end. */
  private static int next(byte[] bytes, int from) {
    int at = from;
    while (at < bytes.length && bytes[at] != '\n') {
      at++;
    }
    return Math.min(bytes.length, at + 1);
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
