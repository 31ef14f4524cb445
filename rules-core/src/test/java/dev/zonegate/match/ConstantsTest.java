package dev.zonegate.match;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zonegate.model.Expr;
import dev.zonegate.model.SourceFile;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What {@code ask(...)} is asked is known in these methods, and not known in those. */
final class ConstantsTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "ask('a');|a",
        "ask(1 + 2);|3",
        "ask(A);|a",
        "ask(Tables.A);|a",
        "ask(this.fixed);|f",
        "ask(own);|o",
        "ask(A + 'b' + 1);|ab1",
        "ask(b ? 'x' : 'y');|x,y",
        "ask((b ? 'x' : 'y') + (b ? '1' : '2'));|x1,x2,y1,y2",
        "ask((Object) 'c');|c",
        "ask(switch (n) { case 1 -> 'p'; default -> { yield 'q'; } });|p,q",
        "ask(switch (n) { case 1: yield 'p'; default: if (b) { yield 'q'; } yield 'r'; });|p,q,r",
        "ask(switch (n) { case 1 -> { try { yield 'p'; } finally { } } default -> 'q'; });|p,q",
        "ask(switch (n) { case 1 -> 'p'; default -> throw new IllegalStateException(); });|p",
        "String s; ask(s = 'd');|d",
        "String s = 'e'; ask(s);|e",
        "String s; if (b) { s = 'e'; } else { s = 'f'; } ask(s);|e,f",
        "String s = null; if (b) { s = 'e'; } ask(s);|e",
        "for (String s : new String[] {'u', 'v'}) { ask(s); }|u,v",
        "for (String s : java.util.List.of('u', 'v')) { ask(s); }|u,v",
        "for (String s : ALL) { ask(s); }|k,l",
        "ask(hidden());|h",
        "ask(once('r'));|r",
        "ask(shared(1));|s",
        "ask(given('g'));|g",
        "ask('abc'.substring(1));|bc",
        "ask(-1);|-1",
        "ask(!true);|false",
        "ask(-(b ? 1 : 2));|-1,-2",
      })
  void isKnown(String code, String values) {
    assertThat(values(code).stream().map(String::valueOf).collect(Collectors.toSet()))
        .isEqualTo(Set.of(values.split(",")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ask(null);",
        "ask(n);",
        "ask(open);",
        "ask(changed);",
        "ask(Integer.parseInt('1'));",
        "ask(b ? 'x' : name);",
        "ask('a' + name);",
        "ask(name + 'a');",
        "ask('a' - 1);",
        "ask(-n);",
        "ask(n++);",
        "ask(-'a');",
        "ask(switch (n) { case 1 -> 'p'; default -> name; });",
        "String s = name; ask(s);",
        "String s = 'e'; if (b) { s = name; } ask(s);",
        "String s = 'e'; s += 'f'; ask(s);",
        "String s; ask(s += 'd');",
        "int i = 1; i++; ask(i);",
        "String s = null; ask(s);",
        "for (String s : names) { ask(s); }",
        "for (String s : java.util.List.of('u', name)) { ask(s); }",
        "String s = 'a'; for (int i = 0; i < 3; i++) { s = s + 'a'; } ask(s);",
        "ask(replaced());",
        "ask(round(1));",
        "ask(given(name));",
        "ask(b + 1);",
      })
  void isNotKnown(String code) {
    assertThat(values(code)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"5, 32", "6, 0"})
  void moreThanThirtyTwoAreNotFollowed(int choices, int known) {
    assertThat(values("ask(" + "+ (b ? 'x' : 'y')".repeat(choices).substring(2) + ");"))
        .hasSize(known);
    String many = "b ? 'a' : ".repeat(known == 0 ? 32 : 31);
    String each = many;
    for (int i = 0; i < 32; i++) {
      each = each.replaceFirst("'a'", "'a" + i + "'");
    }
    assertThat(values("ask(" + each + "'z');")).hasSize(known);
  }

  private static Set<Object> values(String code) {
    SourceFile file =
        Snippet.file(
            """
            class Tables {
              static final String A = "a";
              private static final String[] ALL = {"k", "l"};
              final String fixed = "f";
              private String own = "o";
              private String changed = "o";
              String open = "p";
              boolean b;
              String name;
              String[] names;
              void run(int n) {
                %s
              }
              void change() {
                changed = name;
              }
              Object ask(Object asked) {
                return asked;
              }
              private String hidden() {
                return "h";
              }
              static Object shared(int n) {
                return "s";
              }
              private Object once(Object word) {
                return word;
              }
              private Object given(Object word) {
                return word;
              }
              String replaced() {
                return "r";
              }
              private Object round(int n) {
                return n > 1 ? "a" : round(n + 1);
              }
            }
            """
                .formatted(code.replace('\'', '"')));
    Expr.Call asking =
        file.all(Expr.Call.class).stream()
            .filter(each -> each.name().equals("ask"))
            .findFirst()
            .orElseThrow();
    return Constants.of(file).values(asking.arguments().get(0));
  }
}
