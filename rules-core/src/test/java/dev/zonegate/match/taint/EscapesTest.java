package dev.zonegate.match.taint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zonegate.match.Snippet;
import dev.zonegate.model.Decl;
import dev.zonegate.model.SourceFile;
import org.junit.jupiter.api.Test;

final class EscapesTest {
  @Test
  void charactersAreAskedForByIfConditionalOrCase() {
    assertThat(by("escape", "if (c == '<') { out.append(\"&lt;\"); }")).isEqualTo(xss());
    assertThat(by("escape", "if ('<' == c) { out.append(\"&lt;\"); }")).isEqualTo(xss());
    assertThat(by("escape", "out.append(c == '<' ? \"&lt;\" : c);")).isEqualTo(xss());
    assertThat(by("escape", "switch (c) { case '<': out.append(\"&lt;\"); }")).isEqualTo(xss());
    assertThat(by("escape", "switch (c) { case '<', '>' -> out.append('_'); }")).isEqualTo(xss());
  }

  @Test
  void allCharactersOfAKindAreAskedFor() {
    assertThat(by("clean", "if (c == '(') { out.append('_'); }")).isEqualTo(SinkKind.NONE);
    assertThat(by("clean", "if (c == '(' || c == '*') { out.append('_'); }"))
        .isEqualTo(SinkKind.LDAP.bit());
    assertThat(by("clean", "if (c == '\\'' || c == '\\n') { out.append('_'); }"))
        .isEqualTo(SinkKind.XPATH.bit() | SinkKind.LOG.bit());
  }

  @Test
  void theMethodSaysSoByItsName() {
    assertThat(by("print", "if (c == '<') { out.append(\"&lt;\"); }")).isEqualTo(SinkKind.NONE);
    assertThat(by("escape", "if (c == 'x') { out.append('<'); }")).isEqualTo(SinkKind.NONE);
    SourceFile file = Snippet.file("interface Texts { String escape(String text); }");
    assertThat(Escapes.of(file).by(file.all(Decl.Method.class).get(0))).isEqualTo(SinkKind.NONE);
  }

  private static int xss() {
    return SinkKind.XSS.bit();
  }

  private static int by(String name, String statement) {
    SourceFile file =
        Snippet.file(
            """
            class Texts {
              String %s(String text) {
                StringBuilder out = new StringBuilder();
                for (char c : text.toCharArray()) { %s }
                return out.toString();
              }
            }
            """
                .formatted(name, statement));
    return Escapes.of(file).by(file.all(Decl.Method.class).get(0));
  }
}
