package dev.zonegate.rules.authbypass;

import dev.zonegate.match.UrlPattern;
import dev.zonegate.match.Vocabulary;
import java.util.List;

/** Which paths everybody may see by their nature: login, health, style sheets. */
final class PublicPaths {
  private static final Vocabulary PUBLIC = Vocabulary.load("security/public-paths.words");

  private PublicPaths() {}

  /** Whether {@code pattern} names something that is usually public. */
  static boolean contains(String pattern) {
    return PUBLIC.isIn(pattern) || pattern.matches(".*\\*?\\.[A-Za-z0-9]{2,5}");
  }

  /** Whether {@code pattern} takes in so much that nobody can have meant to open it all. */
  static boolean isBroad(String pattern) {
    UrlPattern path = new UrlPattern(pattern);
    if (path.isEverything()) {
      return true;
    }
    List<String> fixed = path.fixedPart();
    return path.isOpenEnded()
        && !contains(pattern)
        && fixed.stream().allMatch(PublicPaths::isPrefix)
        && pattern.split("/").length <= fixed.size() + 2;
  }

  /** {@code /api/orders/**}: all of what handlers answer below a path that is not public. */
  static boolean isOfApi(String pattern) {
    UrlPattern path = new UrlPattern(pattern);
    List<String> fixed = path.fixedPart();
    return path.isOpenEnded()
        && !fixed.isEmpty()
        && fixed.get(0).matches("api|rest")
        && !contains(pattern);
  }

  /** {@code api}, {@code v1}, {@code rest}: segments that say nothing about what lies below. */
  private static boolean isPrefix(String segment) {
    return segment.matches(
        "api|rest|v\\d+|services?|app|backend|web|admin|internal|management|actuator");
  }
}
