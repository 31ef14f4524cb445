package dev.zonegate.facts;

import java.util.List;

/** What names of packages say about who wrote something. */
public final class Packages {
  private Packages() {}

  /** Whether two qualified names begin alike, as those of one project do: {@code com.acme}. */
  public static boolean isSameProject(String one, String other) {
    List<String> first = List.of(one.split("\\."));
    List<String> second = List.of(other.split("\\."));
    int shared = Math.min(2, Math.min(first.size(), second.size()));
    return shared == 2 && first.subList(0, shared).equals(second.subList(0, shared));
  }

  /** The package of a type's qualified name, as far as names tell. */
  public static String of(String type) {
    return type.substring(0, Math.max(0, type.lastIndexOf('.')));
  }
}
