package dev.zonegate.gate;

import dev.zonegate.provenance.Authorship;
import dev.zonegate.provenance.FileProvenance;
import dev.zonegate.provenance.Provenance;
import dev.zonegate.provenance.ProvenanceException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** How much is known about who wrote the lines that count. */
final class Coverage {
  private Coverage() {}

  /** A line for the screen; empty if no line counts. */
  static String text(Collection<FileProvenance> files, Provenance provenance)
      throws ProvenanceException {
    Map<Authorship, Integer> lines = new EnumMap<>(Authorship.class);
    files.forEach(file -> file.lines().forEach((who, n) -> lines.merge(who, n, Integer::sum)));
    int all = lines.values().stream().mapToInt(Integer::intValue).sum();
    if (all == 0) {
      return "";
    }
    List<String> parts = new ArrayList<>();
    lines.forEach((who, n) -> parts.add(n + " " + who.id()));
    String missing = provenance.missingNotes().map(each -> "; " + each).orElse("");
    return "Authors of "
        + all
        + (provenance.isOfChange() ? " changed lines: " : " lines: ")
        + String.join(", ", parts)
        + missing;
  }
}
