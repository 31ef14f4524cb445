package dev.zonegate.rules.architecturedrift;

import dev.zonegate.match.Vocabulary;
import java.util.List;

/**
 * A library, or part of one, and what came after it.
 *
 * @param older qualified names; one that ends with a dot is a package
 * @param newer as {@code older}
 */
record Generation(List<String> older, List<String> newer) {
  static final List<Generation> ALL =
      Vocabulary.lines("drift/generations.table").stream().map(Generation::parse).toList();
  static final List<Generation> OLD_CLASSES =
      Vocabulary.lines("drift/old-classes.table").stream().map(Generation::parse).toList();

  private static Generation parse(String line) {
    String[] parts = line.split(" \\| ");
    return new Generation(List.of(parts[0].split(" ")), List.of(parts[1].split(" ")));
  }

  boolean isOlder(String type) {
    return isAny(older, type);
  }

  boolean isNewer(String type) {
    return isAny(newer, type);
  }

  /** Whether it is a library for tests. */
  boolean isForTests() {
    return newer.get(0).startsWith("org.junit.") || newer.get(0).contains(".test.");
  }

  /** {@code jakarta.persistence}, {@code ArrayList}. */
  String newerName() {
    String name = newer.get(0);
    return name.endsWith(".") ? name.substring(0, name.length() - 1) : LayerSkip.simple(name);
  }

  private static boolean isAny(List<String> names, String type) {
    for (String each : names) {
      if (each.endsWith(".") ? type.startsWith(each) : type.equals(each)) {
        return true;
      }
    }
    return false;
  }
}
