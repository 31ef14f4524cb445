package dev.zonegate.mcp;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Lines of a stream, none longer than is sane. */
final class RequestLines {
  private static final int LONGEST = 8 << 20;

  private final InputStream in;

  RequestLines(InputStream in) {
    this.in = new BufferedInputStream(in);
  }

  /** The next line; empty at the end. */
  Optional<String> next() throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    int c = in.read();
    if (c < 0) {
      return Optional.empty();
    }
    for (; c >= 0 && c != '\n'; c = in.read()) {
      if (line.size() == LONGEST) {
        throw new IOException("a request is longer than " + (LONGEST >> 20) + " MiB");
      }
      line.write(c);
    }
    return Optional.of(line.toString(StandardCharsets.UTF_8));
  }
}
