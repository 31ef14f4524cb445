package dev.zonegate.gate;

import dev.zonegate.stored.Section;
import dev.zonegate.stored.UnreadableException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The sections of a file of results, one behind the other. */
final class StoredParts {
  private final Map<String, Integer> numbers = new LinkedHashMap<>();
  private final List<Section> sections = new ArrayList<>();
  private final List<String> names;
  private final byte[] bytes;
  private int at;

  /** Sections that are written. */
  StoredParts() {
    this(List.of(), new byte[0], 0);
  }

  /**
   * Sections that are read.
   *
   * @param names theirs
   * @param at where they begin
   */
  StoredParts(List<String> names, byte[] bytes, int at) {
    this.names = names;
    this.bytes = bytes;
    this.at = at;
  }

  /** Adds sections; what the head has to tell of them. */
  List<StoredHead.Part> add(List<Section> more) {
    List<StoredHead.Part> told = new ArrayList<>();
    for (Section each : more) {
      int name = numbers.computeIfAbsent(each.name(), key -> numbers.size());
      told.add(new StoredHead.Part(name, each.count(), each.what(), each.where(), each.length()));
      sections.add(each);
    }
    return told;
  }

  /** The names of what was added. */
  List<String> names() {
    return List.copyOf(numbers.keySet());
  }

  /** What was added. */
  List<Section> sections() {
    return sections;
  }

  /** The next sections, of which the head tells. */
  List<Section> next(List<StoredHead.Part> told) {
    List<Section> next = new ArrayList<>();
    for (StoredHead.Part each : told) {
      boolean isThere =
          each.name() >= 0
              && each.name() < names.size()
              && each.count() >= 0
              && each.length() >= each.count()
              && each.length() <= bytes.length - Long.BYTES - at;
      if (!isThere) {
        throw new UnreadableException("it promises more than it holds");
      }
      String name = names.get(each.name());
      next.add(
          new Section(name, each.count(), each.what(), each.where(), bytes, at, each.length()));
      at += each.length();
    }
    return next;
  }
}
