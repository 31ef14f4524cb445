package dev.zonegate.kept;

import dev.zonegate.files.CheckedBytes;
import dev.zonegate.increment.Stamp;
import dev.zonegate.report.Line;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Keeps a verdict in a file, with a checksum. Reading it must take no time, even in a virtual
 * machine that has just started.
 */
public final class KeptFile {
  /** Of a module. */
  public static final String NAME = "verdict.bin";

  /** Of what all modules of a build come to. */
  public static final String OF_BUILD = "build-verdict.bin";

  private static final int FORMAT = 0x5A4E5601;
  private static final Line.Level[] LEVELS = Line.Level.values();

  private KeptFile() {}

  /** Writes a verdict. */
  public static void write(KeptVerdict verdict, Path file) throws IOException {
    CheckedBytes.write(file, FORMAT, out -> write(verdict, out));
  }

  private static void write(KeptVerdict verdict, DataOutputStream out) throws IOException {
    write(verdict.key(), out);
    writeAll(verdict.classpath(), out);
    out.writeBoolean(verdict.isFixed());
    out.writeInt(verdict.lines().size());
    for (Line each : verdict.lines()) {
      out.writeByte(each.level().ordinal());
      write(each.text(), out);
    }
    writeAll(verdict.zones().stream().sorted().toList(), out);
    out.writeBoolean(verdict.areAllZonesUsed());
    writeAll(verdict.blocked(), out);
    writeSeen(verdict.inputs(), out);
    writeSeen(verdict.outputs(), out);
  }

  /** Reads a verdict; empty if there is none, or none that is whole and of this version. */
  public static Optional<KeptVerdict> read(Path file) throws IOException {
    Optional<DataInputStream> content = CheckedBytes.read(file, FORMAT);
    return content.isPresent() ? Optional.of(read(content.get())) : Optional.empty();
  }

  private static KeptVerdict read(DataInputStream in) throws IOException {
    String key = text(in);
    List<String> classpath = texts(in);
    boolean isFixed = in.readBoolean();
    List<Line> lines = new ArrayList<>();
    for (int left = in.readInt(); left > 0; left--) {
      lines.add(new Line(LEVELS[in.readByte()], text(in)));
    }
    Set<String> zones = Set.copyOf(texts(in));
    return new KeptVerdict(
        key, classpath, isFixed, lines, zones, in.readBoolean(), texts(in), seen(in), seen(in));
  }

  private static void writeSeen(List<Seen> all, DataOutputStream out) throws IOException {
    out.writeInt(all.size());
    for (Seen each : all) {
      write(each.path(), out);
      Stamp stamp = each.stamp();
      out.writeBoolean(stamp != null);
      if (stamp != null) {
        out.writeLong(stamp.size());
        out.writeLong(stamp.modified());
        out.writeLong(stamp.changed());
        out.writeLong(stamp.node());
      }
      out.writeBoolean(each.content() != null);
      if (each.content() != null) {
        out.writeLong(each.content());
      }
    }
  }

  private static List<Seen> seen(DataInputStream in) throws IOException {
    List<Seen> all = new ArrayList<>();
    for (int left = in.readInt(); left > 0; left--) {
      String path = text(in);
      Stamp stamp =
          in.readBoolean()
              ? new Stamp(in.readLong(), in.readLong(), in.readLong(), in.readLong())
              : null;
      all.add(new Seen(path, stamp, in.readBoolean() ? in.readLong() : null));
    }
    return all;
  }

  private static void writeAll(List<String> texts, DataOutputStream out) throws IOException {
    out.writeInt(texts.size());
    for (String each : texts) {
      write(each, out);
    }
  }

  private static List<String> texts(DataInputStream in) throws IOException {
    List<String> texts = new ArrayList<>();
    for (int left = in.readInt(); left > 0; left--) {
      texts.add(text(in));
    }
    return texts;
  }

  /** A text of any length. */
  private static void write(String text, DataOutputStream out) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    out.writeInt(bytes.length);
    out.write(bytes);
  }

  private static String text(DataInputStream in) throws IOException {
    return new String(in.readNBytes(in.readInt()), StandardCharsets.UTF_8);
  }
}
