package dev.zonegate.report;

import com.samskivert.mustache.Mustache;
import dev.zonegate.catalogue.RulePage;
import dev.zonegate.files.WholeFile;
import dev.zonegate.gate.Sha256;
import dev.zonegate.rule.RuleInfo;
import dev.zonegate.rule.RulePattern;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The pages of all rules as a folder of HTML that needs no server and no network. */
public final class RuleSite {
  /** What some sections say of the pattern itself before they say what it is about. */
  private static final Pattern STATUS = Pattern.compile("^(?:\\*Preview[^*]*\\*|Preview\\.) ");

  private static final Pattern SENTENCE_END = Pattern.compile("(?<=[.:]) (?=[A-Z`])");
  private static final Pattern ISSUE = Pattern.compile("<td>([A-Z][a-z]\\w+)</td>");

  private final List<RuleInfo> rules;
  private final String version;
  private final Path folder;

  private RuleSite(List<RuleInfo> rules, String version, Path folder) {
    this.rules = rules;
    this.version = version;
    this.folder = folder;
  }

  record Page(String title, String body, String style, String script) {
    /** Lets the browser run this script and no other. */
    public String scriptHash() {
      return Base64.getEncoder().encodeToString(HexFormat.of().parseHex(Sha256.of(script)));
    }
  }

  record Index(int rules, int patterns, String version, List<Rule> each) {}

  record Rule(
      String id, String name, String summary, List<Integer> cwe, List<Row> patterns, String prose) {
    public boolean hasWeaknesses() {
      return !cwe.isEmpty();
    }

    public String weaknesses() {
      return cwe.stream().map(each -> "CWE-" + each).collect(Collectors.joining(", "));
    }

    public String first() {
      return patterns.get(0).id();
    }
  }

  /**
   * A pattern in a list.
   *
   * @param about the first sentence about it, as HTML
   * @param says its message and action, as HTML
   * @param message the same as text, to be searched
   */
  record Row(
      String rule,
      String id,
      String severity,
      boolean isPreview,
      String about,
      String says,
      String message) {}

  /**
   * Writes the index, a page for each rule, and the page about the issues.
   *
   * @return the index
   */
  public static Path write(List<RuleInfo> rules, String version, Path folder) throws IOException {
    Files.createDirectories(folder);
    return new RuleSite(rules, version, folder).write();
  }

  private Path write() throws IOException {
    List<Rule> pages = rules.stream().map(RuleSite::rule).toList();
    for (Rule each : pages) {
      write(each.name() + ".html", each.id() + " " + each.name(), fill("rule.html", each), "");
    }
    String top = Markdown.html(Resource.text("top20.md"), "");
    write("top20.html", "The top 20 issues of machine-written Java", linked(top), "");
    int patterns = pages.stream().mapToInt(each -> each.patterns().size()).sum();
    Index index = new Index(pages.size(), patterns, version, pages);
    return write(
        "index.html", "Rules of Zonegate", fill("index.html", index), Resource.text("index.js"));
  }

  private Path write(String name, String title, String body, String script) throws IOException {
    Page page = new Page(title, body, Resource.text("style.css"), script);
    String text = fill("page.html", page);
    Path file = folder.resolve(name);
    WholeFile.write(file, draft -> Files.writeString(draft, text));
    return file;
  }

  private static String fill(String template, Object values) throws IOException {
    return Mustache.compiler()
        .escapeHTML(true)
        .emptyStringIsFalse(true)
        .compile(Resource.text(template))
        .execute(values);
  }

  /** Links the names of the rules to their pages. */
  private static String linked(String html) {
    return ISSUE.matcher(html).replaceAll("<td><a href=\"$1.html\">$1</a></td>");
  }

  private static Rule rule(RuleInfo info) {
    RulePage page = RulePage.of(info.name());
    String prose =
        page.sections().stream()
            .map(each -> "## " + each.heading() + "\n\n" + each.markdown())
            .collect(Collectors.joining("\n\n"));
    return new Rule(
        info.id(),
        info.name(),
        info.summary(),
        info.cwe(),
        info.patterns().stream().map(each -> row(page, each)).toList(),
        Markdown.html(prose, ""));
  }

  private static Row row(RulePage page, RulePattern pattern) {
    String message =
        pattern.message().replaceAll("%(\\d+\\$)?[a-zA-Z]", "...").replace("%%", "%")
            + "; "
            + pattern.action();
    return new Row(
        page.rule(),
        pattern.id(),
        pattern.severity().name().toLowerCase(Locale.ROOT),
        pattern.isPreview(),
        Markdown.line(about(page, pattern)),
        Markdown.line(message),
        message);
  }

  /** The first sentence of the section about a pattern. */
  private static String about(RulePage page, RulePattern pattern) {
    return page.sections().stream()
        .filter(each -> each.heading().equals(pattern.id()))
        .map(each -> each.markdown().strip().split("\n\n", 2)[0].replace('\n', ' '))
        .map(each -> SENTENCE_END.split(STATUS.matcher(each).replaceFirst(""), 2)[0])
        .map(each -> each.replaceFirst(":$", "."))
        .findFirst()
        .orElse("");
  }
}
