package dev.zonegate.rules.untrustedinput;

import dev.zonegate.facts.TextFlow.Feed;
import dev.zonegate.facts.TextFlow.MethodKey;
import dev.zonegate.match.taint.SinkKind;
import dev.zonegate.rule.Evidence;
import java.util.List;

/**
 * A sink that gets what other code passes or returns.
 *
 * @param feeds where what it gets comes from
 */
record FedSink(SinkKind kind, List<Fed> feeds) implements Evidence {
  /**
   * One origin.
   *
   * @param method the method of whose parameter or call it is
   */
  record Fed(MethodKey method, Feed feed) {}
}
