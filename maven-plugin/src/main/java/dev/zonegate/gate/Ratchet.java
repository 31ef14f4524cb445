package dev.zonegate.gate;

import dev.zonegate.catalogue.Catalogue;
import dev.zonegate.model.Span;
import dev.zonegate.provenance.FileProvenance;
import dev.zonegate.provenance.Provenance;
import dev.zonegate.provenance.ProvenanceException;
import dev.zonegate.rule.Related;
import dev.zonegate.rule.RulePattern;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Lets findings pass that no changed line is part of: old code waits, new code is clean. What is
 * asked of changes only is not even reported of old code.
 */
public final class Ratchet {
  /** Patterns that say what a change has added, and nothing of code that was there before. */
  private static final Set<String> OF_CHANGES = Catalogue.keys(RulePattern::isOfChanges);

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
      boolean isOfChanges = OF_CHANGES.contains(each.finding().key());
      if (isOfChanges ? isChanged(each) || isCopied(each) : !each.blocks() || isChanged(each)) {
        judged.add(each);
      } else if (!isOfChanges) {
        judged.add(passed(each));
      }
    }
    return verdict.with(judged, List.of(), List.of());
  }

  private boolean isChanged(Judged judged) throws ProvenanceException {
    return isChanged(judged.finding().path(), judged.finding().at());
  }

  /** Whether the other copy is on changed lines: which of the two is new, the paths do not tell. */
  private boolean isCopied(Judged judged) throws ProvenanceException {
    for (Related each : judged.finding().related()) {
      if (isChanged(each.path(), each.at())) {
        return true;
      }
    }
    return false;
  }

  private boolean isChanged(String path, Span at) throws ProvenanceException {
    FileProvenance file = files.get(path);
    if (file == null) {
      file = change.of(path);
      files.put(path, file);
    }
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
