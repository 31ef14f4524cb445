package dev.zonegate.match;

import dev.zonegate.model.Expr;

/**
 * A test whose outcome is known at some place.
 *
 * @param test without {@code !}; an {@code &&} that holds is given as its operands, likewise an
 *     {@code ||} that does not
 * @param holds whether it is true there
 */
public record Condition(Expr test, boolean holds) {}
