package dev.zonegate.gate;

import dev.zonegate.catalogue.Catalogue;
import dev.zonegate.engine.Analysis;
import dev.zonegate.engine.Settlement;
import dev.zonegate.stored.UnreadableException;
import java.io.IOException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;

/** Works in this virtual machine. */
final class LocalExecutor implements AnalysisExecutor {
  @Override
  public void prepare() {
    // it is there already
  }

  @Override
  public CachedAnalysis update(Inputs inputs, Path file, FileTime since) throws IOException {
    return CachedAnalysis.of(inputs, file, since);
  }

  @Override
  public ResultsFile.Kept execute(AnalysisRequest request, Path file) throws IOException {
    Results results =
        SourceAnalysis.of(
            request.inputs(),
            request.others(),
            FrontEnds.of(request.inputs()),
            new Analysis(Catalogue.rules(), request.inputs().settings()),
            request.key());
    return new ResultsFile.Kept(results, ResultsFile.write(results, file));
  }

  @Override
  public Settlement settle(SettlingRequest request) throws IOException {
    try {
      Analysis analysis = new Analysis(Catalogue.rules(), request.settings());
      return request.results().settle(analysis, request.isWhole(), request.today());
    } catch (UnreadableException e) {
      throw new IOException("the results of earlier builds cannot be read: " + e.getMessage(), e);
    }
  }

  @Override
  public void end() {
    // it ends by itself
  }
}
