package dev.zonegate.match.flow;

import dev.zonegate.match.Condition;

/**
 * A step of a run.
 *
 * @param test what is known when it is taken, or null
 * @param isFailure whether the evaluation of {@code from} fails, so that it has no effect
 */
record Edge(Point from, Point to, Condition test, boolean isFailure) {}
