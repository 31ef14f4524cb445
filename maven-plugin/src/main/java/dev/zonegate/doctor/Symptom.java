package dev.zonegate.doctor;

/**
 * Something that makes results wrong or missing.
 *
 * @param where a file, a module or a goal
 * @param what a sentence without a full stop
 * @param cure what to do, an imperative
 */
public record Symptom(String where, String what, String cure) {
  /** As a line. */
  @Override
  public String toString() {
    return where + ": " + what + "; " + cure;
  }
}
