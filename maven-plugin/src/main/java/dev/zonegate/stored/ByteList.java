package dev.zonegate.stored;

import java.util.Arrays;

/** Bytes one behind the other; a stream of the JDK would take a lock for each. */
final class ByteList {
  private static final int SOME = 512;

  private byte[] bytes = new byte[SOME];
  private int size;

  void add(int next) {
    room(1);
    bytes[size++] = (byte) next;
  }

  void addAll(byte[] more) {
    addAll(more, more.length);
  }

  void addAll(ByteList more) {
    addAll(more.bytes, more.size);
  }

  private void addAll(byte[] more, int length) {
    room(length);
    System.arraycopy(more, 0, bytes, size, length);
    size += length;
  }

  private void room(int more) {
    if (bytes.length - size < more) {
      bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, Math.addExact(size, more)));
    }
  }

  int size() {
    return size;
  }

  byte[] toArray() {
    return Arrays.copyOf(bytes, size);
  }
}
