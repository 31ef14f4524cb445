package dev.zonegate.match;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zonegate.model.Decl;
import dev.zonegate.model.Expr;
import dev.zonegate.model.SourceFile;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class MethodsTest {
  /** What takes an unknown thing is resolved by nobody. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "void a(int n) { } void b() { a(1); }|1",
        "void a(Gone g) { } void b(Gone g) { a(g); }|1",
        "void a(Gone g) { } void b(Gone g) { this.a(g); }|1",
        "void a(Gone g) { } void b(Gone g) { g.a(g); }|0",
        "void a(Gone g) { } void b(Gone g) { a(g, g); }|0",
        "void a(Gone... g) { } void b(Gone g) { a(); a(g); a(g, g); }|3",
        "void a(Gone g, Gone... h) { } void b(Gone g) { a(); }|0",
        "void c() { } void b(Gone g) { a(g); }|0",
        "void a() { } void b() { toString(); }|0",
      })
  void callsOfAMethodAreKnown(String code, int calls) {
    SourceFile file = Snippet.file("class Names { " + code + " }");
    Decl.Method asked = file.all(Decl.Method.class).get(0);
    assertThat(Methods.of(file).calls(asked)).hasSize(calls);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "private void a(int n) { } void b() { a(1); a(2); }|1 2",
        "private void a(String s, int... n) { } void b() { a(\"\", 1); }|",
        "void a(int n) { } void b() { a(1); }|",
        "private void a(int n) { } void b() { a(1); java.util.function.IntConsumer c = this::a; }|",
        "private void a(int n) { }|",
      })
  void argumentsOfAPrivateMethodAreKnown(String code, String arguments) {
    SourceFile file = Snippet.file("class Names { " + code + " }");
    List<Decl.Param> params = file.all(Decl.Method.class).get(0).params();
    List<String> given =
        Methods.of(file).argumentsFor(params.get(params.size() - 1)).stream()
            .map(file::text)
            .toList();
    assertThat(String.join(" ", given)).isEqualTo(arguments == null ? "" : arguments);
  }

  @Test
  void aLambdaHasNoCallers() {
    SourceFile file = Snippet.file("class Names { Runnable r; Task t = x -> { }; }");
    assertThat(Methods.of(file).argumentsFor(file.all(Decl.Param.class).get(0))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Object a() { return 1; }|1",
        "Object a() { if (true) { return 1; } return 2; }|1 2",
        "Object a() { Task t = () -> { return 3; }; return 1; }|1",
        "Object a() { new Object() { int b() { return 3; } }; return 1; }|1",
        "void a() { return; }|",
        "abstract Object a();|",
      })
  void aMethodReturnsItsOwnValues(String code, String values) {
    SourceFile file = Snippet.file("abstract class Names { " + code + " }");
    List<String> returned =
        Methods.of(file).returned(file.all(Decl.Method.class).get(0)).stream()
            .map(file::text)
            .toList();
    assertThat(String.join(" ", returned)).isEqualTo(values == null ? "" : values);
  }

  @Test
  void aLambdaReturnsItsValueToo() {
    SourceFile file =
        Snippet.file("class Names { Task a = () -> 1; Task b = () -> { return 2; }; }");
    List<Expr.Lambda> lambdas = file.all(Expr.Lambda.class);
    Methods methods = Methods.of(file);
    assertThat(methods.returned(lambdas.get(0))).map(file::text).containsExactly("1");
    assertThat(methods.returned(lambdas.get(1))).map(file::text).containsExactly("2");
  }
}
