package dev.zonegate.match;

import dev.zonegate.model.Decl;
import dev.zonegate.model.Expr;
import dev.zonegate.model.Invocation;
import dev.zonegate.model.Node;
import dev.zonegate.model.SourceFile;
import dev.zonegate.model.Stmt;
import dev.zonegate.model.TypeRef;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** What makes a test fail: calls of assertion libraries, and by their names those of anybody. */
public final class AssertionCalls {
  private static final int MOST_CALLS = 3;
  private static final ApiSet CHECKS = ApiSet.load("testing/checks.api");
  private static final Set<String> ALWAYS =
      Set.copyOf(Vocabulary.lines("testing/check-names.words"));
  private static final Set<String> OF_HELPERS =
      Set.copyOf(Vocabulary.lines("testing/check-helper-names.words"));
  private static final Pattern HELPER =
      Pattern.compile(
          "(?s).*(Assert.*|Verifier|Verifications?|Expectations?|Tester|Checker|Subject|Robot"
              + "|Page|Steps?|Scenario|Fixture|TestUtils?|TestSupport|TestHelper|TestBase|Tests?|Harness|Driver)");

  /** Answers of mocks, steps of futures and orders, and what is expected of a mock. */
  private static final Pattern ANSWERING =
      Pattern.compile(
          "then(Return|Throw|Answer|CallRealMethod|Apply|Accept|Run|Compose|Combine|Comparing|Many"
              + "|Empty|Do)\\w*|failed(Future|Stage)|expect(LastCall)?");

  private static final Pattern NO_HELPERS =
      Pattern.compile("(org\\.springframework\\.data|org\\.mockito\\.stubbing|java|reactor)\\..*");

  /** Libraries all of whose checks are told by tables and names. */
  private static final Pattern TEST_LIBRARIES =
      Pattern.compile("(org\\.(junit|mockito|assertj|hamcrest|springframework)|java)\\..*");

  private AssertionCalls() {}

  /** Whether {@code use} itself fails a test that it does not like, as far as it can be known. */
  public static boolean isCheck(Invocation use) {
    if (CHECKS.matches(use).isYes()) {
      return true;
    }
    List<String> words = Words.of(use.name());
    String verb = words.isEmpty() ? "" : words.get(0);
    TypeRef receiver = use.receiverType();
    boolean isOfOthers = NO_HELPERS.matcher(receiver.name()).matches();
    if (ALWAYS.contains(verb) && !isOfOthers && !isAnswer(use)
        || use.name().startsWith("andExpect")) {
      return true;
    }
    boolean isHelper = HELPER.matcher(receiver.simpleName()).matches() && !isOfOthers;
    return isHelper && !(use instanceof Expr.New)
        || OF_HELPERS.contains(verb) && (isOwn(use) || receiver.isUnknown());
  }

  /** EasyMock's {@code expect} is one where nobody else's is known to be meant. */
  private static boolean isAnswer(Invocation use) {
    boolean isOfMock =
        use.method() == null || use.method().owner().name().startsWith("org.easymock.");
    return ANSWERING.matcher(use.name()).matches()
        && (!use.name().startsWith("expect") || isOfMock && use.target() == null);
  }

  private static boolean isOwn(Invocation use) {
    return use instanceof Expr.Call && (use.target() == null || use.target() instanceof Expr.This);
  }

  /**
   * Whether something below {@code node} checks: itself, or a method of this file that it calls,
   * three calls deep.
   */
  public static boolean areIn(SourceFile file, Node node) {
    return areIn(file, node, 0, true);
  }

  /** {@code checker.check(x)} in the test of {@code Checker} is what is tested. */
  private static boolean isSubject(SourceFile file, Invocation use) {
    String receiver = use.receiverType().simpleName();
    return !receiver.isEmpty()
        && use.target() instanceof Expr.Name
        && !CHECKS.matches(use).isYes()
        && file.unit().types().stream()
            .anyMatch(each -> each.name().startsWith(receiver) && !each.name().equals(receiver));
  }

  /** Whether {@code use} calls a method of this file that checks. */
  public static boolean isHelper(SourceFile file, Invocation use) {
    Decl.Method own = Methods.of(file).declaration(use).orElse(null);
    return own != null && own.body() != null && areIn(file, own.body(), 1, isOwn(use));
  }

  private static boolean areIn(SourceFile file, Node node, int depth, boolean isTest) {
    if (!file.allIn(node, Stmt.Assert.class).isEmpty()
        || isTest && !file.allIn(node, Stmt.Throw.class).isEmpty()) {
      return true;
    }
    for (Invocation each : file.allIn(node, Invocation.class)) {
      Decl.Method own = Methods.of(file).declaration(each).orElse(null);
      boolean isWritten = own != null && own.body() != null;
      if (isWritten
          ? depth < MOST_CALLS && areIn(file, own.body(), depth + 1, isTest && isOwn(each))
          : isCheck(each) && !isSubject(file, each) || isUnknown(each)) {
        return true;
      }
    }
    return false;
  }

  /** A method that nobody knows may check. */
  private static boolean isUnknown(Invocation use) {
    return use instanceof Expr.Call
        && use.method() == null
        && use.target() == null
        && !TEST_LIBRARIES.matcher(use.receiverType().name()).matches();
  }
}
