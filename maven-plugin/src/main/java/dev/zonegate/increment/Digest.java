package dev.zonegate.increment;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** Numbers by which contents are compared: the start of their SHA-256. */
public final class Digest {
  private Digest() {}

  /** The number of a text. */
  public static long of(CharSequence text) {
    return of(text.toString().getBytes(StandardCharsets.UTF_8));
  }

  /** The number of these bytes. */
  public static long of(byte[] bytes) {
    try {
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(bytes);
      long number = 0;
      for (int i = 0; i < Long.BYTES; i++) {
        number = number << Byte.SIZE | hash[i] & 0xFF;
      }
      return number;
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
