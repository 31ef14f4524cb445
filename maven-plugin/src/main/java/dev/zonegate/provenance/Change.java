package dev.zonegate.provenance;

import java.util.Set;
import org.eclipse.jgit.lib.ObjectId;

/**
 * What a branch brings.
 *
 * @param from where it left the other
 * @param commits that it has and the other has not
 */
record Change(ObjectId from, Set<ObjectId> commits) {
  Change {
    commits = Set.copyOf(commits);
  }
}
