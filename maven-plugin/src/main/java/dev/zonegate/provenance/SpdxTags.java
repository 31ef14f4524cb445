package dev.zonegate.provenance;

import java.util.Optional;

/**
 * The tags of SPDX that say who worked on a file; they cannot tell which lines are whose.
 *
 * @param agents who is no person
 */
record SpdxTags(KnownAgents agents) {
  private static final String CONTRIBUTOR = "SPDX-FileContributor:";
  private static final String HOLDER = "SPDX-FileCopyrightText:";

  /** Whether a text names a tool that writes code in one of its tags. */
  boolean nameAgent(String text) {
    return text.contains("SPDX-File") && text.lines().anyMatch(this::isOfAgent);
  }

  /** A holder is known by address only: firms are named like tools. */
  private boolean isOfAgent(String line) {
    return after(CONTRIBUTOR, line).flatMap(agents::named).isPresent()
        || after(HOLDER, line).map(Person::of).flatMap(agents::identity).isPresent();
  }

  /** What a tag says, without the year before and the end of a comment behind. */
  private static Optional<String> after(String tag, String line) {
    int at = line.indexOf(tag);
    if (at < 0) {
      return Optional.empty();
    }
    String value = line.substring(at + tag.length());
    int end = value.indexOf("*/");
    return Optional.of(
        (end < 0 ? value : value.substring(0, end)).replaceFirst("^[^\\p{L}<]+", "").strip());
  }
}
