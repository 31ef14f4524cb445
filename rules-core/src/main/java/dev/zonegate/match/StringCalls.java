package dev.zonegate.match;

import dev.zonegate.model.Expr;
import dev.zonegate.model.Operators;
import java.util.ArrayList;
import java.util.IllegalFormatException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Computes the usual methods of {@code String} over constants. */
public final class StringCalls {
  private static final int LONGEST = 1000;

  private StringCalls() {}

  /** The value of the call, or nothing if it is not such a call or an argument is not known. */
  static Set<Object> fold(Expr.Call call, Constants constants) {
    if (call.target() == null || !call.receiverType().isNamed("java.lang.String")) {
      return Set.of();
    }
    if (call.name().equals("toString") || call.name().equals("intern")) {
      return constants.values(call.target());
    }
    List<Object> arguments = new ArrayList<>();
    for (Expr each : call.arguments()) {
      Optional<Object> value = constants.value(each);
      if (value.isEmpty()) {
        return Set.of();
      }
      arguments.add(value.get());
    }
    Object folded =
        call.target() instanceof Expr.TypeName
            ? ofType(call.name(), arguments)
            : constants
                .text(call.target())
                .map(it -> call(it, call.name(), arguments))
                .orElse(null);
    return folded == null ? Set.of() : Set.of(folded);
  }

  private static Object ofType(String name, List<Object> arguments) {
    if (arguments.isEmpty()) {
      return null;
    }
    String first = String.valueOf(arguments.get(0));
    List<Object> rest = arguments.subList(1, arguments.size());
    return switch (name) {
      case "format" -> format(first, rest);
      case "valueOf" -> rest.isEmpty() ? first : null;
      case "join" -> String.join(first, rest.stream().map(String::valueOf).toList());
      default -> null;
    };
  }

  private static Object format(String format, List<Object> arguments) {
    try {
      return String.format(Locale.ROOT, format, arguments.toArray());
    } catch (IllegalFormatException e) {
      return null;
    }
  }

  /** What a method of a text returns, given these constants; null if that is not computed. */
  public static Object call(String text, String name, List<Object> arguments) {
    return switch (arguments.size()) {
      case 0 -> call(text, name);
      case 1 ->
          name.equals("formatted") ? format(text, arguments) : call(text, name, arguments.get(0));
      default ->
          switch (name) {
            case "formatted" -> format(text, arguments);
            case "replace" ->
                text.replace(String.valueOf(arguments.get(0)), String.valueOf(arguments.get(1)));
            case "substring" -> substring(text, arguments.get(0), arguments.get(1));
            default -> null;
          };
    };
  }

  private static Object call(String text, String name) {
    return switch (name) {
      case "length" -> text.length();
      case "isEmpty" -> text.isEmpty();
      case "isBlank" -> text.isBlank();
      case "trim" -> text.trim();
      case "strip" -> text.strip();
      case "stripIndent" -> text.stripIndent();
      case "toString", "intern" -> text;
      case "toLowerCase" -> text.toLowerCase(Locale.ROOT);
      case "toUpperCase" -> text.toUpperCase(Locale.ROOT);
      default -> null;
    };
  }

  private static Object call(String text, String name, Object argument) {
    if (name.equals("equals")) {
      return text.equals(argument);
    }
    if (argument instanceof String other) {
      return switch (name) {
        case "equalsIgnoreCase" -> text.equalsIgnoreCase(other);
        case "contains" -> text.contains(other);
        case "startsWith" -> text.startsWith(other);
        case "endsWith" -> text.endsWith(other);
        case "indexOf" -> text.indexOf(other);
        case "concat" -> text + other;
        default -> null;
      };
    }
    Integer number = Operators.promoted(argument) instanceof Integer known ? known : null;
    if (number == null) {
      return null;
    }
    return switch (name) {
      case "indexOf" -> text.indexOf(number);
      case "charAt" -> number >= 0 && number < text.length() ? text.charAt(number) : null;
      case "substring" -> substring(text, number, text.length());
      case "repeat" -> number >= 0 && number < LONGEST ? text.repeat(number) : null;
      default -> null;
    };
  }

  private static Object substring(String text, Object from, Object to) {
    return from instanceof Integer start
            && to instanceof Integer end
            && start >= 0
            && start <= end
            && end <= text.length()
        ? text.substring(start, end)
        : null;
  }
}
