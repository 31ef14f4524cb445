package dev.zonegate.proposal;

import dev.zonegate.gate.SourceEntry;
import dev.zonegate.gate.SourceHead;
import dev.zonegate.gate.SourceListing;
import dev.zonegate.model.SourceFile.Role;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Proposes a policy from what files say of themselves: configuration of security, packages called
 * after money and identity, and what talks to a database. A person decides.
 */
public final class Proposal {
  private static final int MOST_PLACES = 500;
  private static final int LONGEST_PATH = 400;

  private final Map<Signal, SortedMap<String, String>> places = new EnumMap<>(Signal.class);

  private Proposal() {}

  /**
   * The text of a policy.
   *
   * @param rulesetVersion what it is written for
   */
  public static String text(SourceListing listing, Charset encoding, String rulesetVersion) {
    Proposal proposal = new Proposal();
    for (SourceEntry each : listing.entries()) {
      if (each.role() == Role.MAIN && each.path().endsWith(".java")) {
        proposal.add(each.path(), SourceHead.of(each, encoding));
      }
    }
    return proposal.text(rulesetVersion);
  }

  private void add(String path, SourceHead head) {
    Signal.of(head).ifPresent(signal -> add(signal, path, head));
  }

  private void add(Signal signal, String path, SourceHead head) {
    String place = signal.isOfPackages() ? signal.root(head) + ".." : path(path);
    String file = path.substring(path.lastIndexOf('/') + 1).replaceAll("\\p{Cntrl}", "?");
    String what =
        signal.isOfPackages()
            ? "package " + signal.root(head)
            : file + " has " + signal.evidence(head);
    if (place.length() <= LONGEST_PATH) {
      places.computeIfAbsent(signal, each -> new TreeMap<>()).putIfAbsent(place, what);
    }
  }

  /** A pattern for one file; what a pattern or a text in quotes cannot hold becomes a wildcard. */
  private static String path(String path) {
    return "/" + path.replaceAll("[\\p{Cntrl}\\\\\"\\[\\]{}*]", "?");
  }

  private String text(String rulesetVersion) {
    StringBuilder text = new StringBuilder();
    text.append(
        "# Proposed from the code by zonegate:init. Read it: a person decides what is critical.\n");
    text.append("# The first zone that names a file has it; the last one has the rest.\n");
    text.append("version: 1\n");
    if (!rulesetVersion.isEmpty()) {
      text.append("# patterns that come with later versions are reported and do not block\n");
      text.append("rulesetVersion: ").append(rulesetVersion).append('\n');
    }
    text.append("zones:\n");
    zones().forEach(each -> text.append(each.text()));
    boolean isPlain = places.isEmpty();
    text.append("  # ").append(isPlain ? "nothing in the code asks for more care" : "the rest");
    text.append("\n  - name: ").append(isPlain ? "all" : "rest");
    text.append("\n    tier: ").append(isPlain ? "ai-assisted" : "ai-friendly").append('\n');
    return text.toString();
  }

  private List<ProposedZone> zones() {
    List<ProposedZone> zones = new ArrayList<>();
    places.forEach(
        (signal, why) -> {
          List<String> patterns = why.keySet().stream().limit(MOST_PLACES).toList();
          List<String> reasons = why.values().stream().distinct().toList();
          zones.add(new ProposedZone(signal, patterns, reasons));
        });
    return zones;
  }
}
