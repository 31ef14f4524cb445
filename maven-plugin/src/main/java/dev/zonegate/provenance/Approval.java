package dev.zonegate.provenance;

import java.util.Locale;
import java.util.Set;

/**
 * That somebody looked at a commit and agreed.
 *
 * @param reviewer by name and address; the name may be a handle such as {@code @ann}
 * @param teams handles that the reviewer speaks for
 */
public record Approval(Person reviewer, Set<String> teams, Evidence evidence) {
  public Approval {
    teams = Set.copyOf(teams);
  }

  /** Whether a list of addresses and handles names the reviewer or one of the teams. */
  public boolean isBy(Set<String> listed) {
    return listed.stream()
        .map(each -> each.toLowerCase(Locale.ROOT))
        .anyMatch(
            each ->
                each.equals(reviewer.email())
                    || each.startsWith("@") && each.equals(reviewer.name().toLowerCase(Locale.ROOT))
                    || teams.stream().anyMatch(each::equalsIgnoreCase));
  }
}
