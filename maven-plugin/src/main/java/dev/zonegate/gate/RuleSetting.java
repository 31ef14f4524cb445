package dev.zonegate.gate;

import dev.zonegate.rule.Severity;
import java.util.Map;
import java.util.Optional;

/**
 * What a policy says about a rule or a pattern.
 *
 * @param everywhere for zones that are not in {@code zones}; null if nothing is said
 * @param zones by the zone's name
 */
public record RuleSetting(Level everywhere, Map<String, Level> zones) {
  /** A severity, or off. */
  public enum Level {
    OFF,
    NOTE,
    WARNING,
    ERROR;

    /** The severity that a finding gets; empty if it is not reported. */
    public Optional<Severity> severity() {
      return this == OFF ? Optional.empty() : Optional.of(Severity.valueOf(name()));
    }
  }

  public RuleSetting {
    zones = Map.copyOf(zones);
  }

  /** What it says about a zone; null if nothing. */
  Level in(Zone zone) {
    return zones.getOrDefault(zone.name(), everywhere);
  }
}
