package dev.zonegate.match.taint;

import dev.zonegate.model.Invocation;
import dev.zonegate.model.MethodRef;
import java.util.List;

/**
 * A call of a method or constructor of another file of the project.
 *
 * @param number as {@link Origin.Result} has it
 * @param arguments where each argument comes from
 */
public record Passed(int number, Invocation call, MethodRef method, List<List<Piece>> arguments) {}
