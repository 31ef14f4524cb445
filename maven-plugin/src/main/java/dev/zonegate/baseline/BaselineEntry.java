package dev.zonegate.baseline;

import dev.zonegate.rule.Finding;
import java.util.Comparator;

/**
 * Equal findings of a file that are known.
 *
 * @param path the file, relative to the folder of the policy and with {@code /}
 * @param packageName the file's package, which says its zone once the file is gone
 * @param rule {@code TimeZone.implicitNow}
 * @param context what the finding is recognised by, whatever its line: its fingerprint
 * @param count how many
 * @param what the message when it was written, for people
 * @param line where the baseline says so; 0 if it does not yet
 */
public record BaselineEntry(
    String path, String packageName, String rule, String context, int count, String what, int line)
    implements Comparable<BaselineEntry> {
  private static final int LONGEST = 300;

  /** What a finding is recognised by. */
  record Key(String path, String rule, String context) {
    static Key of(Finding finding) {
      return new Key(finding.path(), finding.key(), finding.fingerprint());
    }
  }

  /** An entry for one finding. */
  public static BaselineEntry of(Finding finding, String packageName) {
    return new BaselineEntry(
        finding.path(),
        packageName,
        finding.key(),
        finding.fingerprint(),
        1,
        shortened(finding.message()),
        0);
  }

  private static String shortened(String text) {
    return text.length() > LONGEST ? text.substring(0, LONGEST) + "..." : text;
  }

  Key key() {
    return new Key(path, rule, context);
  }

  /** The same for another number of findings. */
  BaselineEntry counting(int number) {
    return new BaselineEntry(path, packageName, rule, context, number, what, line);
  }

  /** By path, rule and context. */
  @Override
  public int compareTo(BaselineEntry other) {
    return Comparator.comparing(BaselineEntry::path)
        .thenComparing(BaselineEntry::rule)
        .thenComparing(BaselineEntry::context)
        .compare(this, other);
  }
}
