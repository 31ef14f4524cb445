package dev.zonegate.report;

import com.samskivert.mustache.Mustache;
import dev.zonegate.catalogue.RulePage;
import dev.zonegate.gate.AuthorVerdict;
import dev.zonegate.gate.Judged;
import dev.zonegate.gate.Obstacle;
import dev.zonegate.gate.Sha256;
import dev.zonegate.gate.Verdict;
import dev.zonegate.gate.ZoneCount;
import dev.zonegate.model.Notification;
import dev.zonegate.model.Span;
import dev.zonegate.provenance.Authorship;
import dev.zonegate.provenance.Claim;
import dev.zonegate.provenance.Evidence;
import dev.zonegate.provenance.FileProvenance;
import dev.zonegate.rule.Finding;
import dev.zonegate.rule.Related;
import dev.zonegate.rule.RuleInfo;
import java.io.IOException;
import java.io.Writer;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A verdict as one page that needs no network: zones, charts, findings that can be searched, and
 * the pages of the rules that fired. Without scripts it shows everything.
 */
final class HtmlReport {
  private static final int MOST_FINDINGS = 5000;
  private static final int MOST_NOTES = 500;

  private HtmlReport() {}

  record Zone(
      String name,
      String tier,
      String policy,
      int files,
      int errors,
      int warnings,
      int notes,
      int suppressed,
      int blocking,
      boolean isBlocked) {}

  record Row(
      String path,
      int line,
      String module,
      String id,
      String rule,
      String pattern,
      String severity,
      String zone,
      String message,
      String confidence,
      String authorship,
      String evidence,
      String fingerprint,
      boolean blocks,
      boolean isPreview,
      boolean isSuppressed,
      String why,
      String reason,
      List<Note> related,
      List<String> fixes,
      boolean hasPage) {
    public boolean hasRelated() {
      return !related.isEmpty();
    }
  }

  record Note(String place, String zone, String text) {
    public String why() {
      return text;
    }
  }

  record Rule(String id, String name, String summary, String page) {}

  record Page(
      String name,
      String version,
      boolean passes,
      int files,
      int standing,
      int blocking,
      int suppressed,
      List<Zone> zones,
      List<BarChart> charts,
      BarChart authors,
      List<Note> obstacles,
      List<Row> findings,
      int left,
      List<Note> notes,
      int notesLeft,
      List<Rule> rules,
      List<String> modules,
      String style,
      String script) {
    public String word() {
      return passes ? "passes" : "blocks";
    }

    public boolean hasCharts() {
      return hasFindingCharts() || hasAuthors();
    }

    public boolean hasFindingCharts() {
      return !charts.isEmpty();
    }

    public boolean hasAuthors() {
      return !authors.bars().isEmpty();
    }

    public boolean hasFindings() {
      return !findings.isEmpty();
    }

    public boolean hasObstacles() {
      return !obstacles.isEmpty();
    }

    public boolean hasNotes() {
      return !notes.isEmpty();
    }

    public boolean hasRules() {
      return !rules.isEmpty();
    }

    /** Lets the browser run this script and no other. */
    public String scriptHash() {
      return Base64.getEncoder().encodeToString(HexFormat.of().parseHex(Sha256.of(script)));
    }
  }

  static void write(ReportInput input, Writer out) throws IOException {
    Mustache.compiler()
        .escapeHTML(true)
        .emptyStringIsFalse(true)
        .zeroIsFalse(true)
        .compile(Resource.text("report.html"))
        .execute(page(input), out);
  }

