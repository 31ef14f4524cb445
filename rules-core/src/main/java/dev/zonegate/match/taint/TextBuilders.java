package dev.zonegate.match.taint;

import dev.zonegate.model.Expr;
import dev.zonegate.model.Node;
import java.util.List;

/** Objects that a text is put together in. */
final class TextBuilders {
  private static final String TEXT = "text";
  private final Containers containers;

  TextBuilders(Containers containers) {
    this.containers = containers;
  }

  /** A new text builder that holds {@code text}. */
  Value made(Node node, Value text, State state) {
    return containers.made(node, Obj.EMPTY.put(TEXT, text.asText()), state);
  }

  /** A builder that came from outside with {@code text} in it. */
  static Obj holding(Value text) {
    return Obj.EMPTY.put(TEXT, text);
  }

  /** The text that a builder holds, or null if it is none. */
  Value text(Value builder, State state) {
    Value text = null;
    for (Site each : builder.sites) {
      Value cell = state.get(each).get(TEXT);
      if (cell != null) {
        text = text == null ? cell : text.or(cell);
      }
    }
    return text;
  }

  /** The result of a call of a method of one, or null if it is none that is known. */
  Value call(Expr.Call call, Value target, List<Value> arguments, State state) {
    Value text = text(target, state);
    text = text == null ? target.asText() : text;
    int last = arguments.size() - 1;
    Value given = last < 0 ? Value.constant("") : containers.content(arguments.get(last), state, 1);
    Object first = arguments.isEmpty() ? null : arguments.get(0).constant();
    switch (call.name()) {
      case "append", "add", "write" -> {
        Value more =
            call.name().equals("append") && last == 2
                ? containers.content(arguments.get(0), state, 1)
                : given;
        keepText(target, Texts.concat(text, more), state);
        return target;
      }
      case "insert" -> {
        boolean isFront = first instanceof Integer index && index == 0;
        Value whole = isFront ? Texts.concat(given, text) : text.orTraces(given).withoutConstants();
        keepText(target, whole, state);
        return target;
      }
      case "replace" -> {
        keepText(target, text.orTraces(given).withoutConstants(), state);
        return target;
      }
      case "setLength", "delete" -> {
        boolean isAll =
            call.name().equals("setLength")
                ? Integer.valueOf(0).equals(first)
                : Integer.valueOf(0).equals(first)
                    && call.argument(1).filter(TextBuilders::isLength).isPresent();
        keepText(target, isAll ? Value.constant("") : text.withoutConstants(), state);
        return target;
      }
      case "reverse", "deleteCharAt", "setCharAt", "appendCodePoint" -> {
        keepText(target, text.withoutConstants(), state);
        return target;
      }
      case "toString", "getBuffer" -> {
        return text.asText();
      }
      case "substring", "subSequence", "charAt", "chars" -> {
        return text.asTaint();
      }
      default -> {
        return Value.UNKNOWN;
      }
    }
  }

  private static boolean isLength(Expr expr) {
    return expr instanceof Expr.Call call && call.name().equals("length");
  }

  private void keepText(Value builder, Value text, State state) {
    containers.putField(builder, TEXT, text.asText(), state);
  }
}
