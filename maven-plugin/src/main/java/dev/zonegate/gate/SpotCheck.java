package dev.zonegate.gate;

/**
 * A machine-written commit that somebody should look at.
 *
 * @param zone by name
 */
public record SpotCheck(String zone, String commit) {
  private static final int DIGITS = 7;

  /** Whether a commit is among the share: the same on every machine, as good as by chance. */
  static boolean selects(int percent, String commit) {
    return Integer.parseInt(commit.substring(commit.length() - DIGITS), 16) % 100 < percent;
  }
}
