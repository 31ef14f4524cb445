package dev.zonegate.match;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zonegate.model.Expr;
import dev.zonegate.model.Operators;
import dev.zonegate.model.SourceFile;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class StringCallsTest {
  private static Object of(String text, String name, Object... arguments) {
    return StringCalls.call(text, name, List.of(arguments));
  }

  @Test
  void aTextGivesWhatJavaSays() {
    assertThat(of(" Ab ", "length")).isEqualTo(4);
    assertThat(of("", "isEmpty")).isEqualTo(true);
    assertThat(of(" ", "isEmpty")).isEqualTo(false);
    assertThat(of(" ", "isBlank")).isEqualTo(true);
    assertThat(of("a", "isBlank")).isEqualTo(false);
    assertThat(of("\0Ab ", "trim")).isEqualTo("Ab");
    assertThat(of("\0Ab ", "strip")).isEqualTo("\0Ab");
    assertThat(of("  a\n b", "stripIndent")).isEqualTo(" a\nb");
    assertThat(of("Ab", "toString")).isEqualTo("Ab");
    assertThat(of("Ab", "intern")).isEqualTo("Ab");
    assertThat(of("Ab", "toLowerCase")).isEqualTo("ab");
    assertThat(of("Ab", "toUpperCase")).isEqualTo("AB");
    assertThat(of("Ab", "hashCode")).isNull();
  }

  @Test
  void twoTextsAreCompared() {
    assertThat(of("Ab", "equals", "Ab")).isEqualTo(true);
    assertThat(of("Ab", "equals", "ab")).isEqualTo(false);
    assertThat(of("1", "equals", 1)).isEqualTo(false);
    assertThat(of("Ab", "equalsIgnoreCase", "aB")).isEqualTo(true);
    assertThat(of("Ab", "equalsIgnoreCase", "ac")).isEqualTo(false);
    assertThat(of("Ab", "contains", "b")).isEqualTo(true);
    assertThat(of("Ab", "contains", "B")).isEqualTo(false);
    assertThat(of("Ab", "startsWith", "A")).isEqualTo(true);
    assertThat(of("Ab", "startsWith", "b")).isEqualTo(false);
    assertThat(of("Ab", "endsWith", "b")).isEqualTo(true);
    assertThat(of("Ab", "endsWith", "A")).isEqualTo(false);
    assertThat(of("Ab", "indexOf", "b")).isEqualTo(1);
    assertThat(of("Ab", "indexOf", 'b')).isEqualTo(1);
    assertThat(of("Ab", "concat", "c")).isEqualTo("Abc");
    assertThat(of("Ab", "compareTo", "c")).isNull();
    assertThat(of("Ab", "contains", true)).isNull();
  }

  @Test
  void partsLieWithinTheText() {
    assertThat(of("Ab", "charAt", 0)).isEqualTo('A');
    assertThat(of("Ab", "charAt", 1)).isEqualTo('b');
    assertThat(of("Ab", "charAt", 2)).isNull();
    assertThat(of("Ab", "charAt", -1)).isNull();
    assertThat(of("Ab", "substring", 0)).isEqualTo("Ab");
    assertThat(of("Ab", "substring", 2)).isEqualTo("");
    assertThat(of("Ab", "substring", 3)).isNull();
    assertThat(of("Abc", "substring", 1, 2)).isEqualTo("b");
    assertThat(of("Abc", "substring", 2, 1)).isNull();
    assertThat(of("Abc", "substring", -1, 1)).isNull();
    assertThat(of("Abc", "substring", 1, 4)).isNull();
    assertThat(of("Abc", "substring", 'a', 4L)).isNull();
    assertThat(of("Ab", "replace", "b", "c")).isEqualTo("Ac");
    assertThat(of("Ab", "replace", 'b', 'c')).isEqualTo("Ac");
    assertThat(of("Ab", "regionMatches", 1, 2)).isNull();
    assertThat(of("Ab", "regionMatches", 1)).isNull();
  }

  @Test
  void whatIsRepeatedStaysSmall() {
    assertThat(of("a", "repeat", 0)).isEqualTo("");
    assertThat(of("a", "repeat", 999)).isEqualTo("a".repeat(999));
    assertThat(of("a", "repeat", 1000)).isNull();
    assertThat(of("a", "repeat", -1)).isNull();
  }

  @Test
  void noTextGetsLongerThanTheLongest() {
    String half = "a".repeat(Operators.LONGEST_TEXT / 2);
    assertThat(of(half, "concat", half)).isEqualTo(half + half);
    assertThat(of(half, "concat", half + "a")).isNull();
    assertThat(of(half, "repeat", 2)).isEqualTo(half + half);
    assertThat(of(half, "repeat", 3)).isNull();
    assertThat(of(half, "replace", "a", "b")).isEqualTo("b".repeat(half.length()));
    assertThat(of(half, "replace", "a", "bb")).isNull();
    assertThat(of(half, "replace", "aa", "b")).isEqualTo("b".repeat(half.length() / 2));
    assertThat(of("a", "replace", "", "b")).isNull();
    assertThat(of("%s", "formatted", half)).isEqualTo(half);
    assertThat(of("%1$s%1$s", "formatted", half)).isNull();
    assertThat(of("%999s", "formatted", "a")).isEqualTo(" ".repeat(998) + "a");
    assertThat(of("%1000s", "formatted", "a")).isNull();
    assertThat(of("%.999999999f", "formatted", 1.0)).isNull();
  }

  @Test
  void formatsAreFilledIn() {
    assertThat(of("%s/%d", "formatted", "a", 1)).isEqualTo("a/1");
    assertThat(of("%s", "formatted", "a")).isEqualTo("a");
    assertThat(of("%d", "formatted", "a")).isNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "String.format(\"%s.%s\", \"a\", B)",
        "String.join(\".\", \"a\", B)",
        "String.valueOf(\"a.b\")",
        "\"A.B\".toLowerCase()",
        "A_B.toString()",
        "A_B.intern()",
        "\"a\".concat(\".b\").trim()",
      })
  void callsOfConstantsAreConstants(String code) {
    assertThat(values(code)).isEqualTo(Set.of("a.b"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "String.format(\"%s\", given)",
        "String.valueOf(new char[0], 1, 2)",
        "String.valueOf(B, \"c\")",
        "String.copyValueOf(B)",
        "String.format()",
        "given.trim()",
        "B.concat(given)",
        "trim()",
        "Integer.valueOf(\"1\").toString()",
        "new StringBuilder(\"a\").append(B)",
      })
  void otherCallsAreNot(String code) {
    assertThat(values(code)).isEmpty();
  }

  private static Set<Object> values(String code) {
    SourceFile file =
        Snippet.file(
            "class Names { static final String B = \"b\"; static final String A_B = \"a.b\";"
                + " Object name(String given) { return "
                + code
                + "; } }");
    return StringCalls.fold(Snippet.find(file, Expr.Call.class, code), Constants.of(file));
  }
}
