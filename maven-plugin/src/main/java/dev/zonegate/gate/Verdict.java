package dev.zonegate.gate;

import dev.zonegate.model.Notification;
import java.util.List;

/**
 * Pass or fail, with every reason.
 *
 * @param judged findings, suppressed ones among them; by zone, severity and place
 * @param obstacles by zone and path
 * @param stale entries of the baseline that no finding has, in its order
 * @param zones in the order of the policy
 * @param notifications sorted
 */
public record Verdict(
    Policy policy,
    List<Judged> judged,
    List<Obstacle> obstacles,
    List<Stale> stale,
    List<ZoneCount> zones,
    List<Notification> notifications) {
  public Verdict {
    judged = List.copyOf(judged);
    obstacles = List.copyOf(obstacles);
    stale = List.copyOf(stale);
    zones = List.copyOf(zones);
    notifications = List.copyOf(notifications);
  }

  /** Whether the code may pass. */
  public boolean passes() {
    return obstacles.isEmpty()
        && judged.stream().noneMatch(Judged::blocks)
        && stale.stream().noneMatch(Stale::blocks);
  }

  /** The findings that stand. */
  public List<Judged> standing() {
    return judged.stream().filter(Judged::stands).toList();
  }

  /** The findings that block. */
  public List<Judged> blocking() {
    return judged.stream().filter(Judged::blocks).toList();
  }

  public int files() {
    return zones.stream().mapToInt(ZoneCount::files).sum();
  }
}
