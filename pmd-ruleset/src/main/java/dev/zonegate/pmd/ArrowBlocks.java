package dev.zonegate.pmd;

import dev.zonegate.frontend.JavaScanner;
import dev.zonegate.frontend.Tokens;
import dev.zonegate.model.SourceText;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Blocks of lambdas and of switch rules that stand in each other. Where one of them is in the
 * declaration of a local variable, PMD resolves names in it twice, so that each further level takes
 * twice the time: twenty levels take seconds, thirty never end.
 */
final class ArrowBlocks {
  /** More levels than people write; this many take PMD a moment. */
  private static final int DEEPEST = 12;

  private static final String ARROW = "->";

  private ArrowBlocks() {}

  /** Whether there are more levels than PMD is fit for. */
  static boolean areTooDeep(SourceText text) {
    if (!hasMany(text.content())) {
      return false;
    }
    Tokens tokens = JavaScanner.scan(text);
    Deque<Boolean> open = new ArrayDeque<>();
    int depth = 0;
    for (int i = 0; i < tokens.size(); i++) {
      if (tokens.get(i).is("{")) {
        boolean isArrow = i > 0 && tokens.get(i - 1).is(ARROW);
        open.push(isArrow);
        depth += isArrow ? 1 : 0;
      } else if (tokens.get(i).is("}") && !open.isEmpty()) {
        depth -= open.pop() ? 1 : 0;
      }
      if (depth > DEEPEST) {
        return true;
      }
    }
    return false;
  }

  /** Whether there are enough arrows at all: most files have fewer, and are not scanned twice. */
  private static boolean hasMany(String text) {
    int found = 0;
    for (int at = text.indexOf(ARROW); at >= 0; at = text.indexOf(ARROW, at + 1)) {
      found++;
    }
    return found > DEEPEST;
  }
}
