package dev.zonegate.report;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** The texts that pages are made of. */
final class Resource {
  private Resource() {}

  /** A file of {@code zonegate/html}. */
  static String text(String name) throws IOException {
    try (InputStream in = Resource.class.getResourceAsStream("/zonegate/html/" + name)) {
      if (in == null) {
        throw new IOException("the plugin lacks zonegate/html/" + name);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
