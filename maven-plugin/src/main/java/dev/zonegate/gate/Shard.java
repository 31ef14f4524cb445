package dev.zonegate.gate;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.CRC32;

/**
 * One of several parts of a module's files, each of which a machine of its own may analyse. A file
 * falls to a part by its path.
 *
 * @param number 1-based
 * @param of how many parts there are
 */
public record Shard(int number, int of) {
  private static final Pattern TEXT = Pattern.compile("(\\d{1,4})/(\\d{1,4})");
  private static final int MOST = 1000;

  /**
   * Reads a text such as {@code 2/3}.
   *
   * @throws IllegalArgumentException if it is no part; the message says what to write
   */
  public static Shard parse(String text) {
    Matcher matcher = TEXT.matcher(text.strip());
    if (matcher.matches()) {
      int number = Integer.parseInt(matcher.group(1));
      int of = Integer.parseInt(matcher.group(2));
      if (number >= 1 && number <= of && of <= MOST) {
        return new Shard(number, of);
      }
    }
    throw new IllegalArgumentException(
        "`" + text + "` is no part; write one such as 2/3, of " + MOST + " at most");
  }

  /** The files of it. */
  SourceListing of(SourceListing listing) {
    List<SourceEntry> mine = listing.entries().stream().filter(each -> holds(each.path())).toList();
    return new SourceListing(mine, listing.notifications());
  }

  private boolean holds(String path) {
    CRC32 sum = new CRC32();
    sum.update(path.getBytes(StandardCharsets.UTF_8));
    return sum.getValue() % of == number - 1;
  }

  /** Where its results are kept. */
  String file() {
    return "shard-" + number + "-of-" + of + ".bin";
  }
}
