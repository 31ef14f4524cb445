package dev.zonegate.fix;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * A text with what its bytes looked like, so that only what is edited changes.
 *
 * @param mark the byte order mark; empty if there is none
 * @param text without the mark
 */
record EncodedText(byte[] mark, Charset charset, String text) {
  private static final byte[] NO_MARK = {};
  private static final byte[] UTF_8_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};
  private static final byte[] BIG_MARK = {(byte) 0xFE, (byte) 0xFF};
  private static final byte[] LITTLE_MARK = {(byte) 0xFF, (byte) 0xFE};

  /** Reads bytes as the analysis does; empty if they could not be written back as they are. */
  static Optional<EncodedText> of(byte[] bytes, Charset charset) {
    if (startsWith(bytes, BIG_MARK)) {
      return decoded(bytes, BIG_MARK, StandardCharsets.UTF_16BE);
    }
    if (startsWith(bytes, LITTLE_MARK)) {
      return decoded(bytes, LITTLE_MARK, StandardCharsets.UTF_16LE);
    }
    boolean isUtf8 = charset.equals(StandardCharsets.UTF_8);
    byte[] mark = isUtf8 && startsWith(bytes, UTF_8_MARK) ? UTF_8_MARK : NO_MARK;
    for (Charset each : List.of(charset, StandardCharsets.ISO_8859_1)) {
      Optional<EncodedText> text = decoded(bytes, mark, each);
      if (text.isPresent()) {
        return text;
      }
    }
    return Optional.empty();
  }

  private static Optional<EncodedText> decoded(byte[] bytes, byte[] mark, Charset charset) {
    try {
      ByteBuffer rest = ByteBuffer.wrap(bytes, mark.length, bytes.length - mark.length);
      String text = charset.newDecoder().decode(rest).toString();
      EncodedText decoded = new EncodedText(mark, charset, text);
      boolean isSame = Arrays.equals(decoded.bytes(), bytes) && !text.startsWith("\uFEFF");
      return isSame ? Optional.of(decoded) : Optional.empty();
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private static boolean startsWith(byte[] bytes, byte[] start) {
    return bytes.length >= start.length
        && Arrays.equals(bytes, 0, start.length, start, 0, start.length);
  }

  /** Another text, encoded alike. */
  EncodedText with(String other) {
    return new EncodedText(mark, charset, other);
  }

  /** Whether a patch, which is made of lines of bytes, can speak of it. */
  boolean isOfSingleBytes() {
    return !charset.equals(StandardCharsets.UTF_16BE) && !charset.equals(StandardCharsets.UTF_16LE);
  }

  /** The bytes of the file. */
  byte[] bytes() throws CharacterCodingException {
    ByteBuffer encoded = charset.newEncoder().encode(CharBuffer.wrap(text));
    byte[] all = Arrays.copyOf(mark, mark.length + encoded.remaining());
    encoded.get(all, mark.length, encoded.remaining());
    return all;
  }
}
