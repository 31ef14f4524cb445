package dev.zonegate.match.taint;

import dev.zonegate.model.Expr;
import java.util.List;

/** Objects that hold one value: references that change at once, and what each thread has. */
final class Holders {
  private static final String HELD = "held";
  private final Containers containers;

  Holders(Containers containers) {
    this.containers = containers;
  }

  /** A new one that holds what it is given. */
  Value made(Expr.New created, List<Value> arguments, State state) {
    Value made = containers.made(created, Obj.EMPTY, state);
    if (!arguments.isEmpty()) {
      containers.putField(made, HELD, arguments.get(0), state);
    }
    return made;
  }

  /** The result of a call of a method of one, or null if it is none that is known. */
  Value call(Expr.Call call, Value target, List<Value> arguments, State state) {
    Value before = held(target, state);
    switch (call.name()) {
      case "get", "getPlain", "getAcquire", "getOpaque" -> {
        return before;
      }
      case "set", "setPlain", "setRelease", "setOpaque", "lazySet", "getAndSet" -> {
        Value last = arguments.isEmpty() ? Value.UNKNOWN : arguments.get(arguments.size() - 1);
        containers.putField(target, HELD, last, state);
        return before;
      }
      case "remove" -> {
        containers.putField(target, HELD, Value.UNKNOWN, state);
        return Value.UNKNOWN;
      }
      default -> {
        return null;
      }
    }
  }

  private Value held(Value target, State state) {
    return containers.at(target, HELD, state);
  }
}
