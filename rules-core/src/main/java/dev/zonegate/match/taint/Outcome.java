package dev.zonegate.match.taint;

import dev.zonegate.model.Decl;
import dev.zonegate.model.Node;
import java.util.List;
import java.util.Set;

/**
 * What a method does with what it is given.
 *
 * @param hits what reaches a sink
 * @param returned where what it returns comes from; of a constructor, what it makes
 * @param passed what it hands to methods of other files
 * @param reached the sinks that it was followed to, if nothing was lost on the way
 */
public record Outcome(
    Decl.Method method,
    List<Hit> hits,
    List<Piece> returned,
    List<Passed> passed,
    Set<Node> reached) {}
