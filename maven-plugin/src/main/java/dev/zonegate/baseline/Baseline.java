package dev.zonegate.baseline;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The findings that are known and do not block.
 *
 * @param root the folder that its paths are relative to
 * @param name how messages call its file
 * @param entries sorted, no two about the same
 */
public record Baseline(Path root, String name, List<BaselineEntry> entries) {
  /** Knows nothing. */
  public static final Baseline EMPTY = new Baseline(Path.of(""), "", List.of());

  public Baseline {
    entries = entries.stream().sorted().toList();
  }

  /** Starts to match findings. */
  public BaselineUse use(BaselineUse.Scope scope) {
    return new BaselineUse(this, scope);
  }

  /** How many findings it knows. */
  public int size() {
    return entries.stream().mapToInt(BaselineEntry::count).sum();
  }

  /** The same with other entries; equal ones are counted together. */
  public Baseline with(List<BaselineEntry> others) {
    Map<BaselineEntry.Key, List<BaselineEntry>> byKey =
        others.stream().collect(Collectors.groupingBy(BaselineEntry::key));
    List<BaselineEntry> counted = new ArrayList<>();
    for (List<BaselineEntry> equals : byKey.values()) {
      counted.add(equals.get(0).counting(equals.stream().mapToInt(BaselineEntry::count).sum()));
    }
    return new Baseline(root, name, counted);
  }

  /** What is left of it where some of what it knows is gone. */
  public Baseline without(List<BaselineEntry> gone) {
    Map<BaselineEntry.Key, Integer> fewer = new HashMap<>();
    gone.forEach(each -> fewer.merge(each.key(), each.count(), Integer::sum));
    return new Baseline(
        root,
        name,
        entries.stream()
            .map(each -> each.counting(each.count() - fewer.getOrDefault(each.key(), 0)))
            .filter(each -> each.count() > 0)
            .toList());
  }
}
