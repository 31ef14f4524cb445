package dev.zonegate.match;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zonegate.model.Expr;
import dev.zonegate.model.SourceFile;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What {@code made()} is called where it goes, the nearest first. */
final class DestinationsTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "String key = made();|key",
        "String key = \"a\" + made();|key",
        "String key = b ? made() : \"\";|key",
        "String key = switch (n) { case 1 -> made(); default -> \"\"; };|key",
        "String key = switch (n) { case 1: yield made(); default: yield \"\"; };|key",
        "String key = (String) made();|key",
        "char[] key = made().toCharArray();|key",
        "String key = made(); String other = key;|key,other",
        "String[] keys = { made() };|keys",
        "String[] keys = new String[] { made() };|keys",
        "keys[0] = made();|keys",
        "key = made();|key",
        "unknown = made();|unknown",
        "box.label = made();|label",
        "for (char letter : made().toCharArray()) { }|letter",
        "box.put(\"token\", made());|token,put,box",
        "box.hold(\"token\", made());|token",
        "box.setToken(made());|setToken",
        "new Token(made());|Token",
        "new Mine(made());|Mine,mine",
        "text.append(\"a\").append(made());|text",
        "give(made());|given",
        "take(made());|taken,held",
        "boolean same = made().equals(key);|",
        "boolean same = made() == key;|",
        "String other = made() == key ? \"a\" : \"b\";|",
        "int size = switch (made()) { case \"a\" -> 1; default -> 2; };|",
        "String[] none = new String[made().length()];|",
        "for (String each : box.each(b, made().isEmpty())) { }|",
      })
  void areNames(String code, String names) {
    assertThat(names("void run(boolean b, int n) { %s }".formatted(code)))
        .isEqualTo(names == null ? "" : names);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "String token() { return made(); } void run() { String own = token(); }|token,own",
        "Supplier<String> token() { return () -> { return made(); }; }|token",
        "Supplier<String> token() { return () -> made(); }|token",
        "String pass(String in) { return in; } void run() { String out = pass(made()); }|in,out",
      })
  void comeBackFromMethods(String members, String names) {
    assertThat(names(members)).isEqualTo(names);
  }

  private static String names(String members) {
    SourceFile file =
        Snippet.file(
            """
            import java.util.function.Supplier;
            class Made {
              Box box;
              String key;
              String[] keys;
              StringBuilder text;
              record Mine(String mine) { }
              String made() { return ""; }
              void give(String given) { }
              void take(String taken) { String held = taken; }
              %s
            }
            """
                .formatted(members));
    Expr made = Snippet.find(file, Expr.Call.class, "made()");
    return Destinations.of(file, made).stream()
        .map(Destinations.Destination::name)
        .collect(Collectors.joining(","));
  }
}
