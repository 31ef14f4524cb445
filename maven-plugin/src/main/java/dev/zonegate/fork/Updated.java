package dev.zonegate.fork;

import dev.zonegate.gate.CachedAnalysis;
import dev.zonegate.gate.ResultsFile;
import java.nio.file.Path;

/**
 * What the worker tells of results that it brought up to date, besides them.
 *
 * @param checksum of their file
 */
record Updated(boolean isNew, int judged, int compiled, long checksum, String damage) {
  static Updated of(CachedAnalysis made) {
    return new Updated(
        made.isNew(), made.judged(), made.compiled(), made.stored().checksum(), made.damage());
  }

  CachedAnalysis with(ResultsFile.Kept kept, Path file) {
    ResultsFile.Stored stored = new ResultsFile.Stored(file, checksum);
    return new CachedAnalysis(kept.results(), isNew, judged, compiled, stored, damage);
  }
}
