package dev.zonegate.gate;

import dev.zonegate.engine.Settlement;
import java.io.IOException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;

/** Carries out analyses, in this virtual machine or in another; the results are the same. */
public interface AnalysisExecutor {
  /** In this virtual machine. */
  AnalysisExecutor HERE = new LocalExecutor();

  /** Says that there will be something to do, so that what takes time to start may start. */
  void prepare();

  /**
   * Brings the results that a file keeps up to date.
   *
   * @param since the time from which on the compiler compiled these inputs
   * @throws IOException if they cannot be kept
   */
  CachedAnalysis update(Inputs inputs, Path file, FileTime since) throws IOException;

  /**
   * Checks the files of a request.
   *
   * @param file that the results are written to
   * @throws IOException if they cannot be
   */
  ResultsFile.Kept execute(AnalysisRequest request, Path file) throws IOException;

  /**
   * What files come to on a day.
   *
   * @throws IOException if what was kept of them is damaged
   */
  Settlement settle(SettlingRequest request) throws IOException;

  /** Says that nothing more will be asked of it in this build. */
  void end();
}
