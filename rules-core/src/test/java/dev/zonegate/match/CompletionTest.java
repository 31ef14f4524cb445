package dev.zonegate.match;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zonegate.model.Decl;
import dev.zonegate.model.Stmt;
import java.net.URI;
import java.util.List;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** javac asks the same before it says that a method lacks a {@code return}. */
final class CompletionTest {
  private static final JavaCompiler JAVAC = ToolProvider.getSystemJavaCompiler();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        ";",
        "return 1;",
        "throw new IllegalStateException();",
        "{ return 1; }",
        "{ n++; }",
        "if (b) { return 1; }",
        "if (b) { return 1; } else { n++; }",
        "if (b) { n++; } else { return 1; }",
        "if (b) { return 1; } else { return 2; }",
        "try { return 1; } finally { n++; }",
        "try { n++; } finally { return 1; }",
        "try { n++; } finally { n--; }",
        "try { return 1; } catch (RuntimeException e) { n++; }",
        "try { n++; } catch (RuntimeException e) { return 1; }",
        "try { return 1; } catch (RuntimeException e) { return 2; }",
        "try { return 1; } catch (ArithmeticException e) { return 2; } catch (RuntimeException e) { }",
        "synchronized (this) { return 1; }",
        "synchronized (this) { n++; }",
        "while (b) { return 1; }",
        "while (true) { n++; }",
        "while (true) { if (b) { break; } }",
        "while (true) { while (b) { break; } }",
        "while (true) { for (;;) { break; } }",
        "while (true) { for (int each : new int[1]) { break; } }",
        "while (true) { do { break; } while (b); }",
        "while (true) { switch (n) { case 1: break; } }",
        "while (true) { switch (n) { case 1 -> n++; default -> { break; } } }",
        "while (true) { try { n++; } catch (RuntimeException e) { break; } }",
        "while (true) { switch (n) { case 1: return 1; default: continue; } }",
        "while (true) { Runnable r = () -> { while (true) { break; } }; }",
        "do { return 1; } while (true);",
        "do { n++; } while (b);",
        "do { n++; } while (true);",
        "do { if (b) { break; } } while (true);",
        "for (;;) { n++; }",
        "for (; true; ) { n++; }",
        "for (; b; ) { return 1; }",
        "for (;;) { break; }",
        "for (int each : new int[1]) { return 1; }",
        "out: while (true) { while (true) { break out; } }",
        "out: while (true) { while (true) { break; } }",
        "out: while (true) { n++; }",
        "out: { break out; }",
        "out: { return 1; }",
        "out: while (true) { in: while (true) { if (b) { break in; } } }",
        "out: { while (true) { if (b) { break; } else { return 2; } } }",
        "switch (n) { case 1: return 1; }",
        "switch (n) { }",
        "switch (n) { default: return 1; }",
        "switch (n) { case 1: return 1; default: throw new IllegalStateException(); }",
        "switch (n) { case 1: break; default: return 1; }",
        "switch (n) { case 1: n++; default: return 1; }",
        "switch (n) { default: return 1; case 1: n++; }",
        "switch (n) { case 1 -> { return 1; } default -> { return 2; } }",
        "switch (n) { case 1 -> n++; default -> { return 2; } }",
        "switch (n) { case 1 -> throw new IllegalStateException(); default -> { return 2; } }",
        "switch (n) { case 1 -> { return 1; } default -> { break; } }",
        "switch (n) { default: while (true) { break; } return 1; }",
        "switch (n) { default: while (true) { if (b) { return 1; } } }",
        "n = switch (n) { case 1: yield 2; default: yield 3; };",
      })
  void endsWhereJavacSaysSo(String code) {
    String source = "class Snippet { int run(boolean b, int n) { " + code + " } }";
    Decl.Method method = Snippet.file(source).all(Decl.Method.class).get(0);
    assertThat(Completion.isNormal(method.body())).isEqualTo(lacksReturn(source));
  }

  @ParameterizedTest
  @ValueSource(strings = {"break;", "continue;", "{ n++; break; }", "out: { break; }"})
  void whoLeavesALoopDoesNotEnd(String code) {
    Decl.Method method =
        Snippet.file("class Snippet { int run(int n) { while (n > 0) " + code + " return 1; } }")
            .all(Decl.Method.class)
            .get(0);
    Stmt.While loop = (Stmt.While) method.body().statements().get(0);
    assertThat(Completion.isNormal(loop.body())).isFalse();
  }

  private static boolean lacksReturn(String source) {
    DiagnosticCollector<JavaFileObject> said = new DiagnosticCollector<>();
    JavaFileObject file =
        new SimpleJavaFileObject(URI.create("string:///Snippet.java"), JavaFileObject.Kind.SOURCE) {
          @Override
          public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return source;
          }
        };
    List<String> options = List.of("-proc:none", "-Xlint:none", "-XDshould-stop.ifNoError=FLOW");
    JAVAC.getTask(null, null, said, options, null, List.of(file)).call();
    List<String> errors =
        said.getDiagnostics().stream()
            .filter(each -> each.getKind() == Diagnostic.Kind.ERROR)
            .map(Diagnostic::getCode)
            .toList();
    assertThat(errors).allMatch("compiler.err.missing.ret.stmt"::equals);
    return !errors.isEmpty();
  }
}
