package dev.zonegate.facts;

import dev.zonegate.facts.TextFlow.Feed;
import dev.zonegate.facts.TextFlow.MethodKey;
import dev.zonegate.match.taint.Hit;
import dev.zonegate.match.taint.Outcome;
import java.util.List;

/**
 * Where a place in a method gets its text from, as far as its file tells.
 *
 * @param method the method of whose parameter or call it is
 */
public record Fed(MethodKey method, Feed feed) {
  /** Where a sink in a method gets its text from. */
  public static List<Fed> of(Hit hit, Outcome outcome) {
    MethodKey method = MethodKey.of(outcome.method().method());
    return hit.traces().stream().map(each -> new Fed(method, Feed.of(each, outcome))).toList();
  }
}