  private static Page page(ReportInput input) throws IOException {
    Verdict verdict = input.verdict();
    List<Judged> standing = verdict.standing();
    Set<String> fired =
        verdict.judged().stream().map(each -> each.finding().rule()).collect(Collectors.toSet());
    List<Note> notes = verdict.notifications().stream().map(HtmlReport::note).toList();
    List<Row> rows =
        verdict.judged().stream()
            .limit(MOST_FINDINGS)
            .map(each -> row(each, input.authors()))
            .toList();
    return new Page(
        input.name(),
        input.version(),
        verdict.passes(),
        verdict.files(),
        standing.size(),
        verdict.blocking().size() + verdict.obstacles().size(),
        verdict.judged().size() - standing.size(),
        verdict.zones().stream().map(HtmlReport::zone).toList(),
        Charts.of(input, standing),
        Charts.authors(input),
        verdict.obstacles().stream().map(HtmlReport::note).toList(),
        rows,
        verdict.judged().size() - rows.size(),
        notes.stream().limit(MOST_NOTES).toList(),
        Math.max(0, notes.size() - MOST_NOTES),
        input.catalogue().stream()
            .filter(each -> fired.contains(each.name()))
            .map(HtmlReport::rule)
            .toList(),
        rows.stream().map(Row::module).distinct().sorted().toList(),
        Resource.text("style.css"),
        Resource.text("report.js"));
  }

  private static Zone zone(ZoneCount count) {
    return new Zone(
        count.zone().name(),
        count.zone().tier().id(),
        count.zone().strictness().blocksOn().policy(),
        count.files(),
        count.errors(),
        count.warnings(),
        count.notes(),
        count.suppressed(),
        count.blocking(),
        count.blocking() > 0);
  }

  private static Row row(Judged judged, AuthorVerdict authors) {
    Finding finding = judged.finding();
    Claim claim =
        authors
            .at(finding.path(), finding.at().startLine())
            .map(FileProvenance.Stretch::claim)
            .filter(each -> each.authorship() != Authorship.UNKNOWN)
            .orElse(null);
    return new Row(
        finding.path(),
        Math.max(1, finding.at().startLine()),
        Charts.module(finding.path()),
        finding.ruleId(),
        finding.rule(),
        finding.pattern(),
        word(judged.severity()),
        judged.zone().name(),
        finding.message(),
        word(finding.confidence()),
        claim == null ? "" : claim.authorship().id(),
        claim == null ? "" : evidence(claim.evidence()),
        finding.fingerprint(),
        judged.blocks(),
        finding.isPreview(),
        judged.isSuppressed(),
        judged.why(),
        reason(judged),
        finding.related().stream().map(HtmlReport::note).toList(),
        finding.fixes().stream().map(each -> each.title()).toList(),
        RulePage.isThere(finding.rule()));
  }

  private static String evidence(Evidence evidence) {
    String commit = evidence.shortCommit();
    return evidence.source().id()
        + (commit.isEmpty() ? "" : ", commit " + commit)
        + (evidence.text().isEmpty() ? "" : ": " + evidence.text());
  }

  private static String reason(Judged judged) {
    if (!judged.isSuppressed()) {
      return "";
    }
    String reason = judged.suppression().reason();
    String until =
        judged.suppression().until() == null ? "" : " (until " + judged.suppression().until() + ")";
    return (reason.isBlank() ? "no reason given" : reason) + until;
  }

  private static Rule rule(RuleInfo info) {
    String page =
        RulePage.isThere(info.name())
            ? Markdown.html(prose(RulePage.of(info.name())), info.name() + ".")
            : "";
    return new Rule(info.id(), info.name(), info.summary(), page);
  }

  /** The page without its title, which the report shows already. */
  private static String prose(RulePage page) {
    return page.sections().stream()
        .map(each -> "## " + each.heading() + "\n\n" + each.markdown())
        .collect(Collectors.joining("\n\n"));
  }

  private static Note note(Related related) {
    return new Note(place(related.path(), related.at().startLine()), "", related.message());
  }

  private static Note note(Obstacle obstacle) {
    return new Note(
        place(obstacle.path(), obstacle.line()), obstacle.zone().name(), obstacle.why());
  }

  private static Note note(Notification notification) {
    Span at = notification.at();
    return new Note(place(notification.path(), at.startLine()), "", notification.message());
  }

  private static String place(String path, int line) {
    return line > 0 ? path + ":" + line : path;
  }

  private static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }
}
