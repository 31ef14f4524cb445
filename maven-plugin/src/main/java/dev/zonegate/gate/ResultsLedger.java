package dev.zonegate.gate;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Notes, over the modules of a build, in which folder each has its results. Safe for many threads,
 * and kept in the build's own data as a plain map, since modules may load this class apart.
 */
public final class ResultsLedger {
  private final Map<String, String> folders;

  private ResultsLedger(Map<String, String> folders) {
    this.folders = folders;
  }

  /** The ledger of a build. */
  @SuppressWarnings("unchecked")
  public static ResultsLedger in(Map<String, Object> buildData) {
    synchronized (buildData) {
      return new ResultsLedger(
          (Map<String, String>)
              buildData.computeIfAbsent(
                  ResultsLedger.class.getName(), key -> new ConcurrentHashMap<>()));
    }
  }

  /** Notes where a module's results are. */
  public void add(String module, Path folder) {
    folders.put(module, folder.toString());
  }

  /** Notes that a module has nothing to judge. */
  public void addEmpty(String module) {
    folders.put(module, "");
  }

  /** The modules that are known, the empty ones among them. */
  public Set<String> modules() {
    return Set.copyOf(folders.keySet());
  }

  /** Where the results of all modules are, sorted. */
  public List<Path> folders() {
    return folders.values().stream()
        .filter(each -> !each.isEmpty())
        .sorted()
        .map(Path::of)
        .toList();
  }

  /** Where a module's results are; empty if it has none. */
  public Optional<Path> folder(String module) {
    return Optional.ofNullable(folders.get(module)).filter(each -> !each.isEmpty()).map(Path::of);
  }
}
