package dev.zonegate.gate;

import dev.zonegate.catalogue.Catalogue;
import dev.zonegate.engine.Analysis;
import dev.zonegate.engine.FileResult;
import dev.zonegate.engine.Settings;
import dev.zonegate.engine.Settlement;
import dev.zonegate.engine.Suppression;
import dev.zonegate.model.Notification;
import dev.zonegate.model.SourceFile.Role;
import dev.zonegate.model.Span;
import dev.zonegate.rule.Confidence;
import dev.zonegate.rule.Finding;
import dev.zonegate.rule.Related;
import dev.zonegate.rule.RuleInfo;
import dev.zonegate.rule.RulePattern;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;

/** Results for tests: {@code Findings.in("ledger/A.java").of(Rules.CONCAT, 3).record()}. */
public final class Findings {
  public static final LocalDate TODAY = LocalDate.of(2026, 11, 21);

  private final String path;
  private final List<Finding> findings = new ArrayList<>();
  private final List<Suppression> suppressions = new ArrayList<>();
  private final List<Notification> notifications = new ArrayList<>();
  private Quality quality = new Quality(100, 0);

  private Findings(String path) {
    this.path = path;
  }

  public static Findings in(String path) {
    return new Findings(path);
  }

  public static Results results(FileRecord... files) {
    return new Results("key", Arrays.asList(files), List.of());
  }

  /** What results of the real rules come to. */
  private static Settlement settled(Results results, LocalDate today) {
    return results.settle(new Analysis(Catalogue.rules(), Settings.DEFAULT), true, today);
  }

  /** Results judged by a policy on a day. */
  public static Verdict judged(Policy policy, String prefix, Results results, LocalDate today) {
    return Judge.judge(policy, prefix, results, settled(results, today));
  }

  public Findings of(RulePattern pattern, int line) {
    return of(pattern, line, pattern.confidence());
  }

  public Findings of(RulePattern pattern, int line, Confidence confidence) {
    RuleInfo rule = Rules.CONCAT.id().equals(pattern.id()) ? Rules.RAW_SQL : Rules.TIME_ZONE;
    return of(rule, pattern, line, confidence, List.of());
  }

  /** A method that is there twice. */
  public Findings copied(int line, Related other) {
    return of(Rules.DRIFT, Rules.CLONE, line, Confidence.HIGH, List.of(other));
  }

  private Findings of(
      RuleInfo rule, RulePattern pattern, int line, Confidence confidence, List<Related> related) {
    Span at = new Span(line, 5, line, 12);
    findings.add(
        new Finding(
            rule.id(),
            rule.name(),
            pattern.id(),
            path,
            at,
            at,
            pattern.text("it"),
            String.format("%016x", line),
            pattern.severity(),
            confidence,
            pattern.isPreview(),
            related,
            List.of()));
    return this;
  }

  public Findings allowing(String target, int line, String reason, LocalDate until) {
    Span covers = new Span(line, 1, line, 200);
    suppressions.add(
        new Suppression(
            path,
            new Span(line - 1, 1, line - 1, 30),
            covers,
            Suppression.Origin.COMMENT,
            target,
            "A.m()",
            reason,
            until));
    return this;
  }

  public Findings notifying(Notification.Kind kind, String message) {
    notifications.add(new Notification(path, new Span(7, 1, 7, 2), kind, message));
    return this;
  }

  public Findings resolving(int uses, int unresolved) {
    quality = new Quality(uses, unresolved);
    return this;
  }

  public FileRecord record() {
    TreeMap<Integer, String> hashes = new TreeMap<>();
    findings.forEach(
        each -> hashes.put(each.at().startLine(), "abc" + each.at().startLine() + ":1"));
    int slash = path.lastIndexOf('/');
    return new FileRecord(
        path,
        Role.MAIN,
        "ff",
        slash < 0 ? "" : path.substring(0, slash).replace('/', '.'),
        quality,
        hashes,
        new FileResult(path, findings, List.of(), List.of(), suppressions, notifications));
  }
}
