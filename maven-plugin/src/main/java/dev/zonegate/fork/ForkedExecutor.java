package dev.zonegate.fork;

import dev.zonegate.files.WholeFile;
import dev.zonegate.gate.AnalysisExecutor;
import dev.zonegate.gate.AnalysisRequest;
import dev.zonegate.gate.ResultsFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Has a worker analyse, one for all modules of a build: most of what a cold virtual machine does is
 * to compile itself, and Maven's is set up for work of hours. Where no worker can be had, or it
 * dies, Maven's own does the work.
 */
public final class ForkedExecutor implements AnalysisExecutor {
  private final Map<String, Object> buildData;
  private final Path folder;
  private final Consumer<String> complaints;

  /**
   * An executor for a module.
   *
   * @param buildData where the build keeps what its modules share, the worker among it
   * @param folder where requests are handed over
   * @param complaints told why there is no worker
   */
  public ForkedExecutor(Map<String, Object> buildData, Path folder, Consumer<String> complaints) {
    this.buildData = buildData;
    this.folder = folder.toAbsolutePath();
    this.complaints = complaints;
  }

  @Override
  public ResultsFile.Kept execute(AnalysisRequest request, Path file) throws IOException {
    try {
      Files.createDirectories(folder);
      Path asked = WholeFile.draft(folder.resolve("request.json"));
      RequestFile.write(request, asked);
      String answer = WorkerProcess.in(buildData, folder).ask(asked, file.toAbsolutePath());
      Optional<ResultsFile.Kept> found =
          answer.equals(Worker.DONE) ? ResultsFile.readKept(file) : Optional.empty();
      if (found.isPresent()) {
        Files.deleteIfExists(asked);
        return found.get();
      }
      complaints.accept("the worker failed, so Maven's own virtual machine analyses: " + answer);
    } catch (IOException e) {
      complaints.accept("there is no worker, so Maven's own virtual machine analyses: " + e);
    }
    return HERE.execute(request, file);
  }
}
