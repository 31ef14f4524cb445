package dev.zonegate.stored;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Some sections as they are stored: what tells of each, then their bytes. Of thousands of files
 * most are only copied, so that not even their number is looked at before somebody asks. Serves
 * many threads.
 */
public final class Sections {
  /** Bytes that tell of a section, besides its name. */
  private static final int FEWEST = 2 * Integer.BYTES + 2 * Long.BYTES + Short.BYTES;

  private final int records;
  private final byte[] bytes;
  private final int from;
  private final int length;
  private volatile List<Section> read;

  /**
   * Of bytes that nobody changes.
   *
   * @param records how many there are in all sections
   */
  public Sections(int records, byte[] bytes, int from, int length) {
    this.records = records;
    this.bytes = bytes;
    this.from = from;
    this.length = length;
  }

  /** Puts sections together; none take no room. */
  public static Sections of(List<Section> sections) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(all)) {
      if (!sections.isEmpty()) {
        out.writeInt(sections.size());
      }
      for (Section each : sections) {
        out.writeInt(each.count());
        out.writeLong(each.what());
        out.writeLong(each.where());
        out.writeInt(each.length());
        byte[] name = each.name().getBytes(StandardCharsets.UTF_8);
        out.writeShort(name.length);
        out.write(name);
      }
      for (Section each : sections) {
        each.writeTo(out);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("memory does not fail", e);
    }
    int records = sections.stream().mapToInt(Section::count).sum();
    return new Sections(records, all.toByteArray(), 0, all.size());
  }

  /** How many records there are in all sections. */
  public int records() {
    return records;
  }

  /** In bytes. */
  public int length() {
    return length;
  }

  /** Copies the bytes. */
  public void writeTo(OutputStream out) throws IOException {
    out.write(bytes, from, length);
  }

  /**
   * The sections.
   *
   * @throws UnreadableException if they were written otherwise
   */
  public List<Section> all() {
    List<Section> known = read;
    if (known == null) {
      try {
        known = length == 0 ? List.of() : sections(ByteBuffer.wrap(bytes, from, length));
      } catch (BufferUnderflowException e) {
        throw new UnreadableException("it ends too early", e);
      }
      if (known.stream().mapToLong(Section::count).sum() != records) {
        throw new UnreadableException("it holds more or less than it promises");
      }
      read = known;
    }
    return known;
  }

  private List<Section> sections(ByteBuffer in) {
    int number = in.getInt();
    if (number < 0 || number > in.remaining() / FEWEST) {
      throw new UnreadableException("it promises more than it holds");
    }
    List<String> names = new ArrayList<>();
    int[] counts = new int[number];
    int[] lengths = new int[number];
    long[] digests = new long[2 * number];
    for (int i = 0; i < number; i++) {
      counts[i] = in.getInt();
      digests[2 * i] = in.getLong();
      digests[2 * i + 1] = in.getLong();
      lengths[i] = in.getInt();
      byte[] name = new byte[Math.min(Short.toUnsignedInt(in.getShort()), in.remaining())];
      in.get(name);
      names.add(new String(name, StandardCharsets.UTF_8));
    }
    List<Section> sections = new ArrayList<>();
    int at = in.position();
    for (int i = 0; i < number; i++) {
      if (counts[i] < 0 || lengths[i] < counts[i] || lengths[i] > from + length - at) {
        throw new UnreadableException("it promises more than it holds");
      }
      long what = digests[2 * i];
      sections.add(
          new Section(names.get(i), counts[i], what, digests[2 * i + 1], bytes, at, lengths[i]));
      at += lengths[i];
    }
    return List.copyOf(sections);
  }
}
