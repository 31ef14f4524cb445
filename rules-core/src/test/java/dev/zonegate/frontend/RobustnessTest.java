package dev.zonegate.frontend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.zonegate.frontend.javac.JavacFrontEnd;
import dev.zonegate.frontend.javaparser.JavaparserFrontEnd;
import dev.zonegate.model.Expr;
import dev.zonegate.model.Node;
import dev.zonegate.model.Notification;
import dev.zonegate.model.SourceFile;
import dev.zonegate.model.SourceText;
import dev.zonegate.model.Span;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is not Java, or is too much of it, never stops a front-end from reading the rest. */
final class RobustnessTest {
  private static final int BROKEN_FILES = 100;
  private static final String GOOD =
      "package good; class Order { int total() { return price.times(2); } }";

  static Stream<FrontEnd> frontEnds() {
    return Stream.of(new JavacFrontEnd(), new JavaparserFrontEnd());
  }

  @ParameterizedTest
  @MethodSource("frontEnds")
  void everyBrokenFileIsHandedOverOnce(FrontEnd frontEnd) {
    Mutations broken = new Mutations(Mutations.sourcesBelow(Path.of("src/main/java")), 4711);
    List<SourceInput> inputs = new ArrayList<>();
    for (int i = 0; i < BROKEN_FILES; i++) {
      inputs.add(input(String.format("broken/%03d.java", i), broken.next()));
    }
    inputs.add(input("good/Order.java", GOOD));

    List<SourceFile> files = read(frontEnd, inputs);

    assertThat(files.stream().map(SourceFile::path).sorted())
        .containsExactlyElementsOf(inputs.stream().map(SourceInput::path).toList());
    for (SourceFile file : files) {
      assertSpansInText(file);
    }
    assertThat(files.stream().filter(RobustnessTest::isLost)).hasSizeLessThan(BROKEN_FILES / 15);
    assertGoodFileIsWhole(files);
  }

  @ParameterizedTest
  @MethodSource("frontEnds")
  void brokenCodeIsSaidToBeBroken(FrontEnd frontEnd) {
    SourceFile file =
        read(
                frontEnd,
                List.of(input("A.java", "class A { void f() { int = ; } void g() { h(); } }")))
            .get(0);

    assertThat(file.notifications())
        .extracting(Notification::kind)
        .contains(Notification.Kind.SYNTAX);
    assertThat(file.all(Expr.Call.class)).hasSize(1);
  }

  /** Parsed as a preview by some compilers, refused by others. */
  @ParameterizedTest
  @MethodSource("frontEnds")
  void guardsOfAnotherJavaAreBrokenCodeAndNoFailureOfOurs(FrontEnd frontEnd) {
    String guarded =
        "class A { int f(Object o) { switch (o) { case String s && s.isEmpty(): return g(); }"
            + " return o instanceof (String t && t.isEmpty()) ? 1 : h(); } }";

    SourceFile file = read(frontEnd, List.of(input("A.java", guarded))).get(0);

    assertThat(file.notifications())
        .extracting(Notification::kind)
        .isNotEmpty()
        .doesNotContain(Notification.Kind.LOWERING);
  }

  /** The compiler goes on inside of it. */
  @ParameterizedTest
  @MethodSource("frontEnds")
  void aTextThatDoesNotEndIsBrokenCodeAndNoFailureOfOurs(FrontEnd frontEnd) {
    String open =
        "class A { String text = \"\"\"\n one\n (Object o) {\n return o; }\n int f() { return 1; }\n";

    SourceFile file = read(frontEnd, List.of(input("A.java", open))).get(0);

    assertThat(file.notifications())
        .extracting(Notification::kind)
        .isNotEmpty()
        .doesNotContain(Notification.Kind.LOWERING);
  }

  @ParameterizedTest
  @MethodSource("frontEnds")
  void depthCostsOneFileAtMost(FrontEnd frontEnd) {
    List<SourceInput> inputs =
        List.of(
            input("Sum.java", "class Sum { String s = x" + " + \"a\" + y".repeat(4_000) + "; }"),
            input("Chain.java", "class Chain { Object o = x" + ".y()".repeat(2_000) + "; }"),
            input("Ifs.java", "class Ifs { void f() { " + "if (a) {".repeat(400) + "}".repeat(402)),
            input(
                "Parens.java",
                "class Parens { int i = " + "(".repeat(400) + "1" + ")".repeat(400) + "; }"),
            input("Bottomless.java", "class Bottomless { int i = " + "-(".repeat(100_000)),
            input("Lambdas.java", "class Lambdas { F f = " + "x -> ".repeat(60) + "1; }"),
            input("Long.java", "class Long { void f() {\n" + "  go(1);\n".repeat(20_000) + "} }"),
            input("good/Order.java", GOOD));

    List<SourceFile> files = read(frontEnd, inputs);

    assertThat(files).hasSameSizeAs(inputs);
    assertGoodFileIsWhole(files);
    assertThat(named(files, "Long.java").all(Expr.Call.class)).hasSize(20_000);
    assertThat(named(files, "Chain.java").all(Expr.Call.class)).hasSize(2_000);
  }

  @ParameterizedTest
  @MethodSource("frontEnds")
  void filesWithoutCodeAreFiles(FrontEnd frontEnd) {
    List<SourceInput> inputs = new ArrayList<>();
    for (String text :
        List.of("", "\n", ";", "// nothing", "/* open", "\u0000", "}{", "package a;")) {
      inputs.add(input(inputs.size() + ".java", text));
    }

    List<SourceFile> files = read(frontEnd, inputs);

    assertThat(files).hasSameSizeAs(inputs);
    assertThat(named(files, "3.java").comments()).hasSize(1);
  }

  private static boolean isLost(SourceFile file) {
    return file.notifications().stream().anyMatch(each -> each.kind() == Notification.Kind.FILE);
  }

  private static void assertSpansInText(SourceFile file) {
    for (Node node : file.all(Node.class)) {
      if (node.span().isPresent()) {
        assertThat(isInText(node.span(), file.text()))
            .as("%s %s in %s", node.getClass().getSimpleName(), node.span(), file.path())
            .isTrue();
      }
    }
  }

  private static boolean isInText(Span span, SourceText text) {
    boolean isForward =
        new Span(span.startLine(), span.startColumn(), 0, 0)
                .compareTo(new Span(span.endLine(), span.endColumn(), 0, 0))
            <= 0;
    return isForward
        && span.endLine() <= text.lineCount()
        && text.column(text.offset(span.endLine(), span.endColumn())) == span.endColumn();
  }

  private static void assertGoodFileIsWhole(List<SourceFile> files) {
    SourceFile good = named(files, "good/Order.java");
    assertThat(good.all(Expr.Call.class)).hasSize(1);
    assertThat(good.notifications())
        .extracting(Notification::kind)
        .doesNotContain(Notification.Kind.SYNTAX, Notification.Kind.LOWERING);
  }

  private static SourceFile named(List<SourceFile> files, String path) {
    return files.stream().filter(file -> file.path().equals(path)).findAny().orElseThrow();
  }

  private static List<SourceFile> read(FrontEnd frontEnd, List<SourceInput> inputs) {
    List<SourceFile> files = Collections.synchronizedList(new ArrayList<>());
    SourceSet sources = new SourceSet(inputs, List.of(), 0, 0);
    assertTimeoutPreemptively(Duration.ofMinutes(3), () -> frontEnd.read(sources, files::add));
    return files;
  }

  private static SourceInput input(String path, String text) {
    return new SourceInput(path, SourceText.of(text), SourceFile.Role.MAIN);
  }
}
