package dev.zonegate.rules.hollowtest;

import dev.zonegate.match.AssertionCalls;
import dev.zonegate.match.Constants;
import dev.zonegate.match.Vocabulary;
import dev.zonegate.model.Expr;
import dev.zonegate.model.SourceFile;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A check that nearly every outcome passes: that something is there, is not empty, is of a type.
 */
final class WeakClaim {
  private static final Set<String> WEAK = Set.copyOf(Vocabulary.lines("testing/weak-checks.words"));
  private static final Pattern TRUE = Pattern.compile("assertTrue|isTrue");
  private static final Pattern FALSE = Pattern.compile("assertFalse|isFalse");
  private static final Pattern THERE = Pattern.compile("isPresent|is2xxSuccessful|nonNull");
  private static final Pattern NOT_THERE = Pattern.compile("isEmpty|isBlank|isNull");
  private static final Pattern STATUS =
      Pattern.compile("getStatusCode(Value)?|statusCode|status|getStatus");
  private static final Pattern EQUAL =
      Pattern.compile("assertEquals|isEqualTo|assertSame|isSameAs");
  private static final Pattern OK =
      Pattern.compile("(HttpStatus\\.)?OK|200|HttpServletResponse\\.SC_OK");

  private WeakClaim() {}

  static boolean isMade(SourceFile file, Expr.Call check) {
    if (WEAK.contains(check.name())) {
      return !isNarrowing(check);
    }
    if (isSuccess(file, check)) {
      return true;
    }
    Expr claim = claim(check);
    return claim != null
        && (TRUE.matcher(check.name()).matches() && isThere(file, claim)
            || FALSE.matcher(check.name()).matches() && isNotThere(claim));
  }

  /**
   * {@code assertInstanceOf(NoOpLog.class, log)}: which of several classes it is says something.
   */
  private static boolean isNarrowing(Expr.Call check) {
    Expr value =
        check.name().equals("assertInstanceOf") && check.arguments().size() > 1
            ? check.arguments().get(1)
            : check.name().equals("isInstanceOf") ? claim(check) : null;
    Expr type = check.arguments().isEmpty() ? null : check.arguments().get(0);
    return value != null
        && type instanceof Expr.ClassLiteral literal
        && value.type().isResolved()
        && !value.type().isNamed("java.lang.Object")
        && !value.type().isNamed(literal.named().ref().name());
  }

  /** Hamcrest's {@code is(notNullValue())} and {@code not(nullValue())}. */
  static boolean isMatcher(Expr matcher) {
    if (!(matcher instanceof Expr.Call call)) {
      return false;
    }
    Expr inner = call.arguments().size() == 1 ? call.arguments().get(0) : null;
    return WEAK.contains(call.name())
        || call.name().matches("instanceOf|isA|any") && call.target() == null
        || call.name().equals("is") && isMatcher(inner)
        || call.name().equals("not")
            && inner instanceof Expr.Call not
            && not.name().matches("nullValue|empty|emptyString|isEmptyString");
  }

  /** What is asserted to be true or false: {@code x != null} of {@code assertThat(x != null)}. */
  private static Expr claim(Expr.Call check) {
    if (check.target() instanceof Expr.Call start && start.name().equals("assertThat")) {
      return start.arguments().size() == 1 ? start.arguments().get(0) : null;
    }
    List<Expr> arguments = check.arguments();
    if (arguments.isEmpty() || !AssertionCalls.isCheck(check)) {
      return null;
    }
    boolean isMessageFirst =
        arguments.size() == 2 && arguments.get(0) instanceof Expr.Literal text && text.isString();
    return arguments.get(isMessageFirst ? 1 : 0);
  }

  private static boolean isThere(SourceFile file, Expr claim) {
    if (claim instanceof Expr.Unary not && not.operator().equals("!")) {
      return isNotThere(not.operand());
    }
    if (claim instanceof Expr.Binary compared) {
      return compared.operator().equals("!=") && isNull(compared.right())
          || compared.operator().equals("!=") && isNull(compared.left())
          || compared.operator().equals(">") && isSize(compared.left()) && isZero(file, compared);
    }
    return claim instanceof Expr.InstanceOf
        || claim instanceof Expr.Call call && THERE.matcher(call.name()).matches();
  }

  private static boolean isNotThere(Expr claim) {
    return claim instanceof Expr.Call call && NOT_THERE.matcher(call.name()).matches()
        || claim instanceof Expr.Binary compared
            && compared.operator().equals("==")
            && (isNull(compared.right()) || isNull(compared.left()));
  }

  private static boolean isNull(Expr value) {
    return value instanceof Expr.Literal literal && literal.isNull();
  }

  private static boolean isSize(Expr value) {
    return value instanceof Expr.Call call && call.name().matches("size|length|count")
        || value instanceof Expr.FieldAccess access && access.name().equals("length");
  }

  private static boolean isZero(SourceFile file, Expr.Binary compared) {
    return Constants.of(file).value(compared.right()).filter(it -> it.equals(0)).isPresent();
  }

  /** {@code assertEquals(HttpStatus.OK, response.getStatusCode())}. */
  private static boolean isSuccess(SourceFile file, Expr.Call check) {
    if (!EQUAL.matcher(check.name()).matches()) {
      return false;
    }
    Expr claim = claim(check);
    List<Expr> arguments = check.arguments();
    Expr other =
        claim == arguments.get(0) && arguments.size() > 1 ? arguments.get(1) : arguments.get(0);
    return claim != null
        && (isOk(file, claim) && isStatus(other) || isOk(file, other) && isStatus(claim));
  }

  private static boolean isOk(SourceFile file, Expr value) {
    return OK.matcher(file.text(value)).matches();
  }

  private static boolean isStatus(Expr value) {
    return value instanceof Expr.Call call && STATUS.matcher(call.name()).matches()
        || value instanceof Expr.Call number
            && number.name().equals("value")
            && number.target() instanceof Expr.Call inner
            && STATUS.matcher(inner.name()).matches();
  }
}
