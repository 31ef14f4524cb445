package dev.zonegate.rules.rawsql;

import dev.zonegate.match.TextPart;
import dev.zonegate.model.Decl;
import dev.zonegate.model.Expr;
import dev.zonegate.model.TypeRef;
import dev.zonegate.rule.Confidence;
import java.util.Set;

/** How sure it is that a piece must not be pasted into a statement. */
final class Grades {
  /** Known by name where nothing resolves their supertypes. */
  private static final Set<String> TEXTS =
      Set.of("java.lang.String", "java.lang.String[]", "java.util.List", "java.util.Set");

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
    return isValue(position) ? Confidence.LOW : null;
  }

  private static Confidence ofParameter(TextPart part, Position position) {
    if (isText(part)) {
      return Confidence.MEDIUM;
    }
    boolean isObject = type(part).isResolved();
    return isObject && position == Position.QUOTED ? Confidence.LOW : null;
  }

  private static boolean isValue(Position position) {
    return position == Position.VALUE || position == Position.QUOTED;
  }

  /** Whether it certainly is text, or a collection of texts. */
  private static boolean isText(TextPart part) {
    TypeRef type = type(part);
    return TEXTS.contains(type.name())
        || type.isA("java.lang.CharSequence").isYes()
        || type.isA("java.util.Collection").isYes();
  }

  /** Its type; where nothing resolved it, what the parameter is declared as. */
  private static TypeRef type(TextPart part) {
    TypeRef type = part.expr().type();
    boolean isDeclared =
        !type.isResolved()
            && part.expr() instanceof Expr.Name
            && part.source() instanceof Decl.Param;
    return isDeclared ? ((Decl.Param) part.source()).type().ref() : type;
  }
}
