package dev.zonegate.frontend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zonegate.frontend.Token.Kind;
import dev.zonegate.model.Comment;
import dev.zonegate.model.SourceText;
import dev.zonegate.model.Span;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class JavaScannerTest {
  @Test
  void tokensCommentsAndBlanksCoverOurOwnSources() {
    for (String source : sources()) {
      assertCovered(source);
    }
  }

  @Test
  void tokensCommentsAndBlanksCoverBrokenSources() {
    Mutations broken = new Mutations(sources(), 20);
    for (int i = 0; i < 500; i++) {
      assertCovered(broken.next());
    }
  }

  @Test
  void wordsAloneAreThoseOfTheTokens() {
    Mutations broken = new Mutations(sources(), 21);
    for (int i = 0; i < 200; i++) {
      SourceText source = SourceText.of(broken.next());
      Tokens tokens = JavaScanner.scan(source);
      List<Integer> expected =
          IntStream.range(0, tokens.size())
              .mapToObj(tokens::get)
              .filter(each -> each.kind() == Kind.WORD)
              .map(each -> each.text().hashCode())
              .toList();
      List<Integer> words = new ArrayList<>();
      JavaScanner.words(source, words::add);
      assertThat(words).isEqualTo(expected);
    }
  }

  @Test
  void tokensCommentsAndBlanksCoverNoise() {
    String[] pieces = {
      "\"", "'", "\\", "\\\\", "\\u", "\\u0022", "\\uu002a", "\\u000a", "/", "*", "/*", "*/", "//",
          "\n", "\r", "\r\n",
      "\t", " ", "\"\"\"", "a", "0x", "1e+", ".", "..", "...", ">", ">>", "=", "-", "@",
          "\uD83D\uDE00", "\uD83D",
      "\u0000", "\u001a", "\uFEFF", "\u00e9", "_", "$", "9", "L", "\f", "\u00a0"
    };
    Random random = new Random(7);
    for (int i = 0; i < 3_000; i++) {
      StringBuilder noise = new StringBuilder();
      for (int k = random.nextInt(25); k >= 0; k--) {
        noise.append(pieces[random.nextInt(pieces.length)]);
      }
      assertCovered(noise.toString());
    }
  }

  @Test
  void literalsAndCommentsHideWhatTheyContain() {
    Tokens tokens = scan("a(\"/* no */\", '\"', \"\\\"//\"); // b \"c\n/* d // */ e /** f */");

    assertThat(texts(tokens))
        .containsExactly("a", "(", "\"/* no */\"", ",", "'\"'", ",", "\"\\\"//\"", ")", ";", "e");
    assertThat(tokens.comments())
        .extracting(Comment::kind)
        .containsExactly(Comment.Kind.LINE, Comment.Kind.BLOCK, Comment.Kind.JAVADOC);
  }

  @Test
  void aTextBlockIsOneToken() {
    Tokens tokens = scan("x = \"\"\"\n  a \"quoted\" \\\"\"\" b\n  \"\"\";");

    assertThat(tokens.get(2).kind()).isEqualTo(Kind.TEXT_BLOCK);
    assertThat(texts(tokens)).hasSize(4);
  }

  @Test
  void closingAngleBracketsAreAlwaysSingle() {
    assertThat(texts(scan("Map<A, List<B>> x = a >>> b;")))
        .containsExactly(
            "Map", "<", "A", ",", "List", "<", "B", ">", ">", "x", "=", "a", ">", ">", ">", "b",
            ";");
  }

  @Test
  void escapesAreTranslatedOutsideLiteralsToo() {
    Tokens tokens = scan("\\u0061b /\\u002a c *\\u002f d");

    assertThat(texts(tokens)).containsExactly("ab", "d");
    assertThat(tokens.span(0)).isEqualTo(new Span(1, 1, 1, 8));
    assertThat(tokens.comments())
        .singleElement()
        .extracting(Comment::span)
        .isEqualTo(new Span(1, 9, 1, 26));
  }

  @Test
  void anOpenLiteralEndsWithItsLineAndAnOpenCommentWithTheFile() {
    assertThat(texts(scan("a = \"b;\nc /* d"))).containsExactly("a", "=", "\"b;", "c");
    assertThat(scan("a /* d").comments()).hasSize(1);
  }

  private static void assertCovered(String text) {
    SourceText source = SourceText.of(text);
    Tokens tokens = JavaScanner.scan(source);
    List<int[]> pieces = new ArrayList<>();
    for (int i = 0; i < tokens.size(); i++) {
      Token token = tokens.get(i);
      String written = source.content().substring(token.start(), token.end());
      assertThat(UnicodeEscapes.translate(written).text()).as(text).isEqualTo(token.text());
      pieces.add(new int[] {token.start(), token.end()});
    }
    for (Comment comment : tokens.comments()) {
      Span span = comment.span();
      assertThat(source.slice(span)).as(text).isEqualTo(comment.text());
      pieces.add(
          new int[] {
            source.offset(span.startLine(), span.startColumn()),
            source.offset(span.endLine(), span.endColumn())
          });
    }
    pieces.sort(Comparator.comparingInt(piece -> piece[0]));
    int at = 0;
    for (int[] piece : pieces) {
      assertThat(piece[0]).as(text).isGreaterThanOrEqualTo(at);
      assertThat(piece[1]).as(text).isGreaterThan(piece[0]);
      assertBlank(source, at, piece[0]);
      at = piece[1];
    }
    assertBlank(source, at, source.content().length());
  }

  private static void assertBlank(SourceText source, int from, int to) {
    String gap = UnicodeEscapes.translate(source.content().substring(from, to)).text();
    assertThat(gap.chars().allMatch(c -> c <= ' ')).as("blank: '" + gap + "'").isTrue();
  }

  private static List<String> sources() {
    return Mutations.sourcesBelow(Path.of("src/main/java"));
  }

  private static Tokens scan(String text) {
    return JavaScanner.scan(SourceText.of(text));
  }

  private static List<String> texts(Tokens tokens) {
    List<String> texts = new ArrayList<>();
    for (int i = 0; i < tokens.size(); i++) {
      texts.add(tokens.get(i).text());
    }
    return texts;
  }
}
