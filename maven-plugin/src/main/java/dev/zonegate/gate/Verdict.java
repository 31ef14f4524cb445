package dev.zonegate.gate;

import dev.zonegate.model.Notification;
import java.util.ArrayList;
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

  /** The same with other findings, more obstacles and more to say. */
  Verdict with(List<Judged> newJudged, List<Obstacle> more, List<Notification> said) {
    List<Obstacle> all = new ArrayList<>(obstacles);
    all.addAll(more);
    all.sort(Obstacle.order(policy));
    List<Notification> allSaid = new ArrayList<>(notifications);
    said.stream().filter(each -> !allSaid.contains(each)).forEach(allSaid::add);
    allSaid.sort(null);
    List<ZoneCount> counts =
        zones.stream().map(each -> each.blocking(blocking(each.zone(), newJudged, all))).toList();
    return new Verdict(policy, newJudged, all, stale, counts, allSaid);
  }

  private int blocking(Zone zone, List<Judged> judged, List<Obstacle> obstacles) {
    long findings =
        judged.stream().filter(each -> each.blocks() && each.zone().equals(zone)).count();
    long others = obstacles.stream().filter(each -> each.zone().equals(zone)).count();
    long gone = stale.stream().filter(each -> each.blocks() && each.zone().equals(zone)).count();
    return (int) (findings + others + gone);
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
