package dev.zonegate.rules.missingownershipcheck;

import dev.zonegate.match.AccessChecks;
import dev.zonegate.match.Words;
import java.util.List;
import java.util.Set;

/** Names of methods that say with {@code true} that somebody may have something. */
final class Decisions {
  private static final Set<String> ASKING = Set.of("is", "has", "can", "may", "allows", "permits");
  private static final Set<String> STATES =
      Set.of("authenticated", "authentication", "token", "password", "login", "signature", "jwt");
  private static final Set<String> ACTIONS =
      Set.of(
          "read",
          "view",
          "see",
          "edit",
          "modify",
          "update",
          "delete",
          "write",
          "manage",
          "cancel",
          "download",
          "open",
          "approve",
          "use");

  private Decisions() {}

  static boolean isName(String name) {
    List<String> words = Words.of(name);
    if (words.isEmpty()) {
      return false;
    }
    if (words.get(0).matches("belongs|owns|owned")) {
      return true;
    }
    if (!ASKING.contains(words.get(0)) || words.stream().anyMatch(STATES::contains)) {
      return false;
    }
    return AccessChecks.isDecision(name)
        || words.get(0).matches("can|may") && words.size() > 1 && ACTIONS.contains(words.get(1));
  }
}
