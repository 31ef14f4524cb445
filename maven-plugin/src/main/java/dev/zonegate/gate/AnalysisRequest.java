package dev.zonegate.gate;

import java.util.List;

/**
 * An analysis that somebody wants.
 *
 * @param inputs the files to check, and what they are read with
 * @param others files that are not checked, but that these may use
 * @param key kept with the results
 */
public record AnalysisRequest(Inputs inputs, List<SourceEntry> others, String key) {
  public AnalysisRequest {
    others = List.copyOf(others);
  }
}
