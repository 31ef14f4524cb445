package dev.zonegate.rules.rawsql;

import dev.zonegate.match.ApiSet;
import dev.zonegate.match.TextPart;
import dev.zonegate.model.Decl;
import dev.zonegate.model.Expr;
import dev.zonegate.model.Invocation;
import dev.zonegate.model.SourceFile;
import dev.zonegate.model.TypeRef;
import dev.zonegate.rule.Confidence;
import dev.zonegate.rule.Report;
import dev.zonegate.rule.Severity;
import java.util.Set;
import java.util.regex.Pattern;

/** How sure it is that a piece must not be pasted into a statement. */
final class Grades {
  /** Known by name where nothing resolves their supertypes. */
  private static final Set<String> TEXTS =
      Set.of("java.lang.String", "java.lang.String[]", "java.util.List", "java.util.Set");

  private static final Set<String> WRITERS = Set.of("toString", "asString", "stringValue");

  private static final Pattern ORDER =
      Pattern.compile("(?i)(get)?(sort|order)(by|field|column|dir.*)?");
  private static final ApiSet SORTED_BY =
      ApiSet.of("org.springframework.data.domain.Sort.Order#getProperty");

  private final Chooser chooser;

  Grades(SourceFile file) {
    this.chooser = new Chooser(file);
  }

  /** Gives a finding its confidence; what is a guess blocks nobody. */
  static void put(Report made, Confidence confidence) {
    made.confidence(confidence);
    if (confidence == Confidence.LOW) {
      made.severity(Severity.WARNING);
    }
  }

  /** The confidence, or null for silence. */
  Confidence of(TextPart part, Position position) {
    return switch (part.origin()) {
      case REQUEST -> ofRequest(part, position);
      case PARAMETER -> position == Position.FRAGMENT ? null : ofParameter(part, position);
      case PROPERTY -> isValue(position) || isOrder(part) ? ofParameter(part, position) : null;
      case CALL -> position == Position.QUOTED && isText(part) ? Confidence.LOW : null;
      case FIELD, UNKNOWN -> null;
    };
  }

  private static Confidence ofRequest(TextPart part, Position position) {
    boolean isGetter = part.source() == part.expr() && part.expr().type().isUnknown();
    if (isText(part) || isGetter) {
      return Confidence.HIGH;
    }
    return isValue(position) ? Confidence.LOW : null;
  }

  private Confidence ofParameter(TextPart part, Position position) {
    if (chooser.isOperator(part.source())) {
      return isValue(position) && isText(part) ? Confidence.LOW : null;
    }
    if (isText(part)) {
      return position.isName() ? ofName(part, position) : Confidence.MEDIUM;
    }
    boolean isObject = type(part).isResolved();
    return isObject && position == Position.QUOTED ? Confidence.LOW : null;
  }

  /** Libraries and superclasses are told which table to work on by code, not by clients. */
  private Confidence ofName(TextPart part, Position position) {
    boolean isOwn = position == Position.SCHEMA_NAME && !chooser.isApplication(part.source());
    if (isOwn || chooser.isSubclass(part.source())) {
      return null;
    }
    return position == Position.QUOTED_NAME ? Confidence.LOW : Confidence.MEDIUM;
  }

  /** A property that says what to sort by, which is for those to say who ask. */
  private static boolean isOrder(TextPart part) {
    return part.expr() instanceof Invocation read
        && (ORDER.matcher(read.name()).matches() || SORTED_BY.matches(read).isYes());
  }

  private static boolean isValue(Position position) {
    return position == Position.VALUE || position == Position.QUOTED;
  }

  /** Whether it certainly is text, or a collection of texts. */
  private static boolean isText(TextPart part) {
    TypeRef type = type(part);
    return TEXTS.contains(type.name())
        || type.isA("java.lang.CharSequence").isYes()
        || type.isA("java.util.Collection").isYes()
        || type.isA("java.util.Map").isYes();
  }

  /**
   * Its type, before it was written out; where nothing resolved it, what the parameter is declared
   * as.
   */
  private static TypeRef type(TextPart part) {
    TypeRef type = part.expr().type();
    boolean isWrittenOut =
        part.expr() instanceof Expr.Call call
            && call.target() != null
            && call.arguments().isEmpty()
            && WRITERS.contains(call.name());
    if (isWrittenOut) {
      return ((Expr.Call) part.expr()).target().type();
    }
    boolean isDeclared =
        !type.isResolved()
            && part.expr() instanceof Expr.Name
            && part.source() instanceof Decl.Param;
    return isDeclared ? ((Decl.Param) part.source()).type().ref() : type;
  }
}
