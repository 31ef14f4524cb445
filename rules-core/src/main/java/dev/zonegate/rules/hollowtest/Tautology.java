package dev.zonegate.rules.hollowtest;

import dev.zonegate.match.AssertionCalls;
import dev.zonegate.match.Bindings;
import dev.zonegate.match.Constants;
import dev.zonegate.match.Same;
import dev.zonegate.model.Decl;
import dev.zonegate.model.Expr;
import dev.zonegate.model.Node;
import dev.zonegate.model.SourceFile;
import dev.zonegate.model.Stmt;
import dev.zonegate.model.Variable;
import dev.zonegate.rule.Reporter;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** A check of something that the test itself has written down. */
final class Tautology {
  private static final int LONGEST = 40;
  private static final Pattern CONTRACT =
      Pattern.compile("(?is).*(equal|hash|reflexiv|contract|compar|same|identity|consisten).*");
  private static final Pattern SAME =
      Pattern.compile("assertEquals|assertSame|assertArrayEquals|assertIterableEquals");
  private static final Pattern IS_SAME =
      Pattern.compile("isEqualTo|isSameAs|containsExactlyElementsOf|hasSameElementsAs");
  private static final Pattern NOT_NULL = Pattern.compile("assertNotNull|isNotNull");
  private static final Pattern BOOLEAN = Pattern.compile("assertTrue|assertFalse|isTrue|isFalse");

  private static final Pattern JUNIT_4 =
      Pattern.compile("org\\.junit\\.Assert|junit\\.framework\\.\\w+");

  private Tautology() {}

  static void find(TestCase test, Reporter report) {
    for (Expr.Call each : test.calls()) {
      if (isTautology(test, each)) {
        report.at(each, HollowTestRule.TAUTOLOGY, shown(test.file(), each));
      }
    }
  }

  private static String shown(SourceFile file, Expr.Call call) {
    String text = file.text(call);
    if (text.length() <= LONGEST && !text.contains("\n") && !text.contains("\r")) {
      return text;
    }
    Expr.Call root = TestCase.root(call);
    return root == call
        ? call.shortName()
        : root.shortName().replaceFirst("^Assertions\\.", "") + "." + call.name();
  }

  private static boolean isTautology(TestCase test, Expr.Call call) {
    SourceFile file = test.file();
    Optional<Expr> actual = actual(call);
    if (actual.isPresent()) {
      return ofSentence(test, call, actual.get());
    }
    boolean isCheck = AssertionCalls.isCheck(call) && !call.arguments().isEmpty();
    if (!isCheck) {
      return false;
    }
    if (call.name().equals("assertThat") && call.arguments().size() > 1) {
      return isOfMatcher(test, call);
    }
    if (SAME.matcher(call.name()).matches() && call.arguments().size() > 1) {
      int start = isMessageFirst(call) ? 1 : 0;
      return areSame(test, call.arguments().get(start), call.arguments().get(start + 1));
    }
    return NOT_NULL.matcher(call.name()).matches() && isNeverNull(file, value(call))
        || BOOLEAN.matcher(call.name()).matches() && isFixed(file, value(call));
  }

  /**
   * JUnit 4 has the message in front, {@code assertEquals("one row", 1, rows)}, and its successors
   * at the end; where nobody knows which it is, the place without a text tells.
   */
  private static boolean isMessageFirst(Expr.Call call) {
    List<Expr> arguments = call.arguments();
    if (arguments.size() < 3 || !isText(arguments.get(0))) {
      return false;
    }
    String owner = call.receiverType().name();
    return JUNIT_4.matcher(owner).matches()
        || call.receiverType().isUnknown() && !isText(arguments.get(2));
  }

  private static boolean isText(Expr value) {
    return value.type().isNamed("java.lang.String");
  }

  /** Hamcrest's {@code assertThat(x, is(x))}. */
  private static boolean isOfMatcher(TestCase test, Expr.Call call) {
    List<Expr> arguments = call.arguments();
    Expr matcher = arguments.get(arguments.size() - 1);
    return matcher instanceof Expr.Call same
        && same.name().matches("is|equalTo|sameInstance")
        && same.arguments().size() == 1
        && areSame(test, arguments.get(arguments.size() - 2), same.arguments().get(0));
  }

  /** {@code true}, {@code open || !open}, {@code orders.size() >= 0}. */
  private static boolean isFixed(SourceFile file, Expr claim) {
    if (claim instanceof Expr.Binary either && either.operator().equals("||")) {
      return isNegation(either.left(), either.right()) || isNegation(either.right(), either.left());
    }
    if (claim instanceof Expr.Binary compared && compared.operator().equals(">=")) {
      boolean isSize =
          compared.left() instanceof Expr.Call size && size.name().matches("size|length|count");
      return isSize
          && Constants.of(file)
              .value(compared.right())
              .filter(it -> it.equals(0) || it.equals(0L))
              .isPresent();
    }
    return isOwnConstant(file, claim);
  }

