package dev.zonegate.report;

import dev.zonegate.files.TerseJson;
import dev.zonegate.gate.AuthorVerdict;
import dev.zonegate.gate.FileRecord;
import dev.zonegate.gate.Judged;
import dev.zonegate.gate.LineShare;
import dev.zonegate.gate.Results;
import dev.zonegate.gate.Verdict;
import dev.zonegate.gate.ZoneCount;
import dev.zonegate.model.Notification;
import dev.zonegate.model.Notification.Kind;
import dev.zonegate.model.Span;
import dev.zonegate.provenance.Evidence;
import dev.zonegate.provenance.FileProvenance;
import dev.zonegate.rule.Finding;
import dev.zonegate.rule.Fix;
import dev.zonegate.rule.Related;
import dev.zonegate.rule.RuleInfo;
import dev.zonegate.rule.TextEdit;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Writes a verdict as SARIF 2.1.0: one run, places relative to the build, always in one order. */
public final class SarifReport {
  /** Code hosts refuse a run with more. */
  static final int MOST_RESULTS = 25_000;

  private static final String LEFT_OUT = "leftOut";

  private final Verdict verdict;
  private final List<Judged> shown;
  private final AuthorVerdict authors;
  private final SarifRules rules;
  private final Map<String, Map<Integer, String>> lineHashes = new HashMap<>();

  private SarifReport(
      Verdict verdict, AuthorVerdict authors, Results results, List<RuleInfo> catalogue) {
    this.verdict = verdict;
    this.shown = shown(verdict.judged());
    this.authors = authors;
    Set<String> used = shown.stream().map(each -> each.finding().key()).collect(Collectors.toSet());
    this.rules = new SarifRules(catalogue, used);
    for (FileRecord each : results.files()) {
      lineHashes.put(each.path(), each.lineHashes());
    }
  }

  /** Writes a report; the name of what is judged is its category. */
  public static void write(ReportInput input, Writer out) throws IOException {
    SarifReport report =
        new SarifReport(input.verdict(), input.authors(), input.results(), input.catalogue());
    // a folder of strangers has 100,000 findings: no text of it all, and no indentation
    TerseJson.write(report.log(input.name(), input.version()), out);
  }

  /** By place; of too many those that matter most. */
  private static List<Judged> shown(List<Judged> judged) {
    List<Judged> shown = new ArrayList<>(judged);
    if (shown.size() > MOST_RESULTS) {
      shown.sort(
          Comparator.comparing((Judged each) -> !each.blocks())
              .thenComparing(each -> !each.stands())
              .thenComparing(Judged::severity));
      shown.subList(MOST_RESULTS, shown.size()).clear();
    }
    shown.sort(Comparator.comparing(Judged::finding));
    return shown;
  }

  private Sarif.Log log(String category, String version) {
    Sarif.Driver driver =
        new Sarif.Driver("Zonegate", version, rules.descriptors(), notificationKinds());
    Sarif.Run run =
        new Sarif.Run(
            new Sarif.Tool(driver),
            new Sarif.Automation("zonegate/" + category + "/"),
            List.of(new Sarif.Invocation(true, notifications())),
            shown.stream().map(this::result).toList(),
            "utf16CodeUnits",
            runProperties());
    return new Sarif.Log(Sarif.SCHEMA, "2.1.0", List.of(run));
  }

  private Sarif.Result result(Judged judged) {
    Finding finding = judged.finding();
    return new Sarif.Result(
        finding.key(),
        rules.index(finding.key()),
        SarifRules.level(judged.severity()),
        new Sarif.Message(finding.message()),
        List.of(location(null, finding.path(), finding.at(), null)),
        fingerprints(finding),
        codeFlows(finding),
        related(finding),
        suppressions(judged),
        fixes(finding),
        properties(judged));
  }

  private Map<String, String> fingerprints(Finding finding) {
    Map<String, String> fingerprints = new LinkedHashMap<>();
    String hash = lineHashes.getOrDefault(finding.path(), Map.of()).get(finding.at().startLine());
    if (hash != null && !hash.isEmpty()) {
      fingerprints.put("primaryLocationLineHash", hash);
    }
    fingerprints.put("zonegate/v1", finding.fingerprint());
    return fingerprints;
  }

  /** The way of what does harm: its origin first, the finding last. */
  private static List<Sarif.CodeFlow> codeFlows(Finding finding) {
    List<Sarif.ThreadFlowLocation> steps = new ArrayList<>();
    for (Related each : finding.related()) {
      if (each.isOnPath()) {
        steps.add(step(each.path(), each.at(), each.message()));
      }
    }
    if (steps.isEmpty()) {
      return List.of();
    }
    steps.add(step(finding.path(), finding.at(), "it ends here"));
    return List.of(new Sarif.CodeFlow(List.of(new Sarif.ThreadFlow(steps))));
  }

  private static Sarif.ThreadFlowLocation step(String path, Span at, String message) {
    return new Sarif.ThreadFlowLocation(location(null, path, at, message));
  }

  private static List<Sarif.Location> related(Finding finding) {
    List<Sarif.Location> locations = new ArrayList<>();
    for (Related each : finding.related()) {
      locations.add(location(locations.size() + 1, each.path(), each.at(), each.message()));
    }
    return locations;
  }

