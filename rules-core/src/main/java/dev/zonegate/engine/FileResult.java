package dev.zonegate.engine;

import dev.zonegate.model.Notification;
import dev.zonegate.rule.Finding;
import java.util.List;

/**
 * What one file gives: a function of its text, its class path, the rules and the settings, so that
 * it can be cached. Suppressions are read but not yet applied, since they may expire.
 *
 * @param path the file, relative and with {@code /}
 * @param findings sorted
 * @param suppressions in source order
 * @param notifications sorted
 */
public record FileResult(
    String path,
    List<Finding> findings,
    List<Suppression> suppressions,
    List<Notification> notifications) {
  public FileResult {
    findings = List.copyOf(findings);
    suppressions = List.copyOf(suppressions);
    notifications = List.copyOf(notifications);
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
