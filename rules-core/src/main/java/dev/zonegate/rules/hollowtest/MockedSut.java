package dev.zonegate.rules.hollowtest;

import dev.zonegate.match.AssertionCalls;
import dev.zonegate.match.Bindings;
import dev.zonegate.match.TypeSet;
import dev.zonegate.model.Decl;
import dev.zonegate.model.Expr;
import dev.zonegate.model.Node;
import dev.zonegate.model.SourceFile;
import dev.zonegate.model.Stmt;
import dev.zonegate.model.Variable;
import dev.zonegate.rule.Reporter;
import java.util.List;

/** A test class that mocks the class it is about. */
final class MockedSut {
  private static final TypeSet SPIES = TypeSet.load("testing/spies.types");

  private MockedSut() {}

  static void find(SourceFile file, Reporter report) {
    for (Decl.Type each : file.unit().types()) {
      String subject = TestCase.subject(each);
      if (!subject.equals(each.name())) {
        findMocks(file, each, subject, report);
      }
      if (!subject.equals(each.name())) {
        findSpies(file, each, subject, report);
      }
    }
  }

  private static void findMocks(
      SourceFile file, Decl.Type testClass, String subject, Reporter report) {
    boolean hasReal = hasReal(file, testClass, subject);
    for (Variable each : file.allIn(testClass, Variable.class)) {
      boolean isMock =
          each.type() != null
              && isWritten(file, each, subject)
              && !(each instanceof Decl.Param)
              && !each.name().matches("(?is).*(parent|other|delegate|next|wrapped|inner).*")
              && uses(file, each).stream()
                  .findFirst()
                  .filter(use -> TestCase.isMock(file, use))
                  .isPresent();
      if (isMock && (!hasReal || isAsked(file, each)) && !callsReal(file, each)) {
        report.at(each, HollowTestRule.MOCKED_SUT, subject, "a mock");
      }
    }
  }

  /** Other tests have a real one, and this one checks what its mock answers. */
  private static boolean isAsked(SourceFile file, Variable mock) {
    return !(mock instanceof Decl.Field)
        && uses(file, mock).stream()
            .anyMatch(
                use ->
                    file.parent(use) instanceof Expr.Call call
                        && call.target() == use
                        && file.parent(call) instanceof Expr.Call check
                        && check.arguments().contains(call)
                        && AssertionCalls.isCheck(check));
  }

  /** Whether a variable is declared with a class of this name, be it known or only written. */
  private static boolean isWritten(SourceFile file, Variable variable, String subject) {
    return variable.type().ref().isUnknown()
        ? file.text(variable.type()).equals(subject)
        : variable.type().ref().simpleName().equals(subject);
  }

  private static List<Expr> uses(SourceFile file, Variable variable) {
    return Bindings.of(file).uses(variable);
  }

  /** An abstract class is tested through a mock that calls its real methods. */
  private static boolean callsReal(SourceFile file, Variable variable) {
    return uses(file, variable).stream()
            .anyMatch(use -> file.text(statement(file, use)).contains("thenCallRealMethod"))
        || uses(file, variable).stream()
            .anyMatch(use -> file.text(statement(file, use)).contains("doCallRealMethod"));
  }

  private static Node statement(SourceFile file, Expr use) {
    Node node = use;
    while (!(node instanceof Stmt) && file.parent(node) != null) {
      node = file.parent(node);
    }
    return node;
  }

  /** Whether the test makes a real one as well: of its class, or of one that is called like it. */
  private static boolean hasReal(SourceFile file, Decl.Type testClass, String subject) {
    return file.allIn(testClass, Expr.New.class).stream()
            .anyMatch(each -> each.created().ref().simpleName().contains(subject))
        || file.allIn(testClass, Decl.Field.class).stream()
            .anyMatch(
                each ->
                    each.annotations().stream()
                            .anyMatch(
                                a -> a.name().matches("(.*\\.)?(InjectMocks|Autowired|Inject)"))
                        && each.type().ref().simpleName().contains(subject));
  }

  /** {@code doReturn(x).when(spy).price(order)}, and then {@code spy.price(order)}. */
  private static void findSpies(
      SourceFile file, Decl.Type testClass, String subject, Reporter report) {
    for (Expr.Call stub : file.allIn(testClass, Expr.Call.class)) {
      Expr.Call when = stub.target() instanceof Expr.Call call ? call : null;
      if (when == null
          || !when.name().equals("when")
          || when.arguments().size() != 1
          || !isSpy(file, when.arguments().get(0), subject)) {
        continue;
      }
      String spy = file.text(when.arguments().get(0));
      Decl.Method around = file.enclosing(stub, Decl.Method.class);
      boolean isCalled =
          around != null
              && file.allIn(around.body(), Expr.Call.class).stream()
                  .anyMatch(
                      each ->
                          each.name().equals(stub.name())
                              && each.target() instanceof Expr.Name name
                              && name.name().equals(spy));
      if (isCalled) {
        report.at(
            stub,
            HollowTestRule.MOCKED_SUT,
            subject,
            "a spy whose `" + stub.name() + "` is replaced");
      }
    }
  }

  private static boolean isSpy(SourceFile file, Expr value, String subject) {
    Variable variable = Bindings.of(file).declaration(value).orElse(null);
    boolean isTested =
        variable != null
            && variable.type() != null
            && (isWritten(file, variable, subject) || value.type().simpleName().equals(subject));
    if (!isTested) {
      return false;
    }
    boolean isMade =
        variable.initializer() instanceof Expr.Call call && call.name().equals("spy")
            || Bindings.of(file).assignments(variable).stream()
                .anyMatch(
                    each -> each.value() instanceof Expr.Call call && call.name().equals("spy"));
    return isMade || SPIES.annotationIn(variable.annotations()) != null;
  }
}
