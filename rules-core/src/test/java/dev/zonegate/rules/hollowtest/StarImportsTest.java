package dev.zonegate.rules.hollowtest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zonegate.engine.Analysis;
import dev.zonegate.engine.Settings;
import dev.zonegate.facts.Fact;
import dev.zonegate.facts.Project;
import dev.zonegate.fixtures.FixtureClasspath;
import dev.zonegate.fixtures.FixtureRun;
import dev.zonegate.frontend.FrontEnd;
import dev.zonegate.frontend.SourceInput;
import dev.zonegate.frontend.SourceSet;
import dev.zonegate.frontend.javac.JavacFrontEnd;
import dev.zonegate.frontend.javaparser.JavaparserFrontEnd;
import dev.zonegate.model.SourceFile.Role;
import dev.zonegate.model.SourceText;
import dev.zonegate.rule.Finding;
import dev.zonegate.rule.Severity;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Tests that import their libraries with stars, read where no library is at hand. */
final class StarImportsTest {
  private static final String HEAD =
      """
      package com.acme.orders;
      import static org.assertj.core.api.Assertions.*;
      import static org.junit.jupiter.api.Assertions.assertEquals;
      import static org.junit.jupiter.api.Assertions.assertTrue;
      import static org.mockito.Mockito.*;
      import org.junit.jupiter.api.*;
      class OrdersTest {
        private final Store store = mock(Store.class);
        private final Orders orders = new Orders(store);
      """;

  static Stream<FrontEnd> frontEnds() {
    return Stream.of(new JavacFrontEnd(), new JavaparserFrontEnd());
  }

  @ParameterizedTest
  @MethodSource("frontEnds")
  void whatIsHollowIsFound(FrontEnd frontEnd) {
    assertThat(keys(frontEnd, "@Test void checks() { orders.book(1); verify(store); }"))
        .containsExactly("HollowTest.incompleteAssertion");
    assertThat(keys(frontEnd, "@Test void begins() { orders.book(1); assertThat(orders.sum()); }"))
        .containsExactly("HollowTest.incompleteAssertion");
    assertThat(
            keys(
                frontEnd,
                "@Test void echoes() { when(store.load(1)).thenReturn(\"a\");"
                    + " assertEquals(\"a\", store.load(1)); }"))
        .containsExactly("HollowTest.mockEcho");
    assertThat(keys(frontEnd, "@Test void adds() { assertEquals(2, 1 + 1); }"))
        .containsExactlyInAnyOrder("HollowTest.tautology", "HollowTest.sutNeverCalled");
    assertThat(
            keys(
                frontEnd,
                "@Test void stubs() { when(store.load(1)).thenReturn(\"a\"); orders.book(1); }"))
        .containsExactly("HollowTest.noAssertion");
  }

  @ParameterizedTest
  @MethodSource("frontEnds")
  void whatChecksIsQuiet(FrontEnd frontEnd) {
    assertThat(keys(frontEnd, "@Test void books() { orders.book(1); verify(store).save(1); }"))
        .isEmpty();
    assertThat(
            keys(
                frontEnd,
                "@Test void sums() { orders.book(1); assertThat(orders.sum()).isOne(); }"))
        .isEmpty();
    assertThat(
            keys(
                frontEnd,
                "@Test void own() { verify(orders); }"
                    + " void verify(Orders given) { assertTrue(given.sum() > 0); }"))
        .isEmpty();
    assertThat(keys(frontEnd, "@Test void helped() { orders.book(1); hasOne(orders); }")).isEmpty();
  }

  /** Tests that are passed where nothing is thrown, and say so, are notes; others are warnings. */
  @Test
  void whatMustOnlyNotThrowIsANote() {
    FrontEnd javac = new JavacFrontEnd();
    String call = "void runs() { orders.book(1); }";
    assertThat(findings(javac, "@Test " + call).get(0).severity()).isEqualTo(Severity.WARNING);
    assertThat(findings(javac, "/** UTF-8 */ @Test " + call).get(0).severity())
        .isEqualTo(Severity.WARNING);
    for (String said :
        List.of(
            "/** ACME-442 */ @Test ",
            "/** The list causes a StackOverflowError. */ @Test ",
            "// NPE before the repair\n@Test ",
            "// should still be OK\n@Test ",
            "@Timeout(5) @Test ")) {
      assertThat(findings(javac, said + call).get(0).severity()).as(said).isEqualTo(Severity.NOTE);
    }
    assertThat(findings(javac, "@Override @Test void other() {}").get(0).severity())
        .isEqualTo(Severity.NOTE);
  }

  @Test
  void theTableTellsWhatTheLibrariesHave() throws IOException {
    List<String> wrong = new ArrayList<>();
    try (URLClassLoader libraries = libraries()) {
      for (String line : table()) {
        List<String> words = List.of(line.split(" "));
        List<String> real = staticMethods(libraries, words.get(0));
        words.stream()
            .skip(1)
            .filter(each -> !real.contains(each))
            .forEach(each -> wrong.add(words.get(0) + "#" + each));
      }
    }
    assertThat(table()).hasSizeGreaterThan(10);
    assertThat(wrong).isEmpty();
  }

  private static List<String> staticMethods(ClassLoader libraries, String type) {
    try {
      return Stream.of(Class.forName(type, false, libraries).getMethods())
          .filter(each -> Modifier.isStatic(each.getModifiers()))
          .map(Method::getName)
          .toList();
    } catch (ClassNotFoundException e) {
      return List.of();
    }
  }

  private static URLClassLoader libraries() throws MalformedURLException {
    List<URL> jars = new ArrayList<>();
    for (Path each : FixtureClasspath.jars()) {
      jars.add(each.toUri().toURL());
    }
    return new URLClassLoader(jars.toArray(URL[]::new), ClassLoader.getPlatformClassLoader());
  }

  private static List<String> table() throws IOException {
    try (InputStream in =
        StarImportsTest.class.getResourceAsStream("/zonegate/names/static-methods.table")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(each -> !each.startsWith("//") && !each.isBlank())
          .toList();
    }
  }

  private static List<String> keys(FrontEnd frontEnd, String member) {
    return findings(frontEnd, member).stream().map(Finding::key).toList();
  }

  private static List<Finding> findings(FrontEnd frontEnd, String member) {
    SourceInput input =
        new SourceInput(
            "src/test/java/com/acme/orders/OrdersTest.java",
            SourceText.of(HEAD + member + "\n}\n"),
            Role.TEST);
    Analysis analysis = new Analysis(List.of(new HollowTestRule()), Settings.DEFAULT);
    List<Finding> findings = new ArrayList<>();
    frontEnd.read(
        new SourceSet(List.of(input), List.of(), 17, 17),
        file -> {
          var result = analysis.check(file);
          List<Fact> facts = new ArrayList<>(result.facts());
          findings.addAll(
              analysis.settle(List.of(result), Project.whole(facts), FixtureRun.TODAY).findings());
        });
    return findings;
  }
}
