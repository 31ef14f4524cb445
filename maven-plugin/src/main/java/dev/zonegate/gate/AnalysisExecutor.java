package dev.zonegate.gate;

import dev.zonegate.catalogue.Catalogue;
import dev.zonegate.engine.Analysis;
import java.io.IOException;
import java.nio.file.Path;

/** Carries out analyses, in this virtual machine or in another; the results are the same. */
@FunctionalInterface
public interface AnalysisExecutor {
  /** In this virtual machine. */
  AnalysisExecutor HERE =
      (request, file) -> {
        Results results = results(request);
        return new ResultsFile.Kept(results, ResultsFile.write(results, file));
      };

  /**
   * Checks the files of a request.
   *
   * @param file that the results are written to
   * @throws IOException if they cannot be
   */
  ResultsFile.Kept execute(AnalysisRequest request, Path file) throws IOException;

  private static Results results(AnalysisRequest request) {
    return SourceAnalysis.of(
        request.inputs(),
        request.others(),
        FrontEnds.of(request.inputs()),
        new Analysis(Catalogue.rules(), request.inputs().settings()),
        request.key());
  }
}
