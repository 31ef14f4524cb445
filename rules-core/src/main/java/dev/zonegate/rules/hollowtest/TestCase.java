package dev.zonegate.rules.hollowtest;

import dev.zonegate.match.ApiSet;
import dev.zonegate.match.AssertionCalls;
import dev.zonegate.match.Bindings;
import dev.zonegate.match.TypeSet;
import dev.zonegate.match.Vocabulary;
import dev.zonegate.match.Words;
import dev.zonegate.model.Annotation;
import dev.zonegate.model.Decl;
import dev.zonegate.model.Expr;
import dev.zonegate.model.Invocation;
import dev.zonegate.model.Modifier;
import dev.zonegate.model.SourceFile;
import dev.zonegate.model.Stmt;
import dev.zonegate.model.Variable;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A method that a test framework runs, with its body. */
record TestCase(SourceFile file, Decl.Method method) {
  private static final TypeSet TESTS = TypeSet.load("testing/tests.types");
  private static final TypeSet OFF = TypeSet.load("testing/switched-off.types");
  private static final TypeSet MOCKS = TypeSet.load("testing/mocks.types");
  private static final ApiSet MOCK_MAKERS = ApiSet.load("testing/mock-makers.api");
  private static final Set<String> TIMING =
      Set.copyOf(Vocabulary.lines("testing/timing-names.words"));
  private static final Pattern SMOKE =
      Pattern.compile(
          "(?s).*\\b(context loads|smokes?|benchmark|performance|startup|bootstrap|sanity)\\b.*"
              + "|(.* )?(main|loads|starts?|boots?)( (up|correctly|successfully|properly|fine|ok|test"
              + "|method|application|app|server|context)\\b.*)?");
  private static final Pattern MUST_NOT_THROW =
      Pattern.compile(
          "(?i)\\b(no|not|nothing|never|without|n't|prior to|used to|cause[sd]?|fix(ed)?)\\b"
              + "(?:(?!\\b(?:no|not|nothing|never|without|n't|prior to|used to|cause[sd]?|fix(ed)?)\\b)[^.])*"
              + "(throw|exception|\\bNPE\\b|\\berror|error\\b|\\bfail|crash|\\bblow)|\\bNPE (before|until)\\b"
              + "|should (still )?(work|be (ok|fine))\\b|can (handle|construct|create|build|be built)|no effect|nothing happens|should swallow|\\bthrows \\w+(Exception|Error)\\b"
              + "|\\b(no|nothing|not|cannot|can't|only|hard|difficult)\\b( \\w++){0,4} (to|be|can|only|way) (check|verif|test|assert)\\w*|\\bnot much point");

  /** What once failed is tried again: {@code DBCP-442}, and no name of a norm. */
  private static final Pattern TICKET =
      Pattern.compile("\\b(?!(?:UTF|ISO|SHA|RFC|AES|IEEE)-)[A-Z][A-Z0-9]{1,11}-\\d++\\b");

  private static final Pattern CLOCK =
      Pattern.compile("(?i)\\b(time ?stamps?|granularity|resolution of the clock|clock tick)\\b");

  private static final Pattern DEFECT = Pattern.compile("(?i)\\b(bug|regression|reproduces)\\b");

  private static final Pattern WORKERS =
      Pattern.compile(
          ".*(Service|Controller|Resource|UseCase|Handler|Repository|Manager|Facade|Processor"
              + "|Gateway|Client|Dao|Endpoint|Api)(Impl)?");
  private static final Pattern TEST_SUFFIX = Pattern.compile("(Unit)?(Tests?|IT|ITCase|Spec)$");

  /** All tests of a file that run. */
  static List<TestCase> of(SourceFile file) {
    return file.all(Decl.Method.class).stream()
        .filter(each -> each.body() != null)
        .map(each -> new TestCase(file, each))
        .filter(TestCase::isTest)
        .filter(each -> OFF.annotationIn(each.method().annotations()) == null)
        .filter(each -> each.type() == null || OFF.annotationIn(each.type().annotations()) == null)
        .toList();
  }

  private boolean isTest() {
    Decl.Type type = type();
    return annotation() != null
        || type != null
            && type.ref().isA("junit.framework.TestCase").isYes()
            && method.name().startsWith("test")
            && method.params().isEmpty()
            && method.modifiers().contains(Modifier.PUBLIC);
  }

  /** The annotation that makes it a test, or null. */
  Annotation annotation() {
    return TESTS.annotationIn(method.annotations());
  }

  String name() {
    return method.name();
  }

  /** The class that declares it, or null. */
  Decl.Type type() {
    return file.enclosing(method, Decl.Type.class);
  }

  List<Invocation> uses() {
    return file.allIn(method.body(), Invocation.class);
  }

  List<Expr.Call> calls() {
    return file.allIn(method.body(), Expr.Call.class);
  }

  /** Whether it can fail by more than an exception, as far as this file shows. */
  boolean checks() {
    return AssertionCalls.areIn(file, method.body()) || expectsException() || returnsVerdict();
  }

  /** A property of jqwik is refuted by {@code false}. */
  private boolean returnsVerdict() {
    return method.returnType() != null
        && method.returnType().ref().isAnyOf("boolean", "java.lang.Boolean").isYes();
  }

