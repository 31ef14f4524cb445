package dev.zonegate.match;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zonegate.model.Expr;
import dev.zonegate.model.SourceFile;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the text given to {@code use} is made of: fixed text, {@code ?} for pieces, the pieces. */
final class TextCompositionTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "use(String.format(\"x %s y\", a));|x ? y|a",
        "use(String.format(\"%2$s-%1$s\", a, b));|?-?|b,a",
        "use(String.format(\"%s %<s %s\", a, b));|? ? ?|a,a,b",
        "use(String.format(\"%<s\", a));|?|",
        "use(String.format(\"%d of %s\", n, a));|? of ?|a",
        "use(String.format(\"%s 5%% %s\", a, b));|? 5% ?|a,b",
        "use(String.format(Locale.ROOT, \"x %s\", a));|x ?|a",
        "use(String.format(a, b));|??|a,b",
        "use(String.format(\"%s %s\", a));|? ?|a",
        "use(\"x %s y\".formatted(a));|x ? y|a",
        "use(MessageFormat.format(\"it''s {1} or {0}!\", a, b));|it's ? or ?!|b,a",
        "use(\"x :id y\".replace(\":id\", a));|x ? y|a",
        "use(\":id y\".replace(\":id\", a));|? y|a",
        "use(a.replace(\"-\", \"_\"));|?|a",
        "use(a.replace(\"'\", \"\"));|?|",
        "use(a.replaceAll(\"[^a-z]\", \"\"));|?|",
        "use(a.replace(\"x\", b));|??|a,b",
      })
  void ofTemplates(String code, String text, String pieces) {
    assertComposed(code, text, pieces);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "String s = \"x\"; s += a; use(s);|x?|a",
        "String s = \"x\"; s = s + a; use(s);|x?|a",
        "String s = \"x\" + a; s = \"y\"; use(s);|y|",
        "String s = \"x\"; if (c) { s = s + \"y\"; } use(s);|xy|",
        "String s = \"x\"; if (c) { s = \"y\" + a; } use(s);|x|a",
        "String s = a; if (c) { s = b; } use(s);|?|a,b",
        "String s; use(s = a);|?|a",
        "StringBuilder s = new StringBuilder(\"x\"); s.append(a).append(1); use(s.toString());|x?1|a",
        "StringBuilder s = new StringBuilder(\"x\"); s.append(a); s.setLength(0); s.append(b); use(s.toString());|?|b",
        "StringBuilder s = new StringBuilder(\"x\"); add(s, a); use(s.toString());|x?!|a",
        "StringBuilder s = new StringBuilder(\"x\"); twice(s, a); use(s.toString());|x?!|a",
        "StringBuilder s = new StringBuilder(\"x\"); rename(s, a); use(s.toString());|x|",
        "List<String> s = new ArrayList<>(); s.add(a); use(String.join(\"\", s));|?|a",
      })
  void ofWhatIsAddedTo(String code, String text, String pieces) {
    assertComposed(code, text, pieces);
  }

  private static void assertComposed(String code, String text, String pieces) {
    SourceFile file =
        Snippet.file(
            """
            import java.text.MessageFormat;
            import java.util.*;
            class Texts {
              void text(String a, String b, int n, boolean c) {
                %s
              }
              void use(String text) { }
              private void add(StringBuilder to, String what) { to.append(what).append("!"); }
              private void twice(StringBuilder on, String it) { add(on, it); }
              private void rename(StringBuilder on, String it) { it.length(); }
            }
            """
                .formatted(code));
    Expr given =
        file.all(Expr.Call.class).stream()
            .filter(each -> each.name().equals("use"))
            .findFirst()
            .orElseThrow()
            .arguments()
            .get(0);
    Composition made = TextComposition.of(file).of(given);
    assertThat(made.text().replace(Composition.HOLE, '?')).isEqualTo(text);
    assertThat(
            made.parts().stream()
                .map(each -> file.text(each.expr()))
                .collect(Collectors.joining(",")))
        .isEqualTo(pieces == null ? "" : pieces);
  }
}
