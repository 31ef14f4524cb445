package dev.zonegate.gate;

import dev.zonegate.model.Notification;
import dev.zonegate.model.SourceFile.Role;
import dev.zonegate.model.Span;
import dev.zonegate.provenance.Provenance;
import dev.zonegate.provenance.ProvenanceException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Tells of code that is said to be generated, and that people edit: git has seen them do it. */
final class EditedClaims {
  /** How many files git is asked about; each costs a walk through history. */
  private static final int MOST = 50;

  private EditedClaims() {}

  /** What to say of the files of results; only of zones where care is asked for. */
  static List<Notification> in(Results results, Placement placement, Provenance provenance)
      throws ProvenanceException {
    List<Notification> said = new ArrayList<>();
    int asked = 0;
    for (FileRecord each : results.files()) {
      List<GeneratedClaim> claims = each.marks().claims();
      boolean isAsked =
          !claims.isEmpty()
              && each.role() != Role.GENERATED
              && placement.of(each).tier() != Tier.AI_FRIENDLY;
      if (!isAsked) {
        continue;
      }
      if (++asked > MOST) {
        said.add(notAsked(each.path()));
        break;
      }
      Optional<String> commit = provenance.handEdit(each.path());
      if (commit.isPresent()) {
        GeneratedClaim claim = claims.get(0);
        Span at = new Span(claim.line(), 1, claim.line(), 2);
        String text = claim.edited(commit.get().substring(0, 10));
        said.add(new Notification(each.path(), at, Notification.Kind.PROJECT, text));
      }
    }
    return said;
  }

  private static Notification notAsked(String path) {
    String text =
        "more than "
            + MOST
            + " files are said to be generated: of this one and those after it git is not asked"
            + " whether people edit them; keep such files in a folder of generated sources";
    return new Notification(path, Span.NONE, Notification.Kind.PROJECT, text);
  }
}