  boolean expectsException() {
    Annotation annotation = annotation();
    return annotation != null
        && (annotation.argument("expected") != null
            || annotation.argument("expectedExceptions") != null
            || annotation.argument("timeout") != null);
  }

  /** Fails where it does not end in time. */
  boolean isTimed() {
    return method.annotations().stream()
        .anyMatch(each -> each.type().isNamed("org.junit.jupiter.api.Timeout"));
  }

  /** There to see that something starts at all. */
  boolean isSmoke() {
    Decl.Type type = type();
    boolean isTagged =
        method.annotations().stream().anyMatch(each -> each.name().endsWith("Tag"))
            && file.text(method).toLowerCase(Locale.ROOT).contains("smoke");
    return isTagged
        || type != null && type.name().matches("(?s).*(Performance|Benchmark|Stress).*")
        || SMOKE.matcher(String.join(" ", Words.of(method.name()))).matches()
        || type != null && type.name().matches("(?s).*(Smoke|ApplicationTests?|ContextTests?).*");
  }

  /** About time itself, by its name, that of its class or a comment on the clock. */
  boolean isAboutTime() {
    Decl.Type type = type();
    boolean isOfClock =
        file.commentsIn(method).stream().anyMatch(each -> CLOCK.matcher(each.text()).find());
    return isOfClock
        || Words.of(method.name()).stream().anyMatch(TIMING::contains)
        || type != null && Words.of(type.name()).stream().anyMatch(TIMING::contains);
  }

  /** The name of the class that its class is about: {@code Orders} of {@code OrdersTest}. */
  static String subject(Decl.Type testClass) {
    return TEST_SUFFIX.matcher(testClass.name()).find()
        ? TEST_SUFFIX.matcher(testClass.name()).replaceFirst("")
        : testClass.name().replaceFirst("^Test(?=[A-Z])", "");
  }

  String subject() {
    Decl.Type type = type();
    return type == null ? "" : subject(type);
  }

  /** Whether a comment in it or above it says that it is passed where nothing is thrown. */
  boolean saysMustNotThrow() {
    return file.comments().stream()
        .filter(
            each ->
                method.span().contains(each.span())
                    || each.span().isBefore(method.span())
                        && method.span().startLine() - each.span().endLine() <= 1)
        .anyMatch(
            each ->
                MUST_NOT_THROW.matcher(each.text()).find() || TICKET.matcher(each.text()).find());
  }

  /** Whether a comment above its class tells a ticket and that something failed. */
  boolean isInClassOfDefect() {
    Decl.Type type = type();
    return type != null
        && file.comments().stream()
            .filter(
                each ->
                    each.span().isBefore(type.span())
                        && type.span().startLine() - each.span().endLine() <= 1)
            .anyMatch(
                each ->
                    TICKET.matcher(each.text()).find()
                        && (MUST_NOT_THROW.matcher(each.text()).find()
                            || DEFECT.matcher(each.text()).find()));
  }

  /** Whether what is tested does nothing, as its name says: {@code NullWriter}. */
  boolean isOfNothing() {
    return subject().matches("(Null(?!Safe|Handling|Check|Pointer)|No_?[Oo]p)[A-Z].*");
  }

  /** Whether what is tested does something for others, and is no data of its own. */
  boolean isOfWorker() {
    return WORKERS.matcher(subject()).matches();
  }

  /** Whether {@code value} is a variable that holds a mock. */
  static boolean isMock(SourceFile file, Expr value) {
    Variable variable = Bindings.of(file).declaration(value).orElse(null);
    if (variable == null || callsReal(file, variable)) {
      return false;
    }
    boolean isMade =
        variable.initializer() instanceof Expr.Call call && isMockMaker(call)
            || Bindings.of(file).assignments(variable).stream()
                .anyMatch(each -> each.value() instanceof Expr.Call call && isMockMaker(call));
    return isMade || MOCKS.annotationIn(variable.annotations()) != null;
  }

  /** A mock of an abstract class that runs what the class has. */
  private static boolean callsReal(SourceFile file, Variable variable) {
    Stream<Expr> made =
        Stream.concat(
            Stream.ofNullable(variable.initializer()),
            Bindings.of(file).assignments(variable).stream().map(Expr.Assign::value));
    return made.anyMatch(each -> file.text(each).contains("CALLS_REAL_METHODS"))
        || variable.annotations().stream()
            .anyMatch(each -> file.text(each).contains("CALLS_REAL_METHODS"));
  }

  static boolean isMockMaker(Expr.Call call) {
    return MOCK_MAKERS.matches(call).isYes();
  }

  /**
   * The outermost call of the sentence that {@code call} is in: of {@code a().b().c()} the last.
   */
  static Expr.Call sentence(SourceFile file, Expr.Call call) {
    Expr.Call last = call;
    while (file.parent(last) instanceof Expr.Call outer && outer.target() == last) {
      last = outer;
    }
    return last;
  }

  /** The first call of a sentence. */
  static Expr.Call root(Expr.Call call) {
    Expr.Call first = call;
    while (first.target() instanceof Expr.Call before) {
      first = before;
    }
    return first;
  }

  /** The local of this test that {@code value} names, or null. */
  Stmt.Local local(Expr value) {
    return value instanceof Expr.Name
            && Bindings.of(file).declaration(value).orElse(null) instanceof Stmt.Local local
        ? local
        : null;
  }
}
