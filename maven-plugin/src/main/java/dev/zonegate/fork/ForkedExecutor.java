package dev.zonegate.fork;

import dev.zonegate.engine.Settlement;
import dev.zonegate.files.WholeFile;
import dev.zonegate.gate.AnalysisExecutor;
import dev.zonegate.gate.AnalysisRequest;
import dev.zonegate.gate.CachedAnalysis;
import dev.zonegate.gate.Inputs;
import dev.zonegate.gate.ResultsFile;
import dev.zonegate.gate.SettlingRequest;
import dev.zonegate.stored.RecordFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Has a worker analyse, one for all modules of a build: most of what a cold virtual machine does is
 * to compile itself, and Maven's is set up for work of hours. Where no worker can be had, or it
 * dies, Maven's own does the work.
 */
public final class ForkedExecutor implements AnalysisExecutor {
  /** With fewer places to decide a worker is not worth its start. */
  private static final int MANY = 300;

  private final Map<String, Object> buildData;
  private final Path folder;
  private final Consumer<String> complaints;

  /** What the worker leaves; empty if it left nothing. */
  @FunctionalInterface
  private interface Outcome<T> {
    Optional<T> read() throws IOException;
  }

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

  /** Starts the worker, which gets ready while Maven finds out what it is to read. */
  @Override
  public void prepare() {
    try {
      Files.createDirectories(folder);
      WorkerProcess.in(buildData, folder);
    } catch (IOException e) {
      complaints.accept("the worker cannot be started ahead: " + e);
    }
  }

  @Override
  public CachedAnalysis update(Inputs inputs, Path file, FileTime since) throws IOException {
    // to see that nothing changed is not worth the start of a worker
    if (!WorkerProcess.isThere(buildData)) {
      Optional<CachedAnalysis> same = CachedAnalysis.unchanged(inputs, file);
      if (same.isPresent()) {
        return same.get();
      }
    }
    Path answer = WholeFile.draft(folder.resolve("updated.bin"));
    try {
      Optional<CachedAnalysis> found =
          ask(
              Worker.UPDATE,
              asked -> RequestFile.write(new RequestFile.Update(inputs, file, since), asked),
              answer,
              () -> read(answer, file));
      return found.isPresent() ? found.get() : HERE.update(inputs, file, since);
    } finally {
      Files.deleteIfExists(answer);
    }
  }

  private static Optional<CachedAnalysis> read(Path answer, Path file) throws IOException {
    Optional<Updated> said = RecordFile.read(Updated.class, answer);
    Optional<ResultsFile.Kept> kept = ResultsFile.readKept(file);
    // another build may have been here meanwhile
    return kept.isPresent() && said.isPresent() && said.get().checksum() == kept.get().checksum()
        ? Optional.of(said.get().with(kept.get(), file))
        : Optional.empty();
  }

  @Override
  public ResultsFile.Kept execute(AnalysisRequest request, Path file) throws IOException {
    Optional<ResultsFile.Kept> found =
        ask(
            Worker.ANALYSE,
            asked -> RequestFile.write(request, asked),
            file,
            () -> ResultsFile.readKept(file));
    return found.isPresent() ? found.get() : HERE.execute(request, file);
  }

  @Override
  public Settlement settle(SettlingRequest request) throws IOException {
    if (request.results().candidates() < MANY && !WorkerProcess.isThere(buildData)) {
      return HERE.settle(request);
    }
    Path kept = folder.resolve("decided.bin");
    Path open = WholeFile.draft(folder.resolve("open.bin"));
    Path answer = WholeFile.draft(folder.resolve("settled.bin"));
    try {
      Optional<Settlement> found =
          ask(
              Worker.SETTLE,
              asked -> {
                ResultsFile.Stored stored =
                    request.stored().isPresent()
                        ? request.stored().get()
                        : new ResultsFile.Stored(open, ResultsFile.write(request.results(), open));
                RequestFile.write(RequestFile.Settling.of(request, stored, kept), asked);
              },
              answer,
              () -> RecordFile.read(Settlement.class, answer));
      return found.isPresent() ? found.get() : HERE.settle(request);
    } finally {
      Files.deleteIfExists(open);
      Files.deleteIfExists(answer);
    }
  }

  /**
   * Ends the worker. At its own end a virtual machine waits 0.3 s for threads that are outside of
   * Java, and the one that waits for a process is such a thread.
   */
  @Override
  public void end() {
    try {
      WorkerProcess.end(buildData);
    } catch (IOException e) {
      complaints.accept("the worker cannot be ended: " + e);
    }
  }

  /** The outcome of a request; empty, after a complaint, if there is none. */
  private <T> Optional<T> ask(
      String what, WholeFile.Content request, Path answer, Outcome<T> outcome) {
    try {
      Files.createDirectories(folder);
      Path asked = WholeFile.draft(folder.resolve("request.bin"));
      try {
        request.write(asked);
        String said = WorkerProcess.in(buildData, folder).ask(what, asked, answer.toAbsolutePath());
        Optional<T> found = said.equals(Worker.DONE) ? outcome.read() : Optional.empty();
        if (found.isEmpty()) {
          complaints.accept("the worker failed, so Maven's own virtual machine goes on: " + said);
        }
        return found;
      } finally {
        Files.deleteIfExists(asked);
      }
    } catch (IOException e) {
      complaints.accept("there is no worker, so Maven's own virtual machine analyses: " + e);
      return Optional.empty();
    }
  }
}
