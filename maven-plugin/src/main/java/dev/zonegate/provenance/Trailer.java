package dev.zonegate.provenance;

import java.util.Locale;

/**
 * A line {@code Key: value} of a commit message.
 *
 * @param key in lower case
 * @param isInLastBlock whether it stands in the last paragraph, where it speaks of the whole commit
 */
record Trailer(String key, String value, boolean isInLastBlock) {
  Trailer {
    key = key.toLowerCase(Locale.ROOT);
  }

  @Override
  public String toString() {
    return key + ": " + value;
  }
}
