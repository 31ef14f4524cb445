package dev.zonegate.engine;

import dev.zonegate.facts.Fact;
import dev.zonegate.model.Notification;
import dev.zonegate.rule.Candidate;
import dev.zonegate.rule.Finding;
import java.util.List;

/**
 * What one file gives: a function of its text, its class path, the rules and the settings, so that
 * it can be cached. Suppressions are read but not yet applied, since they may expire; candidates
 * are not yet decided, since other files may excuse them.
 *
 * @param path the file, relative and with {@code /}
 * @param findings sorted
 * @param candidates sorted
 * @param facts in source order of each kind
 * @param suppressions in source order
 * @param notifications sorted
 */
public record FileResult(
    String path,
    List<Finding> findings,
    List<Candidate> candidates,
    List<Fact> facts,
    List<Suppression> suppressions,
    List<Notification> notifications) {
  public FileResult {
    findings = List.copyOf(findings);
    candidates = Deferred.copyOf(candidates);
    facts = Deferred.copyOf(facts);
    suppressions = List.copyOf(suppressions);
    notifications = List.copyOf(notifications);
  }

  /** The result of a file that could not be read. */
  public static FileResult unread(String path, List<Notification> notifications) {
    return new FileResult(path, List.of(), List.of(), List.of(), List.of(), notifications);
  }

  /** The same with more notifications. */
  public FileResult with(List<Notification> all) {
    return new FileResult(path, findings, candidates, facts, suppressions, all);
  }

  /** Whether every rule saw the whole file. */
  public boolean isComplete() {
    return notifications.stream()
        .map(Notification::kind)
        .noneMatch(
            kind ->
                kind == Notification.Kind.SYNTAX
                    || kind == Notification.Kind.FILE
                    || kind == Notification.Kind.RULE);
  }
}
