package dev.zonegate.gate;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Reads a file that people write and anybody may have changed: UTF-8, and not too large. */
final class StrictText {
  static final int LONGEST = 256 * 1024;

  private StrictText() {}

  /** The text of a file; a problem names the place in it and what to do. */
  static String of(Path file) throws PolicyException {
    if (!Files.isRegularFile(file)) {
      throw problem(file, "is not a file; write it there or name another");
    }
    byte[] bytes;
    try (InputStream in = Files.newInputStream(file)) {
      bytes = in.readNBytes(LONGEST + 1);
    } catch (IOException e) {
      throw problem(file, "cannot be read: " + e.getClass().getSimpleName());
    }
    if (bytes.length > LONGEST) {
      throw problem(
          place(file, bytes, LONGEST), "is larger than " + LONGEST / 1024 + " KiB; shorten it");
    }
    ByteBuffer left = ByteBuffer.wrap(bytes);
    CharBuffer text = CharBuffer.allocate(bytes.length + 1);
    if (StandardCharsets.UTF_8.newDecoder().decode(left, text, true).isError()) {
      throw problem(place(file, bytes, left.position()), "is not UTF-8; save it as UTF-8");
    }
    return text.flip().toString();
  }

  /** The file with the line and column of a byte. */
  private static String place(Path file, byte[] bytes, int at) {
    int line = 1;
    int start = 0;
    for (int i = 0; i < at; i++) {
      if (bytes[i] == '\n') {
        line++;
        start = i + 1;
      }
    }
    return file + ":" + line + ":" + (at - start + 1) + ":";
  }

  private static PolicyException problem(Object where, String what) {
    return new PolicyException(List.of(where + " " + what));
  }
}
