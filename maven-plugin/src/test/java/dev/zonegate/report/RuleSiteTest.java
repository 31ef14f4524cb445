package dev.zonegate.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zonegate.catalogue.Catalogue;
import dev.zonegate.rule.Rule;
import dev.zonegate.rule.RuleInfo;
import dev.zonegate.rule.RulePattern;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class RuleSiteTest {
  private static final Pattern LINK = Pattern.compile("href=\"([^\"#]*)(?:#([^\"]*))?\"");

  @TempDir Path folder;

  @BeforeEach
  void write() throws IOException {
    List<RuleInfo> rules = Catalogue.rules().stream().map(Rule::info).toList();
    RuleSite.write(rules, "0.1.0", folder);
  }

  @Test
  void hasAPageARuleThatShowsEachPattern() throws IOException {
    for (Rule rule : Catalogue.rules()) {
      String page = text(rule.info().name() + ".html");
      assertThat(page).contains("<title>" + rule.info().id() + " " + rule.info().name());
      for (RulePattern pattern : rule.info().patterns()) {
        assertThat(page).contains("<h2 id=\"" + pattern.id() + "\">");
      }
      assertThat(page).contains("<pre data-kind=\"bad\">", "<pre data-kind=\"good\">");
    }
  }

  @Test
  void hasAnIndexOfAllPatterns() throws IOException {
    String index = text("index.html");
    for (Rule rule : Catalogue.rules()) {
      for (RulePattern pattern : rule.info().patterns()) {
        assertThat(index).contains("href=\"" + rule.info().name() + ".html#" + pattern.id() + "\"");
        assertThat(index)
            .contains("; " + pattern.action().replace("\"", "&quot;").split("[<>&'`=]")[0]);
      }
    }
  }

  @Test
  void showsCodeAsCodeAndNoBackticks() throws IOException {
    String shown = text("index.html").replaceAll("data-says=\"[^\"]*\"|<script>[^<]*</script>", "");
    assertThat(shown).doesNotContain("`").contains("<code>forEach</code>");
    assertThat(text("RawSql.html")).contains("bind it with <code>setParameter</code>");
  }

  @Test
  void saysOfAllTwentyIssuesWhatIsKnownAndHow() throws IOException {
    String top = text("top20.html");
    for (int i = 1; i <= 20; i++) {
      assertThat(top).contains("<td>AI%02d</td>".formatted(i));
    }
    assertThat(top).contains("<a href=\"RawSql.html\">RawSql</a>");
    assertThat(top).doesNotContain("[memory]", "322", "153 %", "24.2", "43 % of smells");
  }

  @Test
  void everyLinkLeadsSomewhere() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList()) {
        Matcher links = LINK.matcher(Files.readString(file));
        while (links.find()) {
          if (!links.group(1).startsWith("https://cwe.mitre.org/")) {
            checkLink(file, links.group(1), links.group(2));
          }
        }
      }
    }
  }

  private void checkLink(Path from, String page, String id) throws IOException {
    Path target = page.isEmpty() ? from : folder.resolve(page);
    assertThat(target).as("link of %s", from.getFileName()).exists();
    if (id != null) {
      assertThat(Files.readString(target)).contains("id=\"" + id + "\"");
    }
  }

  @Test
  void asksTheNetworkForNothing() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList()) {
        assertThat(Files.readString(file)).doesNotContain(" src=\"", "url(", "@import", "<link");
      }
    }
  }

  private String text(String name) throws IOException {
    return Files.readString(folder.resolve(name));
  }
}
