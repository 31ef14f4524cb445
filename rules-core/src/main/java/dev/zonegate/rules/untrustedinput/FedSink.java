package dev.zonegate.rules.untrustedinput;

import dev.zonegate.facts.Fed;
import dev.zonegate.match.taint.SinkKind;
import dev.zonegate.rule.Evidence;
import java.util.List;

/**
 * A sink about which the project decides: what it gets is what other code passes or returns, or it
 * is a log.
 *
 * @param text the sink, short
 * @param feeds where what it gets comes from; none if its own file shows it
 */
record FedSink(SinkKind kind, String text, List<Fed> feeds) implements Evidence {}
