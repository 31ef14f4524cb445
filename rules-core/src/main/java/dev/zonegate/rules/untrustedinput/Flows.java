package dev.zonegate.rules.untrustedinput;

import static java.util.Map.entry;

import dev.zonegate.facts.Fed;
import dev.zonegate.facts.LogLayouts;
import dev.zonegate.facts.TextFlows;
import dev.zonegate.match.taint.Hit;
import dev.zonegate.match.taint.Origin;
import dev.zonegate.match.taint.Outcome;
import dev.zonegate.match.taint.SinkKind;
import dev.zonegate.match.taint.Step;
import dev.zonegate.match.taint.Taint;
import dev.zonegate.match.taint.Trace;
import dev.zonegate.model.Invocation;
import dev.zonegate.model.Node;
import dev.zonegate.model.SourceFile;
import dev.zonegate.rule.Candidate;
import dev.zonegate.rule.Related;
import dev.zonegate.rule.Report;
import dev.zonegate.rule.Reporter;
import dev.zonegate.rule.RulePattern;
import dev.zonegate.rule.Settler;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Request data that reaches a sink it can harm. */
final class Flows {
  private static final int LONGEST = 26;
  private static final Map<SinkKind, RulePattern> PATTERNS =
      Map.ofEntries(
          entry(SinkKind.SSRF, UntrustedInputRule.SSRF),
          entry(SinkKind.PATH, UntrustedInputRule.PATH_TRAVERSAL),
          entry(SinkKind.COMMAND, UntrustedInputRule.COMMAND_EXEC),
          entry(SinkKind.DESERIALISATION, UntrustedInputRule.UNSAFE_DESERIALISE),
          entry(SinkKind.XSS, UntrustedInputRule.XSS_WRITE),
          entry(SinkKind.LOG, UntrustedInputRule.LOG_INJECTION),
          entry(SinkKind.LDAP, UntrustedInputRule.LDAP_INJECTION),
          entry(SinkKind.XPATH, UntrustedInputRule.XPATH_INJECTION),
          entry(SinkKind.EXPRESSION, UntrustedInputRule.EXPRESSION_INJECTION),
          entry(SinkKind.REDIRECT, UntrustedInputRule.OPEN_REDIRECT),
          entry(SinkKind.SESSION, UntrustedInputRule.TRUST_BOUNDARY));

  /** Of what passes several files, too much comes from elsewhere to be worth telling. */
  private static final Set<SinkKind> NEAR = Set.of(SinkKind.LOG);

  private final SourceFile file;
  private final Reporter report;

  Flows(SourceFile file, Reporter report) {
    this.file = file;
    this.report = report;
  }

  void find() {
    Set<Node> found = Collections.newSetFromMap(new IdentityHashMap<>());
    for (Hit hit : Taint.of(file).fromRequests()) {
      RulePattern pattern = PATTERNS.get(hit.kind());
      if (pattern != null) {
        report(hit, hit.source(), pattern);
        found.add(hit.sink());
      }
    }
    Map<Hit, List<Fed>> open = new IdentityHashMap<>();
    Map<Node, Hit> first = new IdentityHashMap<>();
    for (Outcome outcome : Taint.of(file).atSinks()) {
      for (Hit hit : outcome.hits()) {
        boolean isOpen = !NEAR.contains(hit.kind()) && PATTERNS.containsKey(hit.kind());
        if (isOpen && !found.contains(hit.sink()) && outcome.method().method() != null) {
          Hit same = first.computeIfAbsent(hit.sink(), any -> hit);
          open.computeIfAbsent(same, any -> new ArrayList<>()).addAll(Fed.of(hit, outcome));
        }
      }
    }
    open.forEach(this::leaveOpen);
  }

  /** Whether other files feed it request data, the project knows. */
  private void leaveOpen(Hit hit, List<Fed> feeds) {
    String fed = feeds.get(0).feed().text();
    report.candidate(
        hit.sink(),
        PATTERNS.get(hit.kind()),
        new FedSink(hit.kind(), text(hit.sink()), List.copyOf(feeds)),
        text(hit.sink()),
        named(hit.kind(), fed));
  }

  /** Reports a sink to which the project is known to hand request data. */
  static void settle(Candidate candidate, Settler settler) {
    FedSink sink = (FedSink) candidate.evidence();
    if (sink.kind() == SinkKind.LOG) {
      if (!LogLayouts.escapeBreaks(settler.project())) {
        settler.report(candidate);
      }
      return;
    }
    String path = candidate.finding().path();
    TextFlows flows = TextFlows.of(settler.project());
    Optional<TextFlows.Way> way = flows.way(sink.feeds(), path, sink.kind().bit());
    if (way.isPresent()) {
      // of several pieces, only the way tells which one the request fills
      Report made = settler.report(candidate, sink.text(), named(sink.kind(), way.get().text()));
      for (TextFlows.Way place : way.get().places()) {
        made.related(new Related(place.path(), place.at(), passes(place)).onPath());
      }
    }
  }

  private static String passes(TextFlows.Way place) {
    return place.before() == null
        ? "the client sends it here"
        : "it passes `" + shortened(place.text()) + "`";
  }

  private void report(Hit hit, Trace trace, RulePattern pattern) {
    String origin = ((Origin.Source) trace.origin()).text();
    Object[] said = {text(hit.sink()), named(hit.kind(), origin)};
    Report made =
        hit.kind() == SinkKind.LOG
            ? report.candidate(
                hit.sink(), pattern, new FedSink(hit.kind(), text(hit.sink()), List.of()), said)
            : report.at(hit.sink(), pattern, said);
    for (Step each : trace.last().path()) {
      made.related(Related.at(file, each.at(), each.message()).onPath());
    }
  }

  private static String named(SinkKind kind, String origin) {
    String named = shortened(origin);
    return kind == SinkKind.DESERIALISATION ? "`" + named + "`" : named;
  }

  private String text(Node sink) {
    return sink instanceof Invocation use
        ? shortened(use.shortName())
        : shortened(file.text(sink).replaceAll("\\s+", " "));
  }

  private static String shortened(String text) {
    return text.length() <= LONGEST ? text : text.substring(0, LONGEST - 3) + "...";
  }
}
