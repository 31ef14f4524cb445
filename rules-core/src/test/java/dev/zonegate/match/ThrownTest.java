package dev.zonegate.match;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zonegate.model.Decl;
import dev.zonegate.model.Stmt;
import dev.zonegate.model.TypeRef;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ThrownTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "read();|IOException",
        "read(); read();|IOException",
        "throw new IllegalStateException();|IllegalStateException",
        "if (b) { read(); } else { query(); }|IOException,SQLException",
        "try { read(); } catch (SQLException e) { }|IOException",
        "try { read(); } catch (IOException e) { query(); }|SQLException",
        "try { b = !b; } finally { read(); }|IOException",
        "try { missing(); query(); } catch (IOException e) { }|SQLException",
        "try (Reader r = open()) { b = !b; }|IOException",
        "try (Connection c = connect()) { b = !b; }|SQLException",
        "try (held) { b = !b; }|IOException",
        "new FileReader(\"a\");|FileNotFoundException",
      })
  void areDeclared(String code, String types) {
    Thrown thrown = Thrown.by(body(code));
    assertThat(thrown.types().stream().map(TypeRef::simpleName).toList())
        .isEqualTo(List.of(types.split(",")));
    assertThat(thrown.isComplete()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "b = !b;",
        "try { read(); } catch (IOException e) { }",
        "try { missing(); } catch (SQLException | IOException e) { }",
        "Task t = () -> read();",
        "new Object() { void run() throws IOException { read(); } };",
        "Task t = this::read;",
      })
  void noneIsThrown(String code) {
    assertThat(Thrown.by(body(code))).isEqualTo(new Thrown(List.of(), true));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "unknown();",
        "throw unknown;",
        "try { unknown(); } catch (IOException e) { }",
        "try (Held h = hold()) { b = !b; }",
      })
  void someAreNotKnown(String code) {
    assertThat(Thrown.by(body(code)).isComplete()).isFalse();
  }

  @Test
  void catchClausesAreGivenWhatTheBodyThrows() {
    Stmt.Try attempt =
        (Stmt.Try)
            body("try (Reader r = open()) { query(); } catch (IOException e) { } finally { read(); }")
                .statements()
                .get(0);
    Thrown into = Thrown.into(attempt);
    assertThat(into.includes("java.sql.SQLException")).isTrue();
    assertThat(into.includes("java.io.IOException")).isTrue();
    assertThat(into.includes("java.lang.Exception")).isTrue();
    assertThat(into.includes("java.lang.RuntimeException")).isFalse();
  }

  private static Stmt.Block body(String code) {
    return Snippet.file(
            """
            import java.io.*;
            import java.sql.*;
            class Rows {
              boolean b;
              Reader held;
              void run() throws Exception {
                %s
              }
              void read() throws IOException { }
              void missing() throws FileNotFoundException { }
              void query() throws SQLException { }
              Reader open() { return null; }
              Connection connect() { return null; }
              Held hold() { return null; }
              interface Held extends AutoCloseable { }
              interface Task { void run() throws IOException; }
            }
            """
                .formatted(code))
        .all(Decl.Method.class)
        .get(0)
        .body();
  }
}
