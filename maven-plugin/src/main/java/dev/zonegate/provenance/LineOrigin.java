package dev.zonegate.provenance;

/**
 * Where a line came from.
 *
 * @param commit empty if it is not committed, or if nobody asked
 * @param path of the file in that commit
 * @param line there, 1-based
 */
record LineOrigin(String commit, String path, int line) {
  static final LineOrigin UNCOMMITTED = new LineOrigin("", "", 0);

  /** Of a line in a file of which no commit says who wrote it. */
  static final LineOrigin UNTOLD = new LineOrigin("", "", -1);

  boolean isCommitted() {
    return !commit.isEmpty();
  }
}
