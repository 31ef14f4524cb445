package dev.zonegate.rules.rawsql;

import dev.zonegate.facts.Fed;
import dev.zonegate.facts.TextFlow;
import dev.zonegate.facts.TextFlows;
import dev.zonegate.match.taint.Hit;
import dev.zonegate.match.taint.Outcome;
import dev.zonegate.match.taint.SinkKind;
import dev.zonegate.match.taint.Taint;
import dev.zonegate.model.Invocation;
import dev.zonegate.model.Node;
import dev.zonegate.model.SourceFile;
import dev.zonegate.rule.Candidate;
import dev.zonegate.rule.Confidence;
import dev.zonegate.rule.Evidence;
import dev.zonegate.rule.Related;
import dev.zonegate.rule.Report;
import dev.zonegate.rule.Reporter;
import dev.zonegate.rule.RulePattern;
import dev.zonegate.rule.Settler;
import dev.zonegate.rule.Severity;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Statements whose text is put together, or handed over, by code of another file. */
final class FedStatements {
  private final SourceFile file;
  private final Reporter report;

  /**
   * A statement that gets what other code passes or returns.
   *
   * @param text the call, short
   * @param feeds where its text comes from
   */
  record FedStatement(String text, List<Fed> feeds) implements Evidence {}

  FedStatements(SourceFile file, Reporter report) {
    this.file = file;
    this.report = report;
  }

  /**
   * Leaves open the statements of which this file alone does not tell.
   *
   * @param found those that it does tell of
   */
  void find(Set<Node> found) {
    Map<Node, List<Fed>> open = new IdentityHashMap<>();
    List<Node> inOrder = new ArrayList<>();
    for (Outcome outcome : Taint.of(file).atSinks()) {
      for (Hit hit : outcome.hits()) {
        if (hit.kind() == SinkKind.SQL
            && !found.contains(hit.sink())
            && outcome.method().method() != null) {
          if (!open.containsKey(hit.sink())) {
            inOrder.add(hit.sink());
          }
          open.computeIfAbsent(hit.sink(), any -> new ArrayList<>()).addAll(Fed.of(hit, outcome));
        }
      }
    }
    inOrder.forEach(each -> leaveOpen(each, open.get(each)));
  }

  private void leaveOpen(Node statement, List<Fed> feeds) {
    if (statement instanceof Invocation use) {
      Sink.of(use, file)
          .ifPresent(
              sink -> {
                RulePattern pattern = ComposedStatements.pattern(sink);
                String fed = Snippets.shortened(feeds.get(0).feed().text());
                FedStatement evidence = new FedStatement(Snippets.of(use), List.copyOf(feeds));
                report.candidate(statement, pattern, evidence, evidence.text(), fed);
              });
    }
  }

  /** Reports a statement to which the project is known to hand request data. */
  static void settle(Candidate candidate, FedStatement statement, Settler settler) {
    String path = candidate.finding().path();
    TextFlows flows = TextFlows.of(settler.project());
    List<Fed> surestFirst = new ArrayList<>(statement.feeds());
    surestFirst.sort(Comparator.comparing(FedStatements::isHeld));
    for (Fed each : surestFirst) {
      Optional<TextFlows.Way> way = flows.way(List.of(each), path, SinkKind.SQL.bit());
      if (way.isPresent()) {
        report(candidate, statement, each, way.get(), settler);
        return;
      }
    }
  }

  /** Names the piece that the request fills, which need not be the first one. */
  private static void report(
      Candidate candidate, FedStatement statement, Fed fed, TextFlows.Way way, Settler settler) {
    Report made =
        settler.report(candidate, statement.text(), Snippets.shortened(fed.feed().text()));
    if (isHeld(fed)) {
      made.confidence(Confidence.MEDIUM).severity(Severity.WARNING);
    }
    for (TextFlows.Way place : way.places()) {
      made.related(new Related(place.path(), place.at(), passes(place)).onPath());
    }
  }

  /**
   * Whether it is read from an object that other code made: a parser of filters makes one of the
   * request, too, and what it then says need not be what the client wrote.
   */
  private static boolean isHeld(Fed fed) {
    return fed.feed().from() == TextFlow.From.RESULT && !fed.feed().accessor().isEmpty();
  }

  private static String passes(TextFlows.Way place) {
    return place.before() == null
        ? "the client sends it here"
        : "it passes `" + Snippets.shortened(place.text()) + "`";
  }
}
