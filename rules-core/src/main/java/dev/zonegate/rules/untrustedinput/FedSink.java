package dev.zonegate.rules.untrustedinput;

import dev.zonegate.facts.Fed;
import dev.zonegate.match.taint.SinkKind;
import dev.zonegate.rule.Evidence;
import java.util.List;

/**
 * A sink that gets what other code passes or returns.
 *
 * @param feeds where what it gets comes from
 */
record FedSink(SinkKind kind, List<Fed> feeds) implements Evidence {}
