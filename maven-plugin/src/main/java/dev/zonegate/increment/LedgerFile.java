package dev.zonegate.increment;

import dev.zonegate.files.CheckedBytes;
import dev.zonegate.increment.Ledger.Source;
import dev.zonegate.increment.Ledger.Unit;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.UTFDataFormatException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Keeps a ledger in a file, with a checksum. */
public final class LedgerFile {
  public static final String NAME = "ledger.bin";
  private static final int FORMAT = 0x5A4E4701;

  private LedgerFile() {}

  /** Writes a ledger. */
  public static void write(Ledger ledger, Path file) throws IOException {
    CheckedBytes.write(file, FORMAT, out -> write(ledger, out));
  }

  private static void write(Ledger ledger, DataOutputStream out) throws IOException {
    out.writeUTF(ledger.key());
    out.writeLong(ledger.results());
    out.writeInt(ledger.sources().size());
    for (Map.Entry<String, Source> each : ledger.sources().entrySet()) {
      out.writeUTF(each.getKey());
      write(each.getValue().stamp(), out);
      out.writeUTF(each.getValue().kind());
      out.writeUTF(each.getValue().sha256());
      write(each.getValue().words(), out);
    }
    out.writeInt(ledger.units().size());
    for (Map.Entry<String, Unit> each : ledger.units().entrySet()) {
      out.writeUTF(each.getKey());
      write(each.getValue().stamp(), out);
      out.writeLong(each.getValue().digest());
      write(each.getValue().shown(), out);
    }
  }

  /** Reads a ledger; empty if there is none, or none that is whole and that we wrote. */
  public static Optional<Ledger> read(Path file) throws IOException {
    Optional<DataInputStream> content = CheckedBytes.read(file, FORMAT);
    try {
      return content.isPresent() ? Optional.of(read(content.get())) : Optional.empty();
    } catch (EOFException | UTFDataFormatException e) {
      // what is judged can write there, and a right checksum with it
      return Optional.empty();
    }
  }

  private static Ledger read(DataInputStream in) throws IOException {
    String key = in.readUTF();
    long results = in.readLong();
    Map<String, Source> sources = new TreeMap<>();
    for (int left = in.readInt(); left > 0; left--) {
      String path = in.readUTF();
      Stamp stamp = stamp(in);
      sources.put(path, new Source(stamp, in.readUTF(), in.readUTF(), words(in)));
    }
    Map<String, Unit> units = new TreeMap<>();
    for (int left = in.readInt(); left > 0; left--) {
      String path = in.readUTF();
      units.put(path, new Unit(stamp(in), in.readLong(), shown(in)));
    }
    return new Ledger(key, results, sources, units);
  }

  private static void write(Stamp stamp, DataOutputStream out) throws IOException {
    out.writeLong(stamp.size());
    out.writeLong(stamp.modified());
    out.writeLong(stamp.changed());
    out.writeLong(stamp.node());
  }

  private static Stamp stamp(DataInputStream in) throws IOException {
    return new Stamp(in.readLong(), in.readLong(), in.readLong(), in.readLong());
  }

  private static void write(Words words, DataOutputStream out) throws IOException {
    int[] numbers = words.numbers();
    ByteBuffer buffer = ByteBuffer.allocate(Integer.BYTES * numbers.length);
    buffer.asIntBuffer().put(numbers);
    out.writeInt(numbers.length);
    out.write(buffer.array());
  }

  private static Words words(DataInputStream in) throws IOException {
    int count = in.readInt();
    if (count < 0 || count > in.available() / Integer.BYTES) {
      throw new EOFException("it promises more than it holds");
    }
    int[] numbers = new int[count];
    byte[] bytes = new byte[Integer.BYTES * numbers.length];
    in.readFully(bytes);
    ByteBuffer.wrap(bytes).asIntBuffer().get(numbers);
    return new Words(numbers);
  }

  private static void write(Shown shown, DataOutputStream out) throws IOException {
    out.writeBoolean(shown != null);
    if (shown != null) {
      out.writeBoolean(shown.isForAll());
      write(shown.names(), out);
      out.writeLong(shown.shape());
      out.writeInt(shown.members().size());
      for (Map.Entry<Integer, Long> each : shown.members().entrySet()) {
        out.writeInt(each.getKey());
        out.writeLong(each.getValue());
      }
      write(shown.mentions(), out);
    }
  }

  private static Shown shown(DataInputStream in) throws IOException {
    if (!in.readBoolean()) {
      return null;
    }
    boolean isForAll = in.readBoolean();
    Words names = words(in);
    long shape = in.readLong();
    Map<Integer, Long> members = new TreeMap<>();
    for (int left = in.readInt(); left > 0; left--) {
      members.put(in.readInt(), in.readLong());
    }
    return new Shown(isForAll, names, shape, members, words(in));
  }
}
