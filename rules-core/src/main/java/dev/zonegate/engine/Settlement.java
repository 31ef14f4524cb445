package dev.zonegate.engine;

import dev.zonegate.model.Notification;
import dev.zonegate.rule.Finding;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a project's files come to on a day.
 *
 * @param findings those that stand, notes about suppressions among them; sorted
 * @param suppressed those that a suppression hides; sorted
 * @param notifications what failed while candidates were decided; sorted
 */
public record Settlement(
    List<Finding> findings, List<Suppressed> suppressed, List<Notification> notifications) {
  /** A hidden finding with the nearest suppression around it. */
  public record Suppressed(Finding finding, Suppression suppression) {}

  /** The part of it that is about some files. */
  public Settlement about(Set<String> paths) {
    return new Settlement(
        findings.stream().filter(each -> paths.contains(each.path())).toList(),
        suppressed.stream().filter(each -> paths.contains(each.finding().path())).toList(),
        notifications.stream().filter(each -> paths.contains(each.path())).toList());
  }

  /**
   * Applies suppressions. One that is past its date no longer hides anything and is noted, and so
   * is one that hides nothing, unless its file could not be judged whole.
   *
   * @param decided the findings that candidates became
   */
  static Settlement of(
      Collection<FileResult> results,
      List<Finding> decided,
      List<Notification> notifications,
      LocalDate today) {
    Map<String, List<Finding>> byPath =
        decided.stream().collect(Collectors.groupingBy(Finding::path));
    List<Finding> standing = new ArrayList<>();
    List<Suppressed> hidden = new ArrayList<>();
    for (FileResult result : results) {
      List<Finding> all = new ArrayList<>(result.findings());
      all.addAll(byPath.getOrDefault(result.path(), List.of()));
      settle(result, all, today, standing, hidden);
    }
    standing.sort(null);
    hidden.sort(Comparator.comparing(Suppressed::finding));
    List<Notification> failures = new ArrayList<>(notifications);
    failures.sort(null);
    return new Settlement(List.copyOf(standing), List.copyOf(hidden), List.copyOf(failures));
  }

  private static void settle(
      FileResult result,
      List<Finding> findings,
      LocalDate today,
      List<Finding> standing,
      List<Suppressed> hidden) {
    List<Suppression> valid =
        result.suppressions().stream().filter(each -> !each.isExpired(today)).toList();
    Set<Suppression> unused = new LinkedHashSet<>(valid);
    // what the project excuses may still need it where less of the project is known
    if (!unused.isEmpty()) {
      result.candidates().forEach(each -> unused.removeAll(covering(each.finding(), valid)));
    }
    for (Finding finding : findings) {
      List<Suppression> covering = covering(finding, valid);
      covering.forEach(unused::remove);
      Optional<Suppression> nearest = nearest(covering);
      if (nearest.isPresent()) {
        hidden.add(new Suppressed(finding, nearest.get()));
      } else {
        standing.add(finding);
      }
    }
    for (Suppression each : result.suppressions()) {
      boolean isOurs = !each.isForAll() || findings.stream().anyMatch(each::covers);
      if (each.isExpired(today) && isOurs) {
        standing.add(SuppressionNotes.expired(each));
      }
    }
    if (result.isComplete()) {
      unused.removeIf(Suppression::isForAll);
      unused.forEach(each -> standing.add(SuppressionNotes.unused(each)));
    }
  }

  private static List<Suppression> covering(Finding finding, List<Suppression> valid) {
    return valid.stream().filter(each -> each.covers(finding)).toList();
  }

  private static Optional<Suppression> nearest(List<Suppression> covering) {
    return covering.stream()
        .reduce((outer, next) -> outer.covers().contains(next.covers()) ? next : outer);
  }
}
