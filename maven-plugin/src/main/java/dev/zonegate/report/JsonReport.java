package dev.zonegate.report;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import dev.zonegate.engine.Suppression;
import dev.zonegate.gate.AuthorVerdict;
import dev.zonegate.gate.Judged;
import dev.zonegate.gate.LineShare;
import dev.zonegate.gate.Obstacle;
import dev.zonegate.gate.Verdict;
import dev.zonegate.gate.ZoneCount;
import dev.zonegate.model.Notification;
import dev.zonegate.model.Span;
import dev.zonegate.provenance.Claim;
import dev.zonegate.provenance.Evidence;
import dev.zonegate.rule.Finding;
import java.io.IOException;
import java.io.Writer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A verdict as JSON for programs, described by {@code zonegate/report.schema.json}. Findings are in
 * the order in which people should read them: by zone, the worst first, then by place.
 */
final class JsonReport {
  private static final int FORMAT = 1;

  private JsonReport() {}

  record Root(
      int format,
      Tool tool,
      String name,
      String verdict,
      int files,
      List<ZoneRow> zones,
      List<FindingRow> findings,
      List<ObstacleRow> obstacles,
      List<NotificationRow> notifications) {}

  record Tool(String name, String version) {}

  record ZoneRow(
      String name,
      String tier,
      int files,
      int errors,
      int warnings,
      int notes,
      int suppressed,
      int blocking,
      int calls,
      int unresolved,
      @JsonInclude(Include.NON_NULL) AuthorsRow authors) {}

  /** Who wrote the lines of a zone. */
  record AuthorsRow(int lines, int machineWritten, Map<String, Integer> byAuthorship) {}

  /** Who wrote the line of a finding. */
  record ProvenanceRow(
      String authorship,
      @JsonInclude(Include.NON_EMPTY) String source,
      @JsonInclude(Include.NON_EMPTY) String where,
      @JsonInclude(Include.NON_EMPTY) String commit,
      @JsonInclude(Include.NON_EMPTY) String text) {
    static ProvenanceRow of(Claim claim) {
      Evidence evidence = claim.evidence();
      return new ProvenanceRow(
          claim.authorship().id(),
          evidence.source().id(),
          evidence.where(),
          evidence.commit(),
          evidence.text());
    }
  }

  record Region(int line, int column, int endLine, int endColumn) {}

  record FindingRow(
      String id,
      String rule,
      String pattern,
      String path,
      @JsonInclude(Include.NON_NULL) Region region,
      String message,
      String severity,
      String confidence,
      boolean preview,
      String zone,
      boolean blocks,
      String why,
      String fingerprint,
      @JsonInclude(Include.NON_NULL) ProvenanceRow provenance,
      @JsonInclude(Include.NON_NULL) SuppressionRow suppression,
      @JsonInclude(Include.NON_EMPTY) List<RelatedRow> related,
      @JsonInclude(Include.NON_EMPTY) List<FixRow> fixes) {}

  record SuppressionRow(
      boolean accepted, String reason, @JsonInclude(Include.NON_NULL) String until) {}

  record RelatedRow(
      String path, @JsonInclude(Include.NON_NULL) Region region, String message, boolean onPath) {}

  record FixRow(String title, List<EditRow> edits, List<String> imports) {}

  record EditRow(Region region, String text) {}

  record ObstacleRow(
      String zone, String path, @JsonInclude(Include.NON_DEFAULT) int line, String why) {}

  record NotificationRow(
      String kind, String path, @JsonInclude(Include.NON_NULL) Region region, String message) {}

  static void write(ReportInput input, Writer out) throws IOException {
    FlatJson.write(root(input), out);
  }

  private static Root root(ReportInput input) {
    Verdict verdict = input.verdict();
    return new Root(
        FORMAT,
        new Tool("zonegate", input.version()),
        input.name(),
        verdict.passes() ? "pass" : "block",
        verdict.files(),
        verdict.zones().stream().map(each -> row(each, input.authors())).toList(),
        verdict.judged().stream().map(each -> row(each, input.authors())).toList(),
        verdict.obstacles().stream().map(JsonReport::row).toList(),
        verdict.notifications().stream().map(JsonReport::row).toList());
  }

  private static ZoneRow row(ZoneCount count, AuthorVerdict authors) {
    return new ZoneRow(
        count.zone().name(),
        count.zone().tier().id(),
        count.files(),
        count.errors(),
        count.warnings(),
        count.notes(),
        count.suppressed(),
        count.blocking(),
        count.quality().uses(),
        count.quality().unresolved(),
        row(authors.shares().get(count.zone().name())));
  }

  private static AuthorsRow row(LineShare share) {
    if (share == null) {
      return null;
    }
    Map<String, Integer> lines = new LinkedHashMap<>();
    share.lines().forEach((who, number) -> lines.put(who.id(), number));
    return new AuthorsRow(share.all(), share.machine(), lines);
  }

  private static FindingRow row(Judged judged, AuthorVerdict authors) {
    Finding finding = judged.finding();
    return new FindingRow(
        finding.ruleId(),
        finding.rule(),
        finding.pattern(),
        finding.path(),
        region(finding.at()),
        finding.message(),
        word(judged.severity()),
        word(finding.confidence()),
        finding.isPreview(),
        judged.zone().name(),
        judged.blocks(),
        judged.why(),
        finding.fingerprint(),
        authors
            .at(finding.path(), finding.at().startLine())
            .map(each -> ProvenanceRow.of(each.claim()))
            .orElse(null),
        suppression(judged),
        finding.related().stream()
            .map(
                each ->
                    new RelatedRow(each.path(), region(each.at()), each.message(), each.isOnPath()))
            .toList(),
        finding.fixes().stream()
            .map(
                fix ->
                    new FixRow(
                        fix.title(),
                        fix.edits().stream()
                            .map(each -> new EditRow(region(each.span()), each.text()))
                            .toList(),
                        fix.imports()))
            .toList());
  }

  private static SuppressionRow suppression(Judged judged) {
    Suppression suppression = judged.suppression();
    if (suppression == null) {
      return null;
    }
    String until = suppression.until() == null ? null : suppression.until().toString();
    return new SuppressionRow(judged.isSuppressed(), suppression.reason(), until);
  }

  private static ObstacleRow row(Obstacle obstacle) {
    return new ObstacleRow(
        obstacle.zone().name(), obstacle.path(), obstacle.line(), obstacle.why());
  }

  private static NotificationRow row(Notification notification) {
    return new NotificationRow(
        word(notification.kind()),
        notification.path(),
        region(notification.at()),
        notification.message());
  }

  private static Region region(Span at) {
    return at.isPresent()
        ? new Region(at.startLine(), at.startColumn(), at.endLine(), at.endColumn())
        : null;
  }

  private static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }
}
