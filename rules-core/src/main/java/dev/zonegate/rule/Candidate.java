package dev.zonegate.rule;

/**
 * A suspicious place that the project may still excuse.
 *
 * @param finding what is reported if it does not
 * @param evidence what the rule needs to decide
 */
public record Candidate(Finding finding, Evidence evidence) implements Comparable<Candidate> {
  /** In the order of findings. */
  @Override
  public int compareTo(Candidate other) {
    return finding.compareTo(other.finding);
  }
}
