package dev.zonegate.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class MarkdownTest {
  @Test
  void aLineStandsWithinAParagraphOfOthers() {
    assertThat(Markdown.line("Pass a `Clock`")).isEqualTo("Pass a <code>Clock</code>");
    assertThat(Markdown.line("# A heading")).startsWith("<h1").endsWith("</h1>");
  }

  @Test
  void linksLeadWhereAReaderCanGo() {
    String html = Markdown.line("[one](#one) [two](https://acme.example/two) [`three`](three.md)");
    assertThat(html)
        .contains("href=\"#one\">one</a>", "href=\"https://acme.example/two\">two</a>")
        .endsWith(" <code>three</code>");
  }
}