  private static List<Sarif.Suppression> suppressions(Judged judged) {
    if (judged.isKnown()) {
      return List.of(new Sarif.Suppression("external", "accepted", "the baseline knows it", null));
    }
    if (!judged.isSuppressed()) {
      return List.of();
    }
    String until =
        judged.suppression().until() == null ? "" : " (until " + judged.suppression().until() + ")";
    Sarif.Location at =
        location(null, judged.suppression().path(), judged.suppression().at(), null);
    return List.of(
        new Sarif.Suppression(
            "inSource", "accepted", (judged.suppression().reason() + until).strip(), at));
  }

  /** Repairs that are whole, with the imports that they need. */
  private static List<Sarif.Fix> fixes(Finding finding) {
    return finding.fixes().stream()
        .filter(Fix::isWhole)
        .map(each -> fix(finding.path(), each))
        .toList();
  }

  private static Sarif.Fix fix(String path, Fix fix) {
    List<Sarif.Replacement> replacements = new ArrayList<>();
    List<TextEdit> edits = new ArrayList<>(fix.importEdits());
    edits.addAll(fix.edits());
    for (TextEdit edit : edits) {
      replacements.add(new Sarif.Replacement(region(edit.span()), new Sarif.Content(edit.text())));
    }
    return new Sarif.Fix(
        new Sarif.Message(fix.title()),
        List.of(
            new Sarif.ArtifactChange(new Sarif.ArtifactLocation(Paths.uri(path)), replacements)));
  }

  private Map<String, Object> runProperties() {
    Map<String, Object> properties = new LinkedHashMap<>();
    properties.put("verdict", verdict.passes() ? "pass" : "block");
    List<Map<String, Object>> zones = new ArrayList<>();
    for (ZoneCount each : verdict.zones()) {
      LineShare share = authors.shares().get(each.zone().name());
      if (share != null) {
        Map<String, Object> zone = new LinkedHashMap<>();
        zone.put("zone", each.zone().name());
        zone.put("lines", share.all());
        zone.put("machineWritten", share.machine());
        zones.add(zone);
      }
    }
    if (!zones.isEmpty()) {
      properties.put("authors", zones);
    }
    return properties;
  }

  /** Who wrote the line of a finding and how that is known; empty if nobody asked. */
  private Map<String, Object> provenance(Finding finding) {
    Map<String, Object> properties = new LinkedHashMap<>();
    authors
        .at(finding.path(), finding.at().startLine())
        .map(FileProvenance.Stretch::claim)
        .ifPresent(
            claim -> {
              Evidence evidence = claim.evidence();
              properties.put("authorship", claim.authorship().id());
              putIfSaid("source", evidence.source().id(), properties);
              putIfSaid("where", evidence.where(), properties);
              putIfSaid("commit", evidence.commit(), properties);
              putIfSaid("text", evidence.text(), properties);
            });
    return properties;
  }

  private static void putIfSaid(String key, String value, Map<String, Object> properties) {
    if (!value.isEmpty()) {
      properties.put(key, value);
    }
  }

  private Map<String, Object> properties(Judged judged) {
    Finding finding = judged.finding();
    Map<String, Object> properties = new LinkedHashMap<>();
    properties.put("issue", finding.ruleId());
    properties.put("zone", judged.zone().name());
    properties.put("tier", judged.zone().tier().id());
    properties.put("confidence", finding.confidence().name().toLowerCase(Locale.ROOT));
    properties.put("blocks", judged.blocks());
    if (!judged.why().isEmpty()) {
      properties.put("why", judged.why());
    }
    if (judged.isPreview()) {
      properties.put("preview", true);
    }
    Map<String, Object> provenance = provenance(finding);
    if (!provenance.isEmpty()) {
      properties.put("provenance", provenance);
    }
    return properties;
  }

  private int left() {
    return verdict.judged().size() - shown.size();
  }

  private List<Sarif.Notification> notifications() {
    List<Sarif.Notification> all = new ArrayList<>();
    verdict.notifications().forEach(each -> all.add(notification(each)));
    if (left() > 0) {
      String said =
          left()
              + " more findings are left out, the least important ones; -Dzonegate.formats=json lists all";
      all.add(
          new Sarif.Notification(
              new Sarif.Reference(LEFT_OUT), "warning", new Sarif.Message(said), List.of()));
    }
    return all;
  }

  private List<Sarif.Descriptor> notificationKinds() {
    Stream<String> kinds =
        verdict.notifications().stream()
            .map(Notification::kind)
            .distinct()
            .sorted()
            .map(SarifReport::id);
    return Stream.concat(kinds, left() > 0 ? Stream.of(LEFT_OUT) : Stream.empty())
        .map(id -> new Sarif.Descriptor(id, null, null, null, null, null, null))
        .toList();
  }

  private Sarif.Notification notification(Notification notification) {
    boolean isLoss = notification.kind() == Kind.FILE || notification.kind() == Kind.RULE;
    return new Sarif.Notification(
        new Sarif.Reference(id(notification.kind())),
        isLoss ? "error" : "warning",
        new Sarif.Message(notification.message()),
        List.of(location(null, notification.path(), notification.at(), null)));
  }

  private static String id(Kind kind) {
    return kind.name().toLowerCase(Locale.ROOT);
  }

  private static Sarif.Location location(Integer id, String path, Span at, String message) {
    return new Sarif.Location(
        id,
        new Sarif.PhysicalLocation(new Sarif.ArtifactLocation(Paths.uri(path)), region(at)),
        message == null ? null : new Sarif.Message(message));
  }

  private static Sarif.Region region(Span span) {
    return span.isPresent()
        ? new Sarif.Region(span.startLine(), span.startColumn(), span.endLine(), span.endColumn())
        : null;
  }
}
