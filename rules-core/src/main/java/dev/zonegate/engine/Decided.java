package dev.zonegate.engine;

import dev.zonegate.model.Notification;
import dev.zonegate.rule.Finding;
import java.util.List;

/**
 * What candidates came to.
 *
 * @param notifications of rules that failed
 */
public record Decided(List<Finding> findings, List<Notification> notifications) {
  public Decided {
    findings = List.copyOf(findings);
    notifications = List.copyOf(notifications);
  }
}
