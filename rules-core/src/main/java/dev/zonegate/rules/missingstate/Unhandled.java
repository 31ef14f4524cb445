package dev.zonegate.rules.missingstate;

import dev.zonegate.facts.HandledFailure;
import dev.zonegate.rule.Candidate;
import dev.zonegate.rule.Evidence;
import dev.zonegate.rule.Settler;
import java.util.List;
import java.util.Map;

/**
 * A failure that nothing in its method expects.
 *
 * @param thrown qualified name of its type
 */
record Unhandled(String thrown) implements Evidence {
  private static final List<String> BROAD =
      List.of("java.lang.RuntimeException", "java.lang.Exception", "java.lang.Throwable");
  private static final Map<String, String> WIDER =
      Map.of(
          "java.lang.NumberFormatException", "java.lang.IllegalArgumentException",
          "java.time.format.DateTimeParseException", "java.time.DateTimeException");

  /** Reports it, unless the project answers such a failure in one place. */
  void settle(Candidate candidate, Settler settler) {
    boolean isHandled =
        settler.project().all(HandledFailure.class).stream()
            .map(HandledFailure::type)
            .anyMatch(
                each ->
                    each.equals(thrown) || each.equals(WIDER.get(thrown)) || BROAD.contains(each));
    if (!isHandled) {
      settler.report(candidate);
    }
  }
}
