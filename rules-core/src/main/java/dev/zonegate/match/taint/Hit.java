package dev.zonegate.match.taint;

import dev.zonegate.model.Expr;
import dev.zonegate.model.Node;
import java.util.List;

/**
 * Text that reaches a sink it can harm.
 *
 * @param sink the call or the returned value
 * @param argument what is passed there; the target of the call if that is it, the value that is
 *     returned
 * @param traces where it comes from, request data first
 * @param shape what the text looks like, {@code U+FFFC} for what is not fixed
 */
public record Hit(SinkKind kind, Node sink, Expr argument, List<Trace> traces, String shape) {
  /** The request data in it, or null if there is none. */
  public Trace source() {
    for (Trace each : traces) {
      if (each.origin() instanceof Origin.Source) {
        return each;
      }
    }
    return null;
  }
}