  private static boolean isNegation(Expr one, Expr other) {
    return other instanceof Expr.Unary not
        && not.operator().equals("!")
        && Same.are(one, not.operand());
  }

  /** What is asserted, wherever the message stands. */
  private static Expr value(Expr.Call call) {
    List<Expr> arguments = call.arguments();
    boolean isMessageFirst =
        arguments.size() == 2 && arguments.get(0) instanceof Expr.Literal text && text.isString();
    return arguments.get(isMessageFirst ? 1 : 0);
  }

  private static boolean ofSentence(TestCase test, Expr.Call call, Expr actual) {
    if (IS_SAME.matcher(call.name()).matches() && call.arguments().size() == 1) {
      return areSame(test, actual, call.arguments().get(0));
    }
    return NOT_NULL.matcher(call.name()).matches() && isNeverNull(test.file(), actual)
        || BOOLEAN.matcher(call.name()).matches() && isFixed(test.file(), actual);
  }

  /** Of {@code assertThat(x).isEqualTo(y)} the {@code x}, where nothing stands between. */
  private static Optional<Expr> actual(Expr.Call call) {
    boolean isSentence =
        call.target() instanceof Expr.Call start
            && start.name().equals("assertThat")
            && start.arguments().size() == 1;
    return isSentence
        ? Optional.of(((Expr.Call) call.target()).arguments().get(0))
        : Optional.empty();
  }

  private static boolean areSame(TestCase test, Expr one, Expr other) {
    SourceFile file = test.file();
    if (isVariable(one) && file.text(one).equals(file.text(other))
        || isRead(one) && Same.are(one, other)) {
      return one.type().isPrimitive() || !isContract(test); // numbers have no contract
    }
    return isOwnConstant(file, one) && isOwnConstant(file, other);
  }

  /** About equality as such, as its name, its class or what else it checks tells. */
  private static boolean isContract(TestCase test) {
    return CONTRACT.matcher(test.name()).matches()
        || test.type() != null && CONTRACT.matcher(test.type().name()).matches()
        || test.calls().stream()
            .anyMatch(each -> each.name().matches("hashCode|equals|assertNotEquals|isNotEqualTo"));
  }

  /** {@code order.getTotal()}: asked twice it says the same. */
  private static boolean isRead(Expr value) {
    return value instanceof Expr.Call call
        && call.arguments().isEmpty()
        && call.name().matches("(get|is)(?!Instance|Next|And)[A-Z]\\w*")
        && call.target() instanceof Expr.Name;
  }

  private static boolean isVariable(Expr value) {
    return value instanceof Expr.Name;
  }

  /** A value that the test's own file fixes, without any code of the program in it. */
  private static boolean isOwnConstant(SourceFile file, Expr value) {
    return Constants.of(file).value(value).isPresent() && isOwn(file, value);
  }

  private static boolean isOwn(SourceFile file, Expr value) {
    for (Node each : file.allIn(value, Node.class)) {
      if (each instanceof Expr.Name name && !isOwnVariable(file, name)
          || each instanceof Expr.FieldAccess
          || each instanceof Expr.Call
          || each instanceof Expr.Lambda) {
        return false;
      }
    }
    return true;
  }

  private static boolean isOwnVariable(SourceFile file, Expr.Name name) {
    Variable variable = Bindings.of(file).declaration(name).orElse(null);
    return (variable instanceof Stmt.Local || variable instanceof Decl.Field)
        && variable.initializer() != null
        && isOwn(file, variable.initializer());
  }

  private static boolean isNeverNull(SourceFile file, Expr value) {
    if (value instanceof Expr.Name name) {
      Variable variable = Bindings.of(file).declaration(name).orElse(null);
      return variable instanceof Stmt.Local local
          && local.type() != null
          && (local.type().ref().isPrimitive()
              || local.initializer() instanceof Expr.New
                  && Bindings.of(file).isAssignedOnce(local)
                  && Bindings.of(file).uses(local).size() == 1);
    }
    return value instanceof Expr.New
        || value instanceof Expr.Literal literal && !literal.isNull()
        || value instanceof Expr.Call call && isLiteralCollection(call)
        || value.type().isPrimitive() && !value.type().isNamed("null");
  }

  private static boolean isLiteralCollection(Expr.Call call) {
    return call.name().equals("of")
        && call.target() instanceof Expr.TypeName type
        && type.type().name().matches("java\\.util\\.(List|Set|Map)");
  }
}
