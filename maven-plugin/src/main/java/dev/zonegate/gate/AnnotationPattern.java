package dev.zonegate.gate;

import java.util.Collection;

/**
 * A pattern for annotations: {@code com.acme.Regulated} is that one, {@code Regulated} any that is
 * called so. An at sign may stand before it.
 */
public record AnnotationPattern(String name) {
  private static final int LONGEST = 500;
  private static final String NAME = "@?[A-Za-z_$][\\w$]*(\\.[A-Za-z_$][\\w$]*)*";

  /**
   * Reads a pattern.
   *
   * @throws IllegalArgumentException if it cannot mean anything; the message says what to do
   */
  public static AnnotationPattern of(String text) {
    if (text.length() > LONGEST || !text.matches(NAME)) {
      throw new IllegalArgumentException(
          "is no annotation; write it like `com.acme.Regulated` or `Regulated`");
    }
    return new AnnotationPattern(text.startsWith("@") ? text.substring(1) : text);
  }

  /** Whether it means one of these qualified names. */
  boolean matches(Collection<String> names) {
    boolean isSimple = name.indexOf('.') < 0;
    return names.stream()
        .anyMatch(each -> each.equals(name) || isSimple && each.endsWith("." + name));
  }

  /** The pattern as a message shows it. */
  @Override
  public String toString() {
    return "@" + name;
  }
}
