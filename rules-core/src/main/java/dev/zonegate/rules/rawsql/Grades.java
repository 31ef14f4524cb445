package dev.zonegate.rules.rawsql;

import dev.zonegate.match.TextPart;
import dev.zonegate.model.TypeRef;
import dev.zonegate.rule.Confidence;

/** How sure it is that a piece must not be pasted into a statement. */
final class Grades {
  private Grades() {}

  /** The confidence, or null for silence. */
  static Confidence of(TextPart part, Position position) {
    return switch (part.origin()) {
      case REQUEST -> ofRequest(part, position);
      case PARAMETER -> position == Position.FRAGMENT ? null : ofParameter(part, position);
      case PROPERTY -> isValue(position) ? ofParameter(part, position) : null;
      case CALL -> position == Position.QUOTED && isText(part) ? Confidence.LOW : null;
      case FIELD, UNKNOWN -> null;
    };
  }

  private static Confidence ofRequest(TextPart part, Position position) {
    if (isText(part)) {
      return Confidence.HIGH;
    }
    return position == Position.QUOTED ? Confidence.MEDIUM : Confidence.LOW;
  }

  private static Confidence ofParameter(TextPart part, Position position) {
    if (isText(part)) {
      return Confidence.MEDIUM;
    }
    return position == Position.QUOTED ? Confidence.LOW : null;
  }

  private static boolean isValue(Position position) {
    return position == Position.VALUE || position == Position.QUOTED;
  }

  /** Whether it certainly is text, or a collection of texts. */
  private static boolean isText(TextPart part) {
    TypeRef type = part.expr().type();
    return type.isA("java.lang.CharSequence").isYes()
        || type.isNamed("java.lang.String[]")
        || type.isA("java.util.Collection").isYes();
  }
}
