package dev.zonegate.rules.missingstate;

import dev.zonegate.match.Words;
import dev.zonegate.model.Expr;
import dev.zonegate.model.Node;
import dev.zonegate.model.Pattern;
import dev.zonegate.model.TypeRef;
import dev.zonegate.model.TypeShape;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The constants of an enum, and which of them a dispatch names.
 *
 * @param type simple name of the enum
 * @param isSealed whether it is a sealed type and its subtypes are meant
 * @param all its constants in order
 * @param missing those that are not named
 */
record EnumStates(String type, boolean isSealed, List<String> all, List<String> missing) {
  private static final int SHOWN = 2;
  private static final int FEW = 3;
  private static final java.util.regex.Pattern NOTHING =
      java.util.regex.Pattern.compile(
          "(.*_)?(NONE|IGNORED?|DISABLED|UNKNOWN|OTHER|DEFAULT|NOOP|UNDEFINED)");
  private static final Set<String> STATES =
      Set.of(
          "status",
          "state",
          "phase",
          "stage",
          "step",
          "outcome",
          "result",
          "decision",
          "lifecycle",
          "transition",
          "condition",
          "progress",
          "reply",
          "response");

  /**
   * What {@code named} leave out; null if the type is no enum whose constants are known and no
   * sealed type, whose subtypes are such constants too.
   */
  static EnumStates of(TypeRef type, Set<String> named) {
    if (!type.shape().permitted().isEmpty()) {
      List<String> all = type.shape().permitted().stream().map(EnumStates::simple).toList();
      List<String> left = all.stream().filter(each -> !named.contains(each)).toList();
      return new EnumStates(type.simpleName(), true, all, left);
    }
    if (type.shape().kind() != TypeShape.Kind.ENUM || type.shape().constants().isEmpty()) {
      return null;
    }
    List<String> missing = new ArrayList<>(type.shape().constants());
    missing.removeAll(named);
    missing.removeIf(each -> NOTHING.matcher(each).matches());
    return new EnumStates(type.simpleName(), false, type.shape().constants(), missing);
  }

  private static String simple(String name) {
    return name.substring(name.lastIndexOf('.') + 1);
  }

  /** The name of the constant or subtype that a label or operand names, or null. */
  static String named(Node label) {
    if (label instanceof Pattern.Typed typed) {
      return typed.type().ref().simpleName();
    }
    if (label instanceof Pattern.Deconstruction parts) {
      return parts.type().ref().simpleName();
    }
    if (label instanceof Expr.Name name) {
      return name.name();
    }
    return label instanceof Expr.FieldAccess access ? access.name() : null;
  }

  int handled() {
    return all.size() - missing.size();
  }

  /**
   * Whether most are named, or half of the states, so that the others look forgotten rather than
   * left out.
   */
  boolean looksForgotten() {
    boolean isMostly = handled() > missing.size() || areStates() && handled() == missing.size();
    return !missing.isEmpty() && handled() >= 2 && isMostly;
  }

  /** Whether nearly all are named. */
  boolean isNearlyAll() {
    return handled() >= FEW * missing.size();
  }

  /** Whether it is sealed, or says by its name that something goes through its constants. */
  boolean areStates() {
    return isSealed || Words.of(type).stream().anyMatch(STATES::contains);
  }

  /** The missing ones as a message shows them. */
  String shown() {
    String first =
        missing.stream()
            .limit(SHOWN)
            .map(each -> "`" + each + "`")
            .collect(Collectors.joining(", "));
    return missing.size() <= SHOWN ? first : first + " and " + (missing.size() - SHOWN) + " more";
  }
}
