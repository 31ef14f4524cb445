package dev.zonegate.stored;

import dev.zonegate.increment.Digest;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Records as they are stored, in columns of one type each. They are not looked at until somebody
 * asks for them, and may be copied from one file to another.
 */
public final class Section {
  private final String name;
  private final int count;
  private final long what;
  private final long where;
  private final byte[] bytes;
  private final int from;
  private final int length;

  /**
   * Of bytes that nobody changes.
   *
   * @param name what they are
   * @param count how many each column holds
   * @param what digest of all but the places in them
   * @param where digest of these
   */
  public Section(
      String name, int count, long what, long where, byte[] bytes, int from, int length) {
    this.name = name;
    this.count = count;
    this.what = what;
    this.where = where;
    this.bytes = bytes;
    this.from = from;
    this.length = length;
  }

  /** Some records of one type. */
  public record Column<T>(Class<? extends T> type, List<? extends T> records) {
    public Column {
      records = List.copyOf(records);
    }
  }

  /** What they are. */
  public String name() {
    return name;
  }

  /** How many each column holds. */
  public int count() {
    return count;
  }

  /** Digest of all but the places in them. */
  public long what() {
    return what;
  }

  /** Digest of the places in them. */
  public long where() {
    return where;
  }

  /** In bytes. */
  public int length() {
    return length;
  }

  /** Stores columns of equal length. */
  public static Section of(String name, Column<?>... columns) {
    PackedOutput out = packed(columns);
    byte[] what = out.what();
    byte[] where = out.where();
    byte[] bytes = joined(what, where);
    int count = columns[0].records().size();
    return new Section(name, count, Digest.of(what), Digest.of(where), bytes, 0, bytes.length);
  }

  /** Stores a column that is compared with no other, and has no name and no digests. */
  public static Section plain(Column<?> column) {
    PackedOutput out = packed(column);
    byte[] bytes = joined(out.what(), out.where());
    return new Section("", column.records().size(), 0, 0, bytes, 0, bytes.length);
  }

  private static PackedOutput packed(Column<?>... columns) {
    PackedOutput out = new PackedOutput();
    for (Column<?> each : columns) {
      RecordForm form = RecordForm.of(each.type());
      out.number(form.name().hashCode());
      each.records().forEach(record -> form.write(record, out));
    }
    return out;
  }

  private static byte[] joined(byte[] what, byte[] where) {
    byte[] bytes = Arrays.copyOf(what, what.length + where.length);
    System.arraycopy(where, 0, bytes, what.length, where.length);
    return bytes;
  }

  /**
   * The columns.
   *
   * @param types of which they were
   * @throws UnreadableException if they were written otherwise
   */
  public List<List<?>> read(Class<?>... types) {
    PackedInput in = new PackedInput(bytes, from, length);
    return Arrays.<Class<?>>stream(types).<List<?>>map(each -> column(each, in)).toList();
  }

  private List<?> column(Class<?> type, PackedInput in) {
    RecordForm form = RecordForm.of(type);
    if (in.number() != form.name().hashCode()) {
      throw new UnreadableException("it is of another version");
    }
    List<Object> records = new ArrayList<>();
    for (int left = count; left > 0; left--) {
      Object record = form.read(in);
      if (record == null) {
        throw new UnreadableException("it lacks what it promises");
      }
      records.add(record);
    }
    return records;
  }

  /** Copies the bytes. */
  public void writeTo(OutputStream out) throws IOException {
    out.write(bytes, from, length);
  }
}
