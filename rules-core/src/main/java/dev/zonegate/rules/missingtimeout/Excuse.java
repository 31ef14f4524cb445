package dev.zonegate.rules.missingtimeout;

import dev.zonegate.facts.ClientTimeout;
import dev.zonegate.facts.ConfigSetting;
import dev.zonegate.facts.Project;
import dev.zonegate.match.KnownSetting;
import dev.zonegate.rule.Candidate;
import dev.zonegate.rule.Confidence;
import dev.zonegate.rule.Evidence;
import dev.zonegate.rule.Settler;
import java.util.List;

/**
 * What elsewhere in the project may give a client its timeouts.
 *
 * @param family what kind of client it is
 * @param origin who makes it
 */
record Excuse(String family, Origin origin) implements Evidence {
  private static final List<KnownSetting> SETTINGS = KnownSetting.load("timeouts/boot.settings");

  /** Who makes a client. */
  enum Origin {
    /** The file of the finding. */
    MADE,
    /** A framework, so that settings count. */
    INJECTED,
    /** Another file, where it is judged, or a framework. */
    ELSEWHERE
  }

  private boolean isInjected() {
    return origin != Origin.MADE;
  }

  /** Whether some file or setting sets them. */
  boolean holds(Project project) {
    return isSetElsewhere(project)
        || origin == Origin.ELSEWHERE && isMadeElsewhere(project)
        || origin != Origin.ELSEWHERE && areRequestsBounded(project)
        || isInjected() && project.all(ConfigSetting.class).stream().anyMatch(this::sets);
  }

  private boolean isSetElsewhere(Project project) {
    return project.all(ClientTimeout.class).stream()
        .anyMatch(
            each ->
                each.role() == ClientTimeout.Role.GIVEN
                    && (each.family().equals(family)
                        || isInjected() && each.family().equals("settings")));
  }

  private boolean isMadeElsewhere(Project project) {
    return project.all(ClientTimeout.class).stream()
        .anyMatch(each -> each.role() == ClientTimeout.Role.MADE && each.family().equals(family));
  }

  /** Whether there are requests of such a client, and each of them has a timeout. */
  private boolean areRequestsBounded(Project project) {
    List<ClientTimeout> requests =
        project.all(ClientTimeout.class).stream().filter(this::isRequest).toList();
    return !requests.isEmpty() && requests.stream().allMatch(ClientTimeout::isBounded);
  }

  private boolean isRequest(ClientTimeout each) {
    return family.equals("jdkClient") && each.family().equals("jdkRequest")
        || each.role() == ClientTimeout.Role.SENT && each.family().equals(family);
  }

  private boolean sets(ConfigSetting setting) {
    return SETTINGS.stream()
        .anyMatch(
            each -> each.key().equals(setting.relaxedKey()) && each.values().contains(family));
  }

  void report(Candidate candidate, Settler settler) {
    Confidence known = settler.project().isWhole() ? Confidence.HIGH : Confidence.MEDIUM;
    settler.report(candidate).confidence(isInjected() ? known : Confidence.HIGH);
  }
}
