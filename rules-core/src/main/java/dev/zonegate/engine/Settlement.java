package dev.zonegate.engine;

import dev.zonegate.rule.Finding;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a project's files come to on a day.
 *
 * @param findings those that stand, notes about suppressions among them; sorted
 * @param suppressed those that a suppression hides; sorted
 */
public record Settlement(List<Finding> findings, List<Suppressed> suppressed) {
  /** A hidden finding with the nearest suppression around it. */
  public record Suppressed(Finding finding, Suppression suppression) {}

  /**
   * Applies suppressions. One that is past its date no longer hides anything and is noted, and so
   * is one that hides nothing, unless its file could not be judged whole.
   */
  public static Settlement of(Collection<FileResult> results, LocalDate today) {
    List<Finding> standing = new ArrayList<>();
    List<Suppressed> hidden = new ArrayList<>();
    for (FileResult result : results) {
      settle(result, today, standing, hidden);
    }
    standing.sort(null);
    hidden.sort(Comparator.comparing(Suppressed::finding));
    return new Settlement(List.copyOf(standing), List.copyOf(hidden));
  }

  private static void settle(
      FileResult result, LocalDate today, List<Finding> standing, List<Suppressed> hidden) {
    List<Suppression> valid =
        result.suppressions().stream().filter(each -> !each.isExpired(today)).toList();
    Set<Suppression> unused = new LinkedHashSet<>(valid);
    for (Finding finding : result.findings()) {
      List<Suppression> covering = valid.stream().filter(each -> each.covers(finding)).toList();
      covering.forEach(unused::remove);
      Optional<Suppression> nearest = nearest(covering);
      if (nearest.isPresent()) {
        hidden.add(new Suppressed(finding, nearest.get()));
      } else {
        standing.add(finding);
      }
    }
    for (Suppression each : result.suppressions()) {
      if (each.isExpired(today)) {
        standing.add(SuppressionNotes.expired(each));
      }
    }
    if (result.isComplete()) {
      unused.forEach(each -> standing.add(SuppressionNotes.unused(each)));
    }
  }

  private static Optional<Suppression> nearest(List<Suppression> covering) {
    return covering.stream()
        .reduce((outer, next) -> outer.covers().contains(next.covers()) ? next : outer);
  }
}
