package dev.zonegate.match;

import dev.zonegate.model.Expr;
import dev.zonegate.model.Node;

/**
 * A piece of a text that is not fixed by the program and can hold text of somebody's choice.
 *
 * @param expr what gives it, where it enters what this file shows
 * @param origin where it comes from
 * @param source the declaration or call that it comes from
 * @param before the text in front of it; {@link Composition#HOLE} stands for each other piece
 */
public record TextPart(Expr expr, Origin origin, Node source, String before) {}
