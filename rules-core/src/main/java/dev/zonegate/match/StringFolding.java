package dev.zonegate.match;

import dev.zonegate.model.Expr;
import java.util.ArrayList;
import java.util.IllegalFormatException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Folds the usual methods of {@code String} over constants. */
final class StringFolding {
  private StringFolding() {}

  /** The value of the call, or nothing if it is not such a call or an argument is not known. */
  static Set<Object> fold(Expr.Call call, Constants constants) {
    if (!isOfString(call)) {
      return Set.of();
    }
    if (call.name().equals("toString") || call.name().equals("intern")) {
      return constants.values(call.target());
    }
    List<Object> values = new ArrayList<>();
    boolean isStatic = call.target() == null || call.target() instanceof Expr.TypeName;
    if (!isStatic) {
      Optional<Object> target = constants.value(call.target());
      if (target.isEmpty()) {
        return Set.of();
      }
      values.add(target.get());
    }
    for (Expr each : call.arguments()) {
      Optional<Object> value = constants.value(each);
      if (value.isEmpty()) {
        return Set.of();
      }
      values.add(value.get());
    }
    Object folded = apply(call.name(), isStatic, values);
    return folded == null ? Set.of() : Set.of(folded);
  }

  private static boolean isOfString(Expr.Call call) {
    return call.target() != null && call.receiverType().isNamed("java.lang.String");
  }

  private static Object apply(String name, boolean isStatic, List<Object> values) {
    if (values.isEmpty()) {
      return null;
    }
    Object first = values.get(0);
    List<Object> rest = values.subList(1, values.size());
    if (isStatic ? name.equals("format") : name.equals("formatted")) {
      return format(String.valueOf(first), rest);
    }
    if (isStatic) {
      return name.equals("valueOf") && rest.isEmpty()
          ? String.valueOf(first)
          : name.equals("join") ? join(first, rest) : null;
    }
    return first instanceof String text ? applyTo(text, name, rest) : null;
  }

  private static Object applyTo(String text, String name, List<Object> arguments) {
    return switch (name + "/" + arguments.size()) {
      case "concat/1" -> text + arguments.get(0);
      case "replace/2" ->
          text.replace(String.valueOf(arguments.get(0)), String.valueOf(arguments.get(1)));
      case "repeat/1" ->
          arguments.get(0) instanceof Integer times && times >= 0 && times < 1000
              ? text.repeat(times)
              : null;
      case "trim/0" -> text.trim();
      case "strip/0" -> text.strip();
      case "stripIndent/0" -> text.stripIndent();
      case "toLowerCase/0" -> text.toLowerCase(Locale.ROOT);
      case "toUpperCase/0" -> text.toUpperCase(Locale.ROOT);
      case "length/0" -> text.length();
      case "charAt/1" ->
          arguments.get(0) instanceof Integer at && at >= 0 && at < text.length()
              ? text.charAt(at)
              : null;
      default -> null;
    };
  }

  private static Object join(Object separator, List<Object> parts) {
    List<String> texts = new ArrayList<>();
    parts.forEach(part -> texts.add(String.valueOf(part)));
    return String.join(String.valueOf(separator), texts);
  }

  private static Object format(String format, List<Object> arguments) {
    try {
      return String.format(Locale.ROOT, format, arguments.toArray());
    } catch (IllegalFormatException e) {
      return null;
    }
  }
}
