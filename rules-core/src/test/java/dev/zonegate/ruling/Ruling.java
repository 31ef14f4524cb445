package dev.zonegate.ruling;

import dev.zonegate.catalogue.Catalogue;
import dev.zonegate.engine.Analysis;
import dev.zonegate.engine.FileResult;
import dev.zonegate.engine.Settings;
import dev.zonegate.engine.Settlement;
import dev.zonegate.facts.Fact;
import dev.zonegate.facts.Project;
import dev.zonegate.frontend.SourceInput;
import dev.zonegate.frontend.SourceSet;
import dev.zonegate.frontend.javac.JavacFrontEnd;
import dev.zonegate.frontend.resource.ResourceReader;
import dev.zonegate.model.Expr;
import dev.zonegate.model.Notification;
import dev.zonegate.model.ResourceFile;
import dev.zonegate.model.SourceFile;
import dev.zonegate.model.SourceText;
import dev.zonegate.rule.Finding;
import dev.zonegate.rule.Rule;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What the rules say of one corpus, a whole project, and how well it could be read. */
final class Ruling {
  /** Names of rules with commas between, to look at them alone; empty for all. */
  static final String ONLY = System.getProperty("zonegate.only", "");

  private final Corpus corpus;
  private final Analysis analysis = new Analysis(rules(), Settings.DEFAULT);
  private final List<FileResult> results = new ArrayList<>();
  private final List<Finding> findings = new ArrayList<>();
  private final List<Notification> notifications = new ArrayList<>();
  private final Map<String, SourceText> texts = new TreeMap<>();
  private long lines;
  private long calls;
  private long resolvedCalls;
  private long ruleMillis;
  private long wholeMillis;

  private Ruling(Corpus corpus) {
    this.corpus = corpus;
  }

  static Ruling of(Corpus corpus) {
    Ruling ruling = new Ruling(corpus);
    SourceSet sources = corpus.sources();
    long start = System.nanoTime();
    new JavacFrontEnd().read(sources, ruling::check);
    corpus.resources().forEach(ruling::check);
    ruling.settle();
    ruling.wholeMillis = millisSince(start);
    return ruling;
  }

  private static List<Rule> rules() {
    return Catalogue.rules().stream()
        .filter(each -> ONLY.isEmpty() || List.of(ONLY.split(",")).contains(each.info().name()))
        .toList();
  }

  private void settle() {
    long start = System.nanoTime();
    List<Fact> facts = results.stream().flatMap(each -> each.facts().stream()).toList();
    Settlement settlement = analysis.settle(results, Project.whole(facts), LocalDate.EPOCH);
    ruleMillis += millisSince(start);
    findings.addAll(settlement.findings());
    notifications.addAll(settlement.notifications());
  }

  private void check(SourceInput resource) {
    ResourceFile file = ResourceReader.read(resource);
    FileResult result = analysis.check(file);
    results.add(result);
    notifications.addAll(result.notifications());
    texts.put(file.path(), file.text());
  }

  private void check(SourceFile file) {
    long start = System.nanoTime();
    FileResult result = analysis.check(file);
    ruleMillis += millisSince(start);
    results.add(result);
    notifications.addAll(result.notifications());
    texts.put(file.path(), file.text());
    lines += file.text().lineCount();
    for (Expr.Call call : file.all(Expr.Call.class)) {
      calls++;
      resolvedCalls += call.method() == null ? 0 : 1;
    }
  }

  Corpus corpus() {
    return corpus;
  }

  List<Finding> findings() {
    return findings;
  }

  List<Notification> notifications() {
    return notifications;
  }

  long lines() {
    return lines;
  }

  /** Findings by rule and pattern, sorted. */
  Map<String, Long> counts() {
    return findings.stream()
        .collect(Collectors.groupingBy(Finding::key, TreeMap::new, Collectors.counting()));
  }

  /** One line a finding, as stored. */
  List<String> stored() {
    return findings.stream().map(Ruling::line).toList();
  }

  /** The lines around a finding, for a reader. */
  String excerpt(Finding finding, int around) {
    SourceText text = texts.get(finding.path());
    StringBuilder excerpt = new StringBuilder(corpus.name() + " " + line(finding) + "\n");
    int last = Math.min(text.lineCount(), finding.at().startLine() + around);
    for (int i = Math.max(1, finding.at().startLine() - around); i <= last; i++) {
      String mark = i == finding.at().startLine() ? ">" : " ";
      excerpt.append(String.format(Locale.ROOT, "%s%5d  %s%n", mark, i, text.lineText(i)));
    }
    return excerpt.toString();
  }

  /** How well the corpus was read and how long it took, on one line. */
  String quality() {
    String kinds =
        notifications.stream()
            .collect(Collectors.groupingBy(Notification::kind, TreeMap::new, Collectors.counting()))
            .toString();
    return String.format(
        Locale.ROOT,
        "%-14s %5d files %7d lines, %6.2f %% of %d calls resolved, %5d findings, notifications %s, %.1f s (rules %.1f s)",
        corpus.name(),
        texts.size(),
        lines,
        calls == 0 ? 100 : 100.0 * resolvedCalls / calls,
        calls,
        findings.size(),
        kinds,
        wholeMillis / 1000.0,
        ruleMillis / 1000.0);
  }

  static String line(Finding finding) {
    return String.format(
        Locale.ROOT,
        "%s:%d:%d %s %s/%s%s %s",
        finding.path(),
        finding.at().startLine(),
        finding.at().startColumn(),
        finding.key(),
        finding.severity(),
        finding.confidence(),
        finding.isPreview() ? "/preview" : "",
        finding.message());
  }

  private static long millisSince(long start) {
    return (System.nanoTime() - start) / 1_000_000;
  }
}
