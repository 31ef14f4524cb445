package dev.zonegate.gate;

import dev.zonegate.files.WholeFile;
import dev.zonegate.gate.ResultsFile.Kept;
import dev.zonegate.gate.ResultsFile.Stored;
import dev.zonegate.increment.Ledger;
import dev.zonegate.increment.LedgerFile;
import dev.zonegate.increment.Spread;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * The results of an analysis, kept in a file, and beside it the ledger of what they were made of.
 * After a change only those files are judged again that may come out otherwise.
 *
 * @param isNew whether they were not there, or of other inputs
 * @param judged how many files were judged now
 * @param compiled how many were taken from what the compiler found
 * @param stored the file as it is now
 * @param damage what to say of what was kept; empty if it was in order
 */
public record CachedAnalysis(
    Results results, boolean isNew, int judged, int compiled, Stored stored, String damage) {
  /** Takes from the file what is of these inputs; makes and keeps the rest. */
  public static CachedAnalysis of(Inputs inputs, Path file) throws IOException {
    return of(inputs, file, FileTime.from(Instant.MAX));
  }

  /**
   * The same, with what the compiler found.
   *
   * @param since the time from which on it compiled these inputs
   */
  public static CachedAnalysis of(Inputs inputs, Path file, FileTime since) throws IOException {
    CompileResults compiled = CompileResults.of(inputs, file.getParent(), since);
    return new Run(inputs, file, compiled).result();
  }

  /** What the file holds, if it is of these inputs as they are now; nothing is analysed. */
  public static Optional<CachedAnalysis> unchanged(Inputs inputs, Path file) throws IOException {
    FileTime never = FileTime.from(Instant.MAX);
    return new Run(inputs, file, CompileResults.of(inputs, file.getParent(), never)).unchanged();
  }

  /** One such run. */
  private static final class Run {
    /** What a disk that answers at all takes for the largest file, many times over. */
    private static final int LONGEST_MINUTES = 10;

    private final Inputs inputs;
    private final Path file;
    private final Path found;
    private final Path ledgerFile;
    private final String key;
    private final CompileResults compiled;

    /** Reads what is kept while others look at the files. */
    private final FutureTask<Optional<Kept>> reading;

    private String damage = "";

    Run(Inputs inputs, Path file, CompileResults compiled) throws IOException {
      this.inputs = inputs;
      this.compiled = compiled;
      this.file = file;
      this.reading = new FutureTask<>(() -> ResultsFile.readKept(file));
      start(reading);
      this.found = WholeFile.draft(file);
      this.ledgerFile = file.resolveSibling(LedgerFile.NAME);
      this.key = Digests.key(inputs);
    }

    private static void start(Runnable work) {
      Thread thread = new Thread(work, "zonegate-kept");
      thread.setDaemon(true);
      thread.start();
    }

    Optional<CachedAnalysis> unchanged() throws IOException {
      Ledger before = ledger();
      if (before.sources().isEmpty()) {
        return Optional.empty();
      }
      Ledger now = InputSurvey.of(inputs, before);
      Optional<Results> known = known(before);
      return known.isPresent() && isSame(Spread.between(before, now), before, now)
          ? Optional.of(same(known.get(), before, now))
          : Optional.empty();
    }

    private Ledger ledger() throws IOException {
      return LedgerFile.read(ledgerFile)
          .filter(each -> each.key().equals(key))
          .orElseGet(() -> new Ledger(key, 0, Map.of(), Map.of()));
    }

    private static boolean isSame(Set<String> open, Ledger before, Ledger now) {
      return open.isEmpty() && before.sources().keySet().equals(now.sources().keySet());
    }

    private CachedAnalysis same(Results known, Ledger before, Ledger now) throws IOException {
      if (!before.equals(now)) {
        keep(now, before.results());
      }
      Stored stored = new Stored(file, before.results());
      return new CachedAnalysis(known, false, 0, 0, stored, damage);
    }

    CachedAnalysis result() throws IOException {
      Ledger before = ledger();
      Ledger now = InputSurvey.of(inputs, before);
      Optional<Results> known = known(before);
      if (known.isEmpty()) {
        Optional<Results> merged = Shards.merged(inputs, file.toAbsolutePath().getParent(), key);
        return merged.isPresent() ? put(merged.get(), now) : whole(now);
      }
      Set<String> open = Spread.between(before, now);
      Set<String> unread = unread(known.get());
      if (isSame(open, before, now)) {
        return same(known.get(), before, now);
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
        return read()
            .filter(each -> each.checksum() == before.results())
            .map(Kept::results)
            .filter(each -> each.key().equals(key))
            .filter(each -> each.notifications().equals(inputs.listing().notifications()));
      } catch (ResultsFile.DamagedException e) {
        damage = "is damaged and is made again";
        return Optional.empty();
      }
    }

    private Optional<Kept> read() throws IOException {
      try {
        return reading.get(LONGEST_MINUTES, TimeUnit.MINUTES);
      } catch (ExecutionException e) {
        if (e.getCause() instanceof IOException fault) {
          throw fault;
        }
        throw new IllegalStateException("cannot read " + file, e);
      } catch (TimeoutException e) {
        throw new IOException(file + " cannot be read in " + LONGEST_MINUTES + " minutes", e);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new InterruptedIOException("interrupted while " + file + " was read");
      }
    }

    private static Set<String> unread(Results results) {
      Set<String> paths = new TreeSet<>();
      results.files().stream()
          .filter(each -> !each.isRead() && each.path().endsWith(".java"))
          .forEach(each -> paths.add(each.path()));
      return paths;
    }

    /** Keeps what several machines found. */
    private CachedAnalysis put(Results merged, Ledger now) throws IOException {
      Stored stored = write(merged, now, merged.files());
      return new CachedAnalysis(merged, true, 0, 0, stored, damage);
    }

    private CachedAnalysis whole(Ledger now) throws IOException {
      return part(new Results(key, List.of(), List.of()), now.sources().keySet(), now);
    }

    private CachedAnalysis part(Results known, Set<String> open, Ledger now) throws IOException {
      Map<String, FileRecord> all = new TreeMap<>();
      known.files().forEach(each -> all.put(each.path(), each));
      Set<String> left = new TreeSet<>(open);
      for (FileRecord each : compiled.of(open, now)) {
        all.put(each.path(), each);
        left.remove(each.path());
      }
      Kept fresh = analyse(left);
      boolean isWhole = !left.isEmpty() && left.size() == now.sources().size();
      if (!isWhole && !inputs.areClassesComplete() && !unread(fresh.results()).isEmpty()) {
        // what else is in the run of a compiler that meets an error may show
        fresh = analyse(now.sources().keySet());
        isWhole = true;
      }
      List<FileRecord> judged = fresh.results().files();
      Results results = fresh.results();
      Stored stored;
      if (isWhole) {
        WholeFile.replace(found, file);
        stored = keep(exact(now, judged), fresh.checksum());
      } else {
        judged.forEach(each -> all.put(each.path(), each));
        all.keySet().retainAll(now.sources().keySet());
        results = new Results(key, List.copyOf(all.values()), results.notifications());
        Files.deleteIfExists(found);
        stored = write(results, now, judged);
      }
      int taken = open.size() - left.size();
      return new CachedAnalysis(results, true, judged.size(), taken, stored, damage);
    }

    private Kept analyse(Set<String> paths) throws IOException {
      Inputs part = inputs.of(paths::contains);
      if (paths.isEmpty()) {
        Results none = new Results(key, List.of(), part.listing().notifications());
        return new Kept(none, 0);
      }
      List<SourceEntry> others =
          inputs.areClassesComplete()
              ? List.of()
              : inputs.of(each -> !paths.contains(each)).listing().entries();
      return AnalysisExecutor.HERE.execute(new AnalysisRequest(part, others, key), found);
    }

    private Stored write(Results results, Ledger now, List<FileRecord> judged) throws IOException {
      return keep(exact(now, judged), ResultsFile.write(results, file));
    }

    /** The ledger without files that changed while they were judged. */
    private static Ledger exact(Ledger now, List<FileRecord> judged) {
      Ledger exact = now;
      for (FileRecord each : judged) {
        if (!now.sources().get(each.path()).sha256().equals(each.sha256())) {
          exact = exact.without(each.path());
        }
      }
      return exact;
    }

    private Stored keep(Ledger ledger, long results) throws IOException {
      LedgerFile.write(ledger.of(results), ledgerFile);
      return new Stored(file, results);
    }
  }
}
