package dev.zonegate.gate;

import dev.zonegate.catalogue.Catalogue;
import dev.zonegate.engine.Analysis;
import dev.zonegate.files.WholeFile;
import dev.zonegate.increment.Ledger;
import dev.zonegate.increment.LedgerFile;
import dev.zonegate.increment.Spread;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The results of an analysis, kept in a file, and beside it the ledger of what they were made of.
 * After a change only those files are judged again that may come out otherwise.
 *
 * @param isNew whether they were not there, or of other inputs
 * @param judged how many files were judged now
 * @param damage what to say of what was kept; empty if it was in order
 */
public record CachedAnalysis(Results results, boolean isNew, int judged, Optional<String> damage) {
  /** Takes from the file what is of these inputs; makes and keeps the rest. */
  public static CachedAnalysis of(Inputs inputs, Path file) throws IOException {
    return new Run(inputs, file).result();
  }

  /** One such run. */
  private static final class Run {
    private final Inputs inputs;
    private final Path file;
    private final Path ledgerFile;
    private final String key;
    private final Analysis analysis;
    private Optional<String> damage = Optional.empty();

    Run(Inputs inputs, Path file) throws IOException {
      this.inputs = inputs;
      this.file = file;
      this.ledgerFile = file.resolveSibling(LedgerFile.NAME);
      this.key = Digests.key(inputs);
      this.analysis = new Analysis(Catalogue.rules(), inputs.settings());
    }

    CachedAnalysis result() throws IOException {
      Ledger before =
          LedgerFile.read(ledgerFile)
              .filter(each -> each.key().equals(key))
              .orElseGet(() -> new Ledger(key, 0, Map.of(), Map.of()));
      Ledger now = InputSurvey.of(inputs, before);
      Optional<Results> known = known(before);
      if (known.isEmpty()) {
        return whole(now);
      }
      Set<String> open = Spread.between(before, now);
      Set<String> unread = unread(known.get());
      boolean isSame = open.isEmpty() && before.sources().keySet().equals(now.sources().keySet());
      if (isSame) {
        if (!before.equals(now)) {
          keep(now, before.results());
        }
        return new CachedAnalysis(known.get(), false, 0, damage);
      }
      // what one front-end cannot read, the next reads together with all others of the kind
      open.addAll(unread);
      open.retainAll(now.sources().keySet());
      boolean isApart =
          inputs.areClassesComplete() || unread.isEmpty() && !before.hasTwins() && !now.hasTwins();
      return isApart ? part(known.get(), open, now) : whole(now);
    }

    private Optional<Results> known(Ledger before) throws IOException {
      try {
        return ResultsFile.readKept(file)
            .filter(each -> each.checksum() == before.results())
            .map(ResultsFile.Kept::results)
            .filter(each -> each.key().equals(key))
            .filter(each -> each.notifications().equals(inputs.listing().notifications()));
      } catch (ResultsFile.DamagedException e) {
        damage = Optional.of("is damaged and is made again");
        return Optional.empty();
      }
    }

    private static Set<String> unread(Results results) {
      Set<String> paths = new TreeSet<>();
      results.files().stream()
          .filter(each -> !each.isRead() && each.path().endsWith(".java"))
          .forEach(each -> paths.add(each.path()));
      return paths;
    }

    private CachedAnalysis whole(Ledger now) throws IOException {
      Results results = SourceAnalysis.of(inputs, FrontEnds.of(inputs), analysis, key);
      return keep(results, now, results.files());
    }

    private CachedAnalysis part(Results known, Set<String> open, Ledger now) throws IOException {
      Inputs part = inputs.of(open::contains);
      List<SourceEntry> others =
          inputs.areClassesComplete()
              ? List.of()
              : inputs.of(each -> !open.contains(each)).listing().entries();
      Results fresh = SourceAnalysis.of(part, others, FrontEnds.of(inputs), analysis, key);
      if (!inputs.areClassesComplete() && !unread(fresh).isEmpty()) {
        // what else is in the run of a compiler that meets an error may show
        return whole(now);
      }
      Map<String, FileRecord> all = new TreeMap<>();
      known.files().forEach(each -> all.put(each.path(), each));
      fresh.files().forEach(each -> all.put(each.path(), each));
      all.keySet().retainAll(now.sources().keySet());
      List<FileRecord> files = List.copyOf(all.values());
      return keep(new Results(key, files, fresh.notifications()), now, fresh.files());
    }

    private CachedAnalysis keep(Results results, Ledger now, List<FileRecord> judged)
        throws IOException {
      Ledger exact = now;
      for (FileRecord each : judged) {
        // it changed while it was judged
        if (!now.sources().get(each.path()).sha256().equals(each.sha256())) {
          exact = exact.without(each.path());
        }
      }
      keep(exact, ResultsFile.write(results, file));
      return new CachedAnalysis(results, true, judged.size(), damage);
    }

    private void keep(Ledger ledger, long results) throws IOException {
      byte[] bytes = LedgerFile.bytes(ledger.of(results));
      WholeFile.write(ledgerFile, draft -> Files.write(draft, bytes));
    }
  }
}
