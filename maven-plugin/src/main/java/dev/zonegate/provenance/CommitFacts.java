package dev.zonegate.provenance;

import java.util.List;

/**
 * A commit as far as provenance asks.
 *
 * @param parents their ids
 * @param message with all its lines
 */
record CommitFacts(
    String id, List<String> parents, Person author, Person committer, String message) {
  CommitFacts {
    parents = List.copyOf(parents);
  }
}
