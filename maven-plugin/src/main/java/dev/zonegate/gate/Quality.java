package dev.zonegate.gate;

import dev.zonegate.model.Invocation;
import dev.zonegate.model.SourceFile;

/**
 * How much of a file the analysis understood.
 *
 * @param uses calls, constructor calls and method references
 * @param unresolved those whose method is unknown
 */
public record Quality(int uses, int unresolved) {
  public static final Quality NONE = new Quality(0, 0);

  static Quality of(SourceFile file) {
    int uses = 0;
    int unresolved = 0;
    for (Invocation use : file.all(Invocation.class)) {
      uses++;
      unresolved += use.method() == null ? 1 : 0;
    }
    return new Quality(uses, unresolved);
  }

  public Quality plus(Quality other) {
    return new Quality(uses + other.uses, unresolved + other.unresolved);
  }

  /** The unresolved share in percent, rounded up. */
  public int unresolvedPercent() {
    return uses == 0 ? 0 : (int) ((100L * unresolved + uses - 1) / uses);
  }
}
