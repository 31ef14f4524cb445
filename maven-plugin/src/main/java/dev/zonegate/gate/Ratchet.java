package dev.zonegate.gate;

import dev.zonegate.model.Span;
import dev.zonegate.provenance.FileProvenance;
import dev.zonegate.provenance.Provenance;
import dev.zonegate.provenance.ProvenanceException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Lets findings pass that no changed line is part of: old code waits, new code is clean. */
public final class Ratchet {
  /** What a finding that it lets pass says. */
  static final String WHY = "outside the changed lines";

  private final Provenance change;
  private final Map<String, FileProvenance> files = new HashMap<>();

  /** A ratchet over a change. */
  public Ratchet(Provenance change) {
    this.change = change;
  }

  /** The same verdict, in which only findings on changed lines block. */
  public Verdict applied(Verdict verdict) throws ProvenanceException {
    List<Judged> judged = new ArrayList<>();
    for (Judged each : verdict.judged()) {
      judged.add(each.blocks() && !isChanged(each) ? passed(each) : each);
    }
    return verdict.with(judged, List.of(), List.of());
  }

  private boolean isChanged(Judged judged) throws ProvenanceException {
    String path = judged.finding().path();
    FileProvenance file = files.get(path);
    if (file == null) {
      file = change.of(path);
      files.put(path, file);
    }
    Span at = judged.finding().at();
    return at.isPresent()
        ? file.touches(at.startLine(), at.endLine())
        : !file.stretches().isEmpty();
  }

  private static Judged passed(Judged judged) {
    return new Judged(
        judged.finding(),
        judged.zone(),
        judged.severity(),
        judged.suppression(),
        judged.isSuppressed(),
        judged.isKnown(),
        judged.isPreview(),
        false,
        WHY);
  }

  /** How many findings of a verdict a ratchet let pass. */
  public static int passed(Verdict verdict) {
    return (int) verdict.judged().stream().filter(each -> each.why().equals(WHY)).count();
  }
}
