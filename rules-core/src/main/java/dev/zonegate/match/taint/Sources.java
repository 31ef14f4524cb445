package dev.zonegate.match.taint;

import dev.zonegate.model.Expr;
import dev.zonegate.model.SourceFile;
import dev.zonegate.model.Variable;

/** Request data as values. */
final class Sources {
  private static final String SENT = "the client sends it here";

  private Sources() {}

  /** What a parameter or field holds that is declared to hold request data. */
  static Value declared(Variable variable) {
    String key = "declared " + variable.name() + " " + Types.key(variable);
    Origin origin = new Origin.Source(key, variable, variable.name(), null);
    return Value.of(new Trace(origin, SinkKind.NONE, Step.first(variable, SENT)));
  }

  /** What a call returns. Two calls that read the same are the same origin. */
  static Value returned(Expr.Call call, SourceFile file) {
    boolean isReading = call.name().startsWith("read") || call.name().startsWith("next");
    String text = file.text(call).replaceAll("\\s+", "");
    String key = isReading ? text + Types.key(call) : text;
    Origin origin = new Origin.Source(key, call, call.shortName(), null);
    return Value.of(new Trace(origin, SinkKind.NONE, Step.first(call, SENT)));
  }

  /** What a method returns that is referred to. */
  static Value referred(Expr.MethodReference reference) {
    String key = "referred " + Types.key(reference);
    Origin origin = new Origin.Source(key, reference, reference.shortName(), null);
    return Value.of(new Trace(origin, SinkKind.NONE, Step.first(reference, SENT)));
  }

  /** What a method of another file that takes no arguments reads from what is given. */
  static Value accessed(Value whole, Expr.Call call) {
    if (!call.arguments().isEmpty()) {
      return whole;
    }
    return parts(whole, call.method().owner().name() + "#" + call.name());
  }

  /** What an accessor reads from what other code gives. */
  static Value parts(Value whole, String accessor) {
    Value part = whole;
    for (Trace each : whole.traces.values()) {
      boolean isOpen =
          each.origin() instanceof Origin.Parameter || each.origin() instanceof Origin.Result;
      if (isOpen) {
        Origin read = new Origin.Part(each.origin(), accessor);
        part = part.without(each.origin()).with(new Trace(read, each.clean(), each.last()));
      }
    }
    return part;
  }

  /** What is read from something that a client sent. */
  static Value part(Value whole, String name) {
    Value part = whole.asTaint();
    for (Trace each : whole.traces.values()) {
      if (each.origin() instanceof Origin.Source source) {
        part = part.without(source).with(new Trace(source.part(name), each.clean(), each.last()));
      }
    }
    return part;
  }
}
