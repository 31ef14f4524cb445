package dev.zonegate.gate;

import java.util.ArrayList;
import java.util.List;

/**
 * A pattern for packages: {@code com.acme.auth} is that package, {@code com.acme.auth..} it and all
 * below, {@code ..ledger..} any with a part called so, {@code com.*.auth} any one part between.
 */
public final class PackagePattern {
  private final String text;
  private final Segments segments;

  private PackagePattern(String text, Segments segments) {
    this.text = text;
    this.segments = segments;
  }

  /**
   * Reads a pattern.
   *
   * @throws IllegalArgumentException if it cannot mean anything; the message says what to do
   */
  public static PackagePattern of(String text) {
    if (!text.matches("(\\.\\.)?[\\w$*]{1,200}(\\.{1,2}[\\w$*]{1,200}){0,50}(\\.\\.)?")) {
      throw new IllegalArgumentException(
          "is no package; write it like `com.acme.auth` or, with all below, `com.acme.auth..`");
    }
    List<String> parts = new ArrayList<>();
    for (String part : text.replace("..", ".**.").split("\\.")) {
      if (!part.isEmpty()) {
        parts.add(part);
      }
    }
    return new PackagePattern(text, new Segments(List.copyOf(parts)));
  }

  /** Whether a package is meant; empty for the unnamed one, which no pattern means. */
  public boolean matches(String packageName) {
    return !packageName.isEmpty() && segments.matches(List.of(packageName.split("\\.")));
  }

  /** The pattern as written. */
  @Override
  public String toString() {
    return text;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof PackagePattern pattern && pattern.text.equals(text);
  }

  @Override
  public int hashCode() {
    return text.hashCode();
  }
}
