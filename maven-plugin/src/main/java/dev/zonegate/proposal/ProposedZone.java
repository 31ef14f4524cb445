package dev.zonegate.proposal;

import java.util.List;

/**
 * A zone with the reason for it.
 *
 * @param places packages or paths, sorted
 * @param examples evidence, such as {@code SecurityConfig.java has SecurityFilterChain}
 */
record ProposedZone(Signal signal, List<String> places, List<String> examples) {
  private static final int MOST_EXAMPLES = 3;

  String text() {
    StringBuilder text = new StringBuilder();
    text.append("  # ").append(signal.why()).append(": ");
    text.append(String.join("; ", examples.subList(0, Math.min(MOST_EXAMPLES, examples.size()))));
    if (examples.size() > MOST_EXAMPLES) {
      text.append("; and ").append(examples.size() - MOST_EXAMPLES).append(" more");
    }
    text.append("\n  - name: ").append(signal.zone());
    text.append("\n    tier: ").append(signal.tier().id());
    text.append("\n    ").append(signal.isOfPackages() ? "packages:" : "paths:");
    places.forEach(each -> text.append("\n      - \"").append(each).append('"'));
    return text.append('\n').toString();
  }
}
