package dev.zonegate.rules.hollowtest;

import dev.zonegate.match.Bindings;
import dev.zonegate.match.TypeSet;
import dev.zonegate.match.Vocabulary;
import dev.zonegate.model.Decl;
import dev.zonegate.model.Expr;
import dev.zonegate.model.Invocation;
import dev.zonegate.model.Node;
import dev.zonegate.model.SourceFile;
import dev.zonegate.model.Stmt;
import dev.zonegate.model.TypeRef;
import dev.zonegate.model.Variable;
import dev.zonegate.rule.Reporter;
import java.util.List;

/** A test that never leaves its own file, its mocks and the JDK. */
final class SutNeverCalled {
  private static final List<String> INERT = Vocabulary.lines("testing/inert-packages.words");
  private static final TypeSet REACHING = TypeSet.load("testing/reaching.types");

  private SutNeverCalled() {}

  static boolean find(TestCase test, Reporter report) {
    if (!test.checks()
        || test.isSmoke()
        || test.expectsException()
        || test.method().body().statements().isEmpty()
        || !test.method().params().isEmpty()
        || reaches(test)) {
      return false;
    }
    report.at(test.method(), HollowTestRule.SUT_NEVER_CALLED, test.name());
    return true;
  }

  private static boolean reaches(TestCase test) {
    return test.file().allIn(test.method().body(), Node.class).stream()
        .anyMatch(each -> isReach(test, each));
  }

  private static boolean isReach(TestCase test, Node node) {
    SourceFile file = test.file();
    if (node instanceof Expr.Name name) {
      Variable variable = Bindings.of(file).declaration(name).orElse(null);
      return variable == null
          ? !isInert(name.type())
          : isSubject(test, name.type())
              || variable instanceof Decl.Field
                  && !TestCase.isMock(file, name)
                  && !isConstant(variable);
    }
    if (node instanceof Expr.FieldAccess access) {
      return !isInert(access.target().type());
    }
    if (node instanceof Invocation use) {
      return isReaching(test, use);
    }
    return node instanceof Expr.Opaque
        || node instanceof Stmt.Opaque
        || node instanceof Expr.MethodReference reference && !isInert(reference.receiverType())
        || node instanceof Expr.SwitchExpr;
  }

  /** A mock of what the class tests is told of as that. */
  private static boolean isSubject(TestCase test, TypeRef type) {
    return !test.subject().isEmpty() && type.simpleName().equals(test.subject());
  }

  private static boolean isConstant(Variable field) {
    return field.initializer() instanceof Expr.Literal;
  }

  private static boolean isReaching(TestCase test, Invocation use) {
    if (use.target() == null && !(use instanceof Expr.New)) {
      return !isInert(use.receiverType());
    }
    if (use.target() != null && TestCase.isMock(test.file(), use.target())) {
      return false;
    }
    if (use.target() instanceof Expr.Call inner
        && TestCase.root(inner).name().matches("verify|when|then")) {
      return false;
    }
    return !isInert(use.receiverType()) && !isFilling(test, use) && !isFilled(test, use);
  }

  /** A data object that the test itself fills and reads, and that is not what the test is about. */
  private static boolean isFilling(TestCase test, Invocation use) {
    String type = use.receiverType().simpleName();
    boolean isSubject =
        type.contains(test.subject()) || test.subject().contains(type) && !test.isOfWorker();
    return !isSubject
        && !use.receiverType().isUnknown()
        && use instanceof Expr.Call call
        && isProperty(test, call)
        && test.local(call.target()) != null
        && test.local(call.target()).initializer() instanceof Expr.New created
        && created.arguments().isEmpty();
  }

  /** {@code setName(x)}, and {@code getName()} of what the test has set. */
  private static boolean isProperty(TestCase test, Expr.Call call) {
    boolean isSetter = call.name().matches("set[A-Z]\\w*");
    String setter = call.name().replaceFirst("^(get|is)(?=[A-Z])", "set");
    return isSetter
        ? call.arguments().size() == 1
            && test.file().parent(call) instanceof Stmt.Expression
            && test.file().enclosing(call, Expr.Lambda.class) == null
        : !setter.equals(call.name())
            && call.arguments().isEmpty()
            && test.calls().stream()
                .anyMatch(each -> each.name().equals(setter) && isProperty(test, each));
  }

  /** The making of such an object. */
  private static boolean isFilled(TestCase test, Invocation use) {
    if (!(use instanceof Expr.New made)
        || !(test.file().parent(made) instanceof Stmt.Local local)
        || made.body() != null) {
      return false;
    }
    List<Expr> uses = Bindings.of(test.file()).uses(local);
    return !uses.isEmpty()
        && uses.stream()
            .map(test.file()::parent)
            .allMatch(each -> each instanceof Expr.Call call && isFilling(test, call));
  }

  private static boolean isInert(TypeRef type) {
    if (type.isPrimitive() || type.isArray()) {
      return true;
    }
    return !type.isUnknown()
        && INERT.stream().anyMatch(each -> type.name().startsWith(each + "."))
        && !type.name().startsWith("java.util.function.")
        && !type.name().startsWith("java.lang.reflect.")
        && !REACHING.contains(type).isYes();
  }
}
