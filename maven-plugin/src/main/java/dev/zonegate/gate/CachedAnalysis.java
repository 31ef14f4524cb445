package dev.zonegate.gate;

import dev.zonegate.catalogue.Catalogue;
import dev.zonegate.engine.Analysis;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The results of an analysis, kept in a file.
 *
 * @param isNew whether they were not there, or of other inputs
 */
public record CachedAnalysis(Results results, boolean isNew) {
  /** Takes the results from the file if they are of these inputs, else makes and keeps them. */
  public static CachedAnalysis of(Inputs inputs, Path file) throws IOException {
    String key = Digests.key(inputs);
    Optional<Results> known = ResultsFile.read(file);
    if (known.isPresent() && Digests.isFresh(known.get(), inputs, key)) {
      return new CachedAnalysis(known.get(), false);
    }
    Results results = run(inputs, key);
    ResultsFile.write(results, file);
    return new CachedAnalysis(results, true);
  }

  private static Results run(Inputs inputs, String key) {
    Analysis analysis = new Analysis(Catalogue.rules(), inputs.settings());
    return SourceAnalysis.of(inputs, FrontEnds.of(inputs), analysis, key);
  }
}
