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

  private static final Set<String> OWNING = Set.of("belongs", "owns", "owned");

  private Decisions() {}

  static boolean isName(String name) {
    String verb = Words.first(name);
    if (OWNING.contains(verb)) {
      return true;
    }
    if (!ASKING.contains(verb)) {
      return false;
    }
    List<String> words = Words.of(name);
    if (words.stream().anyMatch(STATES::contains)) {
      return false;
    }
    return AccessChecks.isDecision(name)
        || (verb.equals("can") || verb.equals("may"))
            && words.size() > 1
            && ACTIONS.contains(words.get(1));
  }
}
