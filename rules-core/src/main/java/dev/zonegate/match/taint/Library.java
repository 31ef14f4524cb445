package dev.zonegate.match.taint;

import dev.zonegate.match.Api;
import dev.zonegate.match.ApiSet;
import dev.zonegate.match.RequestData;
import dev.zonegate.model.Invocation;
import dev.zonegate.model.SourceFile;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the tables say of the methods that a file uses. */
final class Library {
  private static final ApiSet SINKS = ApiSet.load("taint/sinks.api", "sql/sinks.api");
  private static final ApiSet PASSING = ApiSet.load("taint/passing.api", "text/passing.api");
  private final Map<Invocation, Use> known = new IdentityHashMap<>();
  private final Map<Invocation, Optional<Api>> passing = new IdentityHashMap<>();

  /**
   * What is known of one use.
   *
   * @param sinks the entries by which it is a sink
   * @param isSource whether it returns request data
   */
  record Use(List<Api> sinks, boolean isSource) {
    /** Whether request data come from it, or are not to get there. */
    boolean matters() {
      return isSource || !sinks.isEmpty();
    }
  }

  static Library of(SourceFile file) {
    return file.derived(Library.class, any -> new Library());
  }

  /** How {@code use} hands on what it is given, or null if that is not known. */
  Api passing(Invocation use) {
    return passing.computeIfAbsent(use, PASSING::find).orElse(null);
  }

  Use of(Invocation use) {
    Use found = known.get(use);
    if (found == null) {
      found = new Use(SINKS.all(use).toList(), RequestData.isReturnedBy(use));
      known.put(use, found);
    }
    return found;
  }
}
