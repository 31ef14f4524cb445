package dev.zonegate.facts;

import dev.zonegate.model.Span;

/**
 * A filter or interceptor that turns requests away.
 *
 * @param name of its class
 * @param isForCalls whether it sees calls of gRPC and no requests of HTTP
 */
public record RequestGuard(String path, Span at, String name, boolean isForCalls) implements Fact {}
