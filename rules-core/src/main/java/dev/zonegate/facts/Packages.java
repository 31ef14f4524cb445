package dev.zonegate.facts;

/** What names of packages say about who wrote something. */
public final class Packages {
  private Packages() {}

  /** Whether two qualified names begin alike, as those of one project do: {@code com.acme}. */
  public static boolean isSameProject(String one, String other) {
    int end = endOfRoot(one);
    return one.lastIndexOf('.', end - 1) > 0
        && end == endOfRoot(other)
        && one.regionMatches(0, other, 0, end);
  }

  /** What the qualified names of a project begin with: its first two segments. */
  public static String root(String packageName) {
    return packageName.substring(0, endOfRoot(packageName));
  }

  private static int endOfRoot(String name) {
    int second = name.indexOf('.', name.indexOf('.') + 1);
    return second < 0 || second == name.indexOf('.') ? name.length() : second;
  }

  /** The package of a type's qualified name, as far as names tell. */
  public static String of(String type) {
    return type.substring(0, Math.max(0, type.lastIndexOf('.')));
  }
}
