package dev.zonegate.gate;

import dev.zonegate.engine.Settings;
import java.time.LocalDate;
import java.util.Optional;

/**
 * Results that somebody wants to be settled.
 *
 * @param stored the file that holds exactly these results; empty if there is none
 * @param isWhole whether the project has no other files
 * @param today the day on which suppressions are valid or expired
 */
public record SettlingRequest(
    Results results,
    Optional<ResultsFile.Stored> stored,
    Settings settings,
    boolean isWhole,
    LocalDate today) {
  /** Of results that no file holds. */
  public SettlingRequest(Results results, Settings settings, boolean isWhole, LocalDate today) {
    this(results, Optional.empty(), settings, isWhole, today);
  }
}
