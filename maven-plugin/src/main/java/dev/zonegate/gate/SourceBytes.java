package dev.zonegate.gate;

import dev.zonegate.frontend.SourceInput;
import dev.zonegate.frontend.resource.ResourceReader;
import dev.zonegate.model.Notification;
import dev.zonegate.model.SourceText;
import dev.zonegate.model.Span;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * A source file as read.
 *
 * @param entry which
 * @param content the decoded text, a byte order mark included; null if there is nothing to judge
 * @param sha256 of its bytes; empty if they could not be read
 * @param notifications what went wrong
 */
public record SourceBytes(
    SourceEntry entry, String content, String sha256, List<Notification> notifications) {
  private static final int LARGEST = 8 * 1024 * 1024;
  private static final int PEEK = 8000;

  public SourceBytes {
    notifications = List.copyOf(notifications);
  }

  /** Reads a file; never fails. */
  public static SourceBytes read(SourceEntry entry, Charset encoding) {
    if (!Files.isRegularFile(entry.file())) {
      return unreadable(entry, "", "is no regular file and is not judged");
    }
    byte[] bytes;
    try (InputStream in = Files.newInputStream(entry.file())) {
      bytes = in.readNBytes(LARGEST + 1);
    } catch (IOException e) {
      return unreadable(
          entry, "", "cannot be read: " + e.getClass().getSimpleName() + "; check its permissions");
    }
    String sha256 = Sha256.of(bytes);
    if (bytes.length > LARGEST) {
      return unreadable(
          entry, sha256, "is larger than " + LARGEST / 1024 / 1024 + " MiB and is not judged");
    }
    boolean isWide = isWide(bytes);
    if (!isWide && isBinary(bytes)) {
      return unreadable(entry, sha256, "is not text and is not judged");
    }
    return decoded(entry, bytes, sha256, isWide ? StandardCharsets.UTF_16 : encoding);
  }

  /**
   * What a file begins with, as far as that tells what it is.
   *
   * @return empty if it has no text or cannot be read
   */
  static String head(Path file) {
    if (!Files.isRegularFile(file)) {
      return "";
    }
    try (InputStream in = Files.newInputStream(file)) {
      byte[] bytes = in.readNBytes(ResourceReader.HEAD);
      return new String(bytes, isWide(bytes) ? StandardCharsets.UTF_16 : StandardCharsets.UTF_8);
    } catch (IOException e) {
      return "";
    }
  }

  private static boolean isWide(byte[] bytes) {
    return startsWith(bytes, 0xFE, 0xFF) || startsWith(bytes, 0xFF, 0xFE);
  }

  private static SourceBytes decoded(
      SourceEntry entry, byte[] bytes, String sha256, Charset encoding) {
    try {
      String text = encoding.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      return new SourceBytes(entry, text, sha256, List.of());
    } catch (CharacterCodingException e) {
      Notification notification =
          new Notification(
              entry.path(),
              Span.NONE,
              Notification.Kind.ENCODING,
              "is not "
                  + encoding
                  + " and was read as ISO-8859-1; convert it or set `zonegate.sourceEncoding`");
      String text = new String(bytes, StandardCharsets.ISO_8859_1);
      return new SourceBytes(entry, text, sha256, List.of(notification));
    }
  }

  /** The file for a front-end. */
  public SourceInput input() {
    return new SourceInput(entry.path(), SourceText.of(content), entry.role());
  }

  /** The same file, on which a front-end failed. */
  SourceBytes failed(String what) {
    return unreadable(entry, sha256, what);
  }

  private static SourceBytes unreadable(SourceEntry entry, String sha256, String what) {
    Notification notification =
        new Notification(entry.path(), Span.NONE, Notification.Kind.FILE, what);
    return new SourceBytes(entry, null, sha256, List.of(notification));
  }

  private static boolean startsWith(byte[] bytes, int first, int second) {
    return bytes.length > 1 && (bytes[0] & 0xFF) == first && (bytes[1] & 0xFF) == second;
  }

  private static boolean isBinary(byte[] bytes) {
    for (int i = 0; i < Math.min(bytes.length, PEEK); i++) {
      if (bytes[i] == 0) {
        return true;
      }
    }
    return false;
  }
}
