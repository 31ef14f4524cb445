package dev.zonegate.gate;

import dev.zonegate.baseline.Baseline;
import dev.zonegate.baseline.BaselineEntry;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What becomes of a baseline.
 *
 * @param before as it was read
 * @param verdict about the whole project, with that baseline
 * @param packages of the judged files, by path
 */
public record BaselineUpdate(Baseline before, Verdict verdict, Map<String, String> packages) {
  /** The findings that it does not know; previews never block and need no entry. */
  public List<Judged> fresh() {
    return verdict.standing().stream().filter(each -> !each.isPreview()).toList();
  }

  /** Without what is gone. */
  public Baseline shrunk() {
    return before.without(verdict.stale().stream().map(Stale::entry).toList());
  }

  /** Without what is gone, and with what is new. */
  public Baseline grown() {
    Baseline shrunk = shrunk();
    List<BaselineEntry> all = new ArrayList<>(shrunk.entries());
    for (Judged each : fresh()) {
      String packageName = packages.getOrDefault(each.finding().path(), "");
      all.add(BaselineEntry.of(each.finding(), packageName));
    }
    return shrunk.with(all);
  }
}
