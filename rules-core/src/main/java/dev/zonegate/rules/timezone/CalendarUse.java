package dev.zonegate.rules.timezone;

import dev.zonegate.match.Bindings;
import dev.zonegate.match.LeafName;
import dev.zonegate.model.Decl;
import dev.zonegate.model.Expr;
import dev.zonegate.model.Invocation;
import dev.zonegate.model.SourceFile;
import dev.zonegate.model.Stmt;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** What is asked of a {@code Calendar} in the zone of the machine. */
final class CalendarUse {
  private static final Set<String> MOMENTS =
      Set.of(
          "setTime",
          "getTime",
          "setTimeInMillis",
          "getTimeInMillis",
          "toInstant",
          "setLenient",
          "before",
          "after",
          "compareTo");
  private static final Set<String> SAME_EVERYWHERE = Set.of("MILLISECOND", "SECOND");
  private static final Set<String> LENGTHS =
      Set.of("MILLISECOND", "SECOND", "MINUTE", "HOUR", "HOUR_OF_DAY");

  private static final Set<String> FIELD_CALLS = Set.of("get", "set", "clear", "add");
  private static final Set<String> ORDER = Set.of("<", ">");
  private static final int FAR = 10;

  private CalendarUse() {}

  /** Whether it serves only to move a moment by hours or less, or to cut off its milliseconds. */
  static boolean isZoneFree(SourceFile file, Invocation calendar) {
    return areUses(file, calendar, CalendarUse::isZoneFree);
  }

  /** Whether of its fields only the year is read, and that for a bound which is years away. */
  static boolean isFarYear(SourceFile file, Invocation calendar) {
    return file.parent(calendar) instanceof Expr.Call call && isFarYear(file, call)
        || areUses(file, calendar, call -> isZoneFree(call) || isFarYear(file, call));
  }

  private static boolean areUses(
      SourceFile file, Invocation calendar, Predicate<Expr.Call> predicate) {
    if (!(Surroundings.holder(file, calendar) instanceof Stmt.Local local)) {
      return false;
    }
    List<Expr> uses = Bindings.of(file).uses(local);
    return !uses.isEmpty()
        && uses.stream()
            .allMatch(
                use ->
                    file.parent(use) instanceof Expr.Call call
                        && call.target() == use
                        && (predicate.test(call) || isUnknownField(file, call)));
  }

  private static boolean isZoneFree(Expr.Call call) {
    return switch (call.name()) {
      case "get", "set", "clear" -> isField(call, SAME_EVERYWHERE);
      case "add" -> isField(call, LENGTHS);
      default -> MOMENTS.contains(call.name());
    };
  }

  /** {@code add(field, amount)} of a field that the caller chooses. */
  private static boolean isUnknownField(SourceFile file, Expr.Call call) {
    return FIELD_CALLS.contains(call.name())
        && !call.arguments().isEmpty()
        && Values.declaration(file, call.arguments().get(0)) instanceof Decl.Param;
  }

  /** {@code get(YEAR) > YEAR_TO_GIVE_UP_AT} and {@code get(YEAR) + 100}. */
  private static boolean isFarYear(SourceFile file, Expr.Call call) {
    return call.name().equals("get")
        && isField(call, Set.of("YEAR"))
        && file.parent(call) instanceof Expr.Binary binary
        && (ORDER.contains(binary.operator())
            || binary.operator().equals("+")
                && Values.number(file, binary.right()).orElse(0) >= FAR);
  }

  private static boolean isField(Expr.Call call, Set<String> fields) {
    return !call.arguments().isEmpty() && fields.contains(LeafName.of(call.arguments().get(0)));
  }
}
