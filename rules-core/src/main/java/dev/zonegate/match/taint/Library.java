package dev.zonegate.match.taint;

import dev.zonegate.match.Api;
import dev.zonegate.match.ApiSet;
import dev.zonegate.match.RequestData;
import dev.zonegate.model.Invocation;
import dev.zonegate.model.SourceFile;
import dev.zonegate.model.TypeRef;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the tables say of the methods that a file uses. */
final class Library {
  private static final ApiSet SINKS = ApiSet.load("taint/sinks.api", "sql/sinks.api");
  private static final ApiSet PASSING = ApiSet.load("taint/passing.api", "text/passing.api");

  /** What the names of the project's own types begin with, or null if that is not known. */
  private final String prefix;

  private final Map<Invocation, Use> known = new IdentityHashMap<>();
  private final Map<Invocation, Optional<Api>> passing = new IdentityHashMap<>();

  /**
   * What is known of one use.
   *
   * @param sinks the entries by which it is a sink
   * @param isSource whether it returns request data
   * @param isOwn whether a method of the project is called
   */
  record Use(List<Api> sinks, boolean isSource, boolean isOwn) {
    private static final Use FOREIGN = new Use(List.of(), false, false);
    private static final Use OWN = new Use(List.of(), false, true);

    /** Whether request data come from it, or are not to get there. */
    boolean matters() {
      return isSource || !sinks.isEmpty();
    }
  }

  private final SourceFile file;

  private Library(SourceFile file) {
    this.file = file;
    String family = Types.family(file.unit().packageName());
    this.prefix = family.isEmpty() ? null : family + ".";
  }

  static Library of(SourceFile file) {
    return file.derived(Library.class, Library::new);
  }

  /** Whether the project declares a type, by its name. */
  boolean isOwn(TypeRef type) {
    return prefix != null && type.name().startsWith(prefix);
  }

  private Use find(Invocation use) {
    boolean isOwn = use.method() != null && isOwn(use.method().owner());
    boolean isSource = RequestData.isReturnedBy(use, file);
    List<Api> sinks = SINKS.all(use).toList();
    return isSource || !sinks.isEmpty()
        ? new Use(sinks, isSource, isOwn)
        : isOwn ? Use.OWN : Use.FOREIGN;
  }

  /** How {@code use} hands on what it is given, or null if that is not known. */
  Api passing(Invocation use) {
    return passing.computeIfAbsent(use, PASSING::find).orElse(null);
  }

  Use of(Invocation use) {
    Use found = known.get(use);
    if (found == null) {
      found = find(use);
      known.put(use, found);
    }
    return found;
  }
}
