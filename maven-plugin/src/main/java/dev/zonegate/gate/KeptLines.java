package dev.zonegate.gate;

import java.nio.ByteBuffer;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Optional;

/** The lines that records were read from, so that those that stay are not made again. */
public final class KeptLines {
  private final byte[] bytes;
  private final Map<FileRecord, ByteBuffer> lines = new IdentityHashMap<>();

  /** Lines of a file with these bytes. */
  KeptLines(byte[] bytes) {
    this.bytes = bytes;
  }

  static KeptLines none() {
    return new KeptLines(new byte[0]);
  }

  void add(FileRecord record, int from, int to) {
    lines.put(record, ByteBuffer.wrap(bytes, from, to - from));
  }

  void add(KeptLines others) {
    lines.putAll(others.lines);
  }

  /** The line, with its end, of this very record; empty if it is new. */
  Optional<ByteBuffer> of(FileRecord record) {
    return Optional.ofNullable(lines.get(record));
  }
}
