package dev.zonegate.provenance;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** That somebody wrote something, and why this is held to be so. */
public record Claim(Authorship authorship, Evidence evidence) {
  /** The strongest of them: by its source, then the machine before the person. */
  static Optional<Claim> strongest(Collection<Claim> claims) {
    return claims.stream()
        .min(
            Comparator.comparing((Claim each) -> each.evidence().source())
                .thenComparing(Claim::authorship));
  }

  /** That nobody says who wrote what a commit brought. */
  static Claim unknown(String commit, String why) {
    return new Claim(Authorship.UNKNOWN, new Evidence(Evidence.Source.NONE, "", commit, why));
  }
}
