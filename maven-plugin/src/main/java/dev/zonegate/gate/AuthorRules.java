package dev.zonegate.gate;

import dev.zonegate.provenance.Authorship;
import java.util.Set;
import java.util.TreeSet;

/**
 * What a zone says about who writes its code.
 *
 * @param machineWritten what machine-written code does
 * @param machines whose code counts as machine-written
 * @param reviewers addresses and handles of seniors; empty if nobody is listed
 * @param seniorAbove the machine-written share of a change, in percent, above which a senior has to
 *     look at it
 * @param spotCheck the share of machine-written commits that somebody should look at, in percent
 */
public record AuthorRules(
    MachineWritten machineWritten,
    Set<Authorship> machines,
    Set<String> reviewers,
    int seniorAbove,
    int spotCheck) {
  private static final int SENIOR_ABOVE = 50;
  static final Set<Authorship> MACHINES = Set.of(Authorship.AI, Authorship.MIXED);

  public AuthorRules {
    machines = Set.copyOf(machines);
    reviewers = new TreeSet<>(reviewers);
  }

  /** What a tier says unless its zone says otherwise. */
  static AuthorRules of(Tier tier) {
    MachineWritten machineWritten =
        switch (tier) {
          case HUMAN_ONLY -> MachineWritten.BLOCK;
          case AI_ASSISTED -> MachineWritten.REVIEW;
          case AI_FRIENDLY -> MachineWritten.ALLOW;
        };
    return new AuthorRules(machineWritten, MACHINES, Set.of(), SENIOR_ABOVE, 0);
  }

  /** Whether it matters who wrote the code. */
  public boolean asks() {
    return machineWritten != MachineWritten.ALLOW || spotCheck > 0;
  }
}
