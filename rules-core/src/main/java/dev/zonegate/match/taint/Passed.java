package dev.zonegate.match.taint;

import dev.zonegate.model.Expr;
import dev.zonegate.model.MethodRef;
import java.util.List;

/**
 * A call of a method of another file of the project.
 *
 * @param number as {@link Origin.Result} has it
 * @param arguments where each argument comes from
 */
public record Passed(int number, Expr.Call call, MethodRef method, List<List<Trace>> arguments) {}
