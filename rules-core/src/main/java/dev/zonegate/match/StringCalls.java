package dev.zonegate.match;

import dev.zonegate.model.Expr;
import dev.zonegate.model.Operators;
import java.util.ArrayList;
import java.util.IllegalFormatException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Computes the usual methods of {@code String} over constants. */
public final class StringCalls {
  private static final int REPETITIONS = 1000;
  private static final Pattern LARGE_NUMBER = Pattern.compile("\\d{4}");

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
      case "join" -> join(first, rest.stream().map(String::valueOf).toList());
      default -> null;
    };
  }

  private static Object join(String delimiter, List<String> parts) {
    long length = (long) delimiter.length() * parts.size();
    for (String each : parts) {
      length += each.length();
    }
    return isShort(length) ? String.join(delimiter, parts) : null;
  }

  /** A width or a precision that is not below 1,000 is not computed, nor what may get too long. */
  private static Object format(String format, List<Object> arguments) {
    long longest = REPETITIONS;
    for (Object each : arguments) {
      longest = Math.max(longest, String.valueOf(each).length());
    }
    long conversions = format.chars().filter(each -> each == '%').count();
    if (LARGE_NUMBER.matcher(format).find() || !isShort(format.length() + conversions * longest)) {
      return null;
    }
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
                replace(text, String.valueOf(arguments.get(0)), String.valueOf(arguments.get(1)));
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
        case "concat" -> Operators.binary("+", text, other);
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
      case "repeat" ->
          number >= 0 && number < REPETITIONS && isShort((long) number * text.length())
              ? text.repeat(number)
              : null;
      default -> null;
    };
  }

  private static Object replace(String text, String from, String to) {
    if (from.isEmpty()) {
      return null;
    }
    long places = 0;
    for (int at = text.indexOf(from); at >= 0; at = text.indexOf(from, at + from.length())) {
      places++;
    }
    return isShort(text.length() + places * to.length()) ? text.replace(from, to) : null;
  }

  private static boolean isShort(long length) {
    return length <= Operators.LONGEST_TEXT;
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
