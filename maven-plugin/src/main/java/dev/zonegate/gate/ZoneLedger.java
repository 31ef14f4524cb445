package dev.zonegate.gate;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Notes, over the modules of a build, which zones have files. Safe for many threads, and kept in
 * the build's own data as plain sets, since modules may load this class apart.
 */
public final class ZoneLedger {
  private final Set<String> judged;
  private final Set<String> used;

  private ZoneLedger(Set<String> judged, Set<String> used) {
    this.judged = judged;
    this.used = used;
  }

  /** The ledger of a build. */
  public static ZoneLedger in(Map<String, Object> buildData) {
    synchronized (buildData) {
      return new ZoneLedger(set(buildData, "judged"), set(buildData, "used"));
    }
  }

  @SuppressWarnings("unchecked")
  private static Set<String> set(Map<String, Object> data, String name) {
    return (Set<String>)
        data.computeIfAbsent(
            ZoneLedger.class.getName() + "." + name, key -> ConcurrentHashMap.newKeySet());
  }

  /**
   * Notes a module and its zones.
   *
   * @param expected the modules that will be judged in this build
   * @return whether it was the last of them
   */
  public boolean add(String module, Set<String> zones, Set<String> expected) {
    synchronized (judged) {
      used.addAll(zones);
      return judged.add(module) && judged.containsAll(expected);
    }
  }

  /** Whether no module is noted yet. */
  public boolean isEmpty() {
    return judged.isEmpty();
  }

  /** The zones that have files so far. */
  public Set<String> used() {
    return Set.copyOf(used);
  }
}
