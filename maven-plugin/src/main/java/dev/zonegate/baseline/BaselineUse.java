package dev.zonegate.baseline;

import dev.zonegate.rule.Finding;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Matches the findings of one verdict with a baseline: each entry takes as many as it counts. */
public final class BaselineUse {
  /** What of a baseline can be called stale. */
  public enum Scope {
    /** Nothing, because some findings are not known yet. */
    NONE,
    /** What it says of files that were judged. */
    FILES,
    /** That, and what it says of files that are gone. */
    PROJECT
  }

  private final Baseline baseline;
  private final Scope scope;
  private final Map<BaselineEntry.Key, Integer> left = new HashMap<>();

  BaselineUse(Baseline baseline, Scope scope) {
    this.baseline = baseline;
    this.scope = scope;
    baseline.entries().forEach(each -> left.put(each.key(), each.count()));
  }

  /** Whether a finding is known; one that is uses its entry up. */
  public boolean takes(Finding finding) {
    BaselineEntry.Key key = BaselineEntry.Key.of(finding);
    int number = left.getOrDefault(key, 0);
    if (number > 0) {
      left.put(key, number - 1);
    }
    return number > 0;
  }

  /**
   * The entries that no finding used, or used less than they count.
   *
   * @param judged the files that were judged whole
   */
  public List<BaselineEntry> stale(Set<String> judged) {
    List<BaselineEntry> stale = new ArrayList<>();
    for (BaselineEntry each : baseline.entries()) {
      int number = left.get(each.key());
      if (number > 0 && isDecided(each.path(), judged)) {
        stale.add(each.counting(number));
      }
    }
    return stale;
  }

  /** What file the entries are in, for a message. */
  public String name() {
    return baseline.name();
  }

  /** A file that is there and was not judged may still have what the baseline says of it. */
  private boolean isDecided(String path, Set<String> judged) {
    return switch (scope) {
      case NONE -> false;
      case FILES -> judged.contains(path);
      case PROJECT -> judged.contains(path) || !Files.exists(baseline.root().resolve(path));
    };
  }
}
