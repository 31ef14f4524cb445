package dev.zonegate.facts;

import dev.zonegate.model.Span;

/**
 * A filter or interceptor that turns requests away.
 *
 * @param name of its class
 */
public record RequestGuard(String path, Span at, String name) implements Fact {}
