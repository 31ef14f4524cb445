package dev.zonegate.match;

import java.util.List;

/**
 * A path with wildcards as web frameworks write it: {@code *} is one segment or a part of one,
 * {@code **} any number of segments, {@code {id}} one.
 */
public record UrlPattern(String text) {
  private static final String REST = "**";

  /** The pattern of a path below a prefix. */
  public static String join(String prefix, String path) {
    String joined = ("/" + prefix + "/" + path).replaceAll("/{2,}", "/");
    return joined.length() > 1 && joined.endsWith("/")
        ? joined.substring(0, joined.length() - 1)
        : joined;
  }

  /** Whether it matches every path. */
  public boolean isEverything() {
    return segments().equals(List.of(REST)) || text.equals("*");
  }

  /** Whether every path that {@code other} matches is matched by this. */
  public boolean covers(UrlPattern other) {
    return covers(segments(), other.segments());
  }

  /** What stands before the first wildcard, segment by segment. */
  public List<String> fixedPart() {
    return segments().stream().takeWhile(each -> !isWild(each)).toList();
  }

  /** Whether it ends in any number of segments. */
  public boolean isOpenEnded() {
    return text.endsWith(REST);
  }

  private List<String> segments() {
    return List.of(text.split("/")).stream().filter(each -> !each.isEmpty()).toList();
  }

  private static boolean covers(List<String> own, List<String> others) {
    if (own.isEmpty()) {
      return others.isEmpty();
    }
    String first = own.get(0);
    if (isRest(first)) {
      List<String> rest = own.subList(1, own.size());
      return rest.isEmpty()
          || covers(rest, others)
          || !others.isEmpty() && covers(own, others.subList(1, others.size()));
    }
    return !others.isEmpty()
        && coversSegment(first, others.get(0))
        && covers(own.subList(1, own.size()), others.subList(1, others.size()));
  }

  private static boolean coversSegment(String own, String other) {
    if (isRest(other)) {
      return false;
    }
    if (own.equals(other) || own.equals("*") || isVariable(own)) {
      return true;
    }
    return own.contains("*")
        && !isWild(other)
        && other.matches(("\\Q" + own.replace("*", "\\E.*\\Q") + "\\E"));
  }

  private static boolean isRest(String segment) {
    return segment.equals(REST) || segment.startsWith("{*");
  }

  private static boolean isVariable(String segment) {
    return segment.startsWith("{") && segment.endsWith("}") && !segment.contains(":");
  }

  private static boolean isWild(String segment) {
    return segment.contains("*") || segment.contains("{");
  }
}
