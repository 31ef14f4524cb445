package dev.zonegate.match;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zonegate.model.Expr;
import dev.zonegate.model.SourceFile;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What {@code here()} is repeated for, and whether these are few. */
final class RepetitionTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '#',
      value = {
        "for (String each : all) { here(); }#all",
        "for (int i = 0; i < all.size(); i++) { here(); }#all",
        "for (int i = 0; i < names.length; i++) { here(); }#names",
        "int size = all.size(); for (int i = 0; i < size; i++) { here(); }#all",
        "for (int i = 0; i < n; i++) { here(); }#n",
        "for (int i = 0; i < maxAttempts; i++) { here(); }#null",
        "for (int i = 0; b && i < n; i++) { here(); }#n",
        "while (here()) { }#null",
        "while (rows.next()) { here(); }#rows",
        "while (it.hasNext()) { here(); }#it",
        "while (held.hasNext()) { here(); }#null",
        "while (!all.isEmpty()) { here(); }#all",
        "while (!b) { here(); }#null",
        "while (day.isBefore(end)) { here(); }#end",
        "while (!day.isAfter(end)) { here(); }#end",
        "String line; while ((line = reader.readLine()) != null) { here(); }#line = reader.readLine()",
        "do { here(); } while (rows.next());#null",
        "all.forEach(x -> here());#all",
        "all.stream().sorted().forEach(x -> here());#all",
        "all.stream().collect(Collectors.groupingBy(x -> here()));#all",
        "unknown.forEach(x -> here());#unknown",
        "unknown.stream().anyMatch(x -> here());#unknown",
        "for (String each : all) { call(() -> here()); }#all",
      })
  void isFor(String code, String source) {
    SourceFile file = file(code);
    assertThat(around(file))
        .hasValueSatisfying(
            each ->
                assertThat(each.source() == null ? "null" : file.text(each.source()))
                    .isEqualTo(source));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "here();",
        "for (String each : list(here())) { }",
        "for (boolean i = here(); b; ) { }",
        "for (String each : all) { Runnable later = () -> here(); }",
        "for (String each : all) { new Thread(() -> here()).start(); }",
        "for (String each : all) { map.computeIfAbsent(each, x -> here()); }",
        "for (String each : all) { try { b = !b; } catch (RuntimeException e) { here(); } }",
        "Optional.of(1).map(x -> here());",
        "unknown.map(x -> here());",
        "map(x -> here());",
      })
  void isForNothing(String code) {
    assertThat(around(file(code))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "for (Kind each : Kind.values()) { here(); }",
        "for (String each : List.of(\"a\", \"b\")) { here(); }",
        "for (String each : FEW) { here(); }",
        "for (String each : given) { here(); }",
        "for (String each : few()) { here(); }",
        "for (String each : new ArrayList<>(FEW)) { here(); }",
        "for (List<String> each : parts) { here(); }",
        "for (Kind each : kinds) { here(); }",
        "for (Kind each : EnumSet.allOf(Kind.class)) { here(); }",
        "for (String each : all.subList(0, n)) { here(); }",
        "for (String batch : all) { here(); }",
        "for (int i = 0; i < 10; i++) { here(); }",
        "all.stream().limit(5).forEach(x -> here());",
        "IntStream.range(0, 5).forEach(x -> here());",
        "FEW.stream().map(x -> x).forEach(x -> here());",
      })
  void areFew(String code) {
    assertThat(isSmall(code)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "for (String each : all) { here(); }",
        "for (String each : many()) { here(); }",
        "for (String each : OPEN) { here(); }",
        "for (String each : new ArrayList<>(all)) { here(); }",
        "for (Object each : map.values()) { here(); }",
        "for (int i = 0; i < 51; i++) { here(); }",
        "all.stream().limit(51).forEach(x -> here());",
        "IntStream.range(0, n).forEach(x -> here());",
        "while (rows.next()) { here(); }",
      })
  void areMany(String code) {
    assertThat(isSmall(code)).isFalse();
  }

  private static boolean isSmall(String code) {
    SourceFile file = file(code);
    return SmallSources.of(file).isSmall(around(file).orElseThrow());
  }

  private static Optional<Repetition> around(SourceFile file) {
    return Repetition.around(file, Snippet.find(file, Expr.Call.class, "here()"));
  }

  private static SourceFile file(String code) {
    return Snippet.file(
        """
        import java.time.LocalDate;
        import java.util.*;
        import java.util.stream.*;
        class Repeated {
          static final List<String> FEW = List.of("a", "b");
          static List<String> OPEN = List.of("a", "b");
          List<String> all;
          List<List<String>> parts;
          Set<Kind> kinds;
          Map<Kind, Object> map;
          String[] names;
          java.sql.ResultSet rows;
          Iterator<String> it;
          Held held;
          java.io.BufferedReader reader;
          LocalDate day;
          LocalDate end;
          void run(boolean b, int n, int maxAttempts, String... given) throws Exception {
            %s
          }
          boolean here() { return true; }
          List<String> list(boolean b) { return all; }
          List<String> few() { return FEW; }
          List<String> many() { return all; }
          void call(java.util.concurrent.Callable<Boolean> work) { }
          void map(java.util.function.Predicate<String> work) { }
          interface Held { boolean hasNext(); }
          enum Kind { A, B }
        }
        """
            .formatted(code));
  }
}
