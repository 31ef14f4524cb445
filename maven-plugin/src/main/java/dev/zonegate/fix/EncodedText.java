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
 * @param mark what stands before the text
 * @param text without the mark
 */
record EncodedText(ByteOrderMark mark, Charset charset, String text) {
  /** Reads bytes as the analysis does; empty if they could not be written back as they are. */
  static Optional<EncodedText> of(byte[] bytes, Charset charset) {
    if (ByteOrderMark.BIG.isAtStartOf(bytes)) {
      return decoded(bytes, ByteOrderMark.BIG, StandardCharsets.UTF_16BE);
    }
    if (ByteOrderMark.LITTLE.isAtStartOf(bytes)) {
      return decoded(bytes, ByteOrderMark.LITTLE, StandardCharsets.UTF_16LE);
    }
    boolean isUtf8 = charset.equals(StandardCharsets.UTF_8);
    boolean isMarked = isUtf8 && ByteOrderMark.UTF_8.isAtStartOf(bytes);
    ByteOrderMark mark = isMarked ? ByteOrderMark.UTF_8 : ByteOrderMark.NONE;
    for (Charset each : List.of(charset, StandardCharsets.ISO_8859_1)) {
      Optional<EncodedText> text = decoded(bytes, mark, each);
      if (text.isPresent()) {
        return text;
      }
    }
    return Optional.empty();
  }

  /**
   * Reads bytes by one encoding.
   *
   * @return the text; empty if they cannot be decoded so, or not be written back as they were
   */
  private static Optional<EncodedText> decoded(byte[] bytes, ByteOrderMark mark, Charset charset) {
    try {
      int start = mark.bytes().length;
      ByteBuffer rest = ByteBuffer.wrap(bytes, start, bytes.length - start);
      String text = charset.newDecoder().decode(rest).toString();
      EncodedText decoded = new EncodedText(mark, charset, text);
      boolean isSame = Arrays.equals(decoded.bytes(), bytes) && !text.startsWith("\uFEFF");
      return isSame ? Optional.of(decoded) : Optional.empty();
    } catch (IOException e) {
      return Optional.empty();
    }
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
    byte[] start = mark.bytes();
    byte[] all = Arrays.copyOf(start, start.length + encoded.remaining());
    encoded.get(all, start.length, encoded.remaining());
    return all;
  }
}
