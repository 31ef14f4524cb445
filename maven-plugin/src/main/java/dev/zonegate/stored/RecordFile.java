package dev.zonegate.stored;

import dev.zonegate.files.CheckedBytes;
import java.io.DataInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** A record in a file of its own, with a checksum. */
public final class RecordFile {
  private static final int FORMAT = 0x5A4E4601;

  private RecordFile() {}

  /** Writes a record; the file is there whole or as it was. */
  public static void write(Record record, Path file) throws IOException {
    Section section = Section.plain(new Section.Column<>(record.getClass(), List.of(record)));
    CheckedBytes.write(file, FORMAT, section::writeTo);
  }

  /**
   * Reads a record; empty if there is none, or none that is whole.
   *
   * @throws UnreadableException if it is another one
   */
  public static <T> Optional<T> read(Class<T> type, Path file) throws IOException {
    Optional<DataInputStream> content = CheckedBytes.read(file, FORMAT);
    if (content.isEmpty()) {
      return Optional.empty();
    }
    byte[] bytes = content.get().readAllBytes();
    Section section = new Section("", 1, 0, 0, bytes, 0, bytes.length);
    return Optional.of(type.cast(section.read(type).get(0).get(0)));
  }
}
