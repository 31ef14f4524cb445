package dev.zonegate.fork;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zonegate.engine.Settings;
import dev.zonegate.gate.AnalysisRequest;
import dev.zonegate.gate.CachedAnalysis;
import dev.zonegate.gate.Inputs;
import dev.zonegate.gate.Results;
import dev.zonegate.gate.ResultsFile;
import dev.zonegate.gate.SettlingRequest;
import dev.zonegate.gate.SourceListing;
import dev.zonegate.stored.RecordFile;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the executor makes of the answers of a worker, one in this virtual machine. */
final class AskedWorkerTest {
  private static final SettlingRequest NOTHING =
      new SettlingRequest(
          new Results("asked", List.of(), List.of()), Settings.DEFAULT, true, LocalDate.EPOCH);

  @TempDir Path root;

  private final Map<String, Object> buildData = new HashMap<>();
  private final List<String> complaints = new ArrayList<>();
  private final List<String> asked = new ArrayList<>();
  private Answer answer = (request, outcome) -> Worker.DONE;

  @FunctionalInterface
  private interface Answer {
    /** The line that is answered; without it the worker ends. */
    String to(Path request, Path outcome) throws IOException;
  }

  /** Answers when it is read. */
  private final class InMemory extends Process {
    private final ByteArrayOutputStream request = new ByteArrayOutputStream();

    @Override
    public OutputStream getOutputStream() {
      return request;
    }

    @Override
    public InputStream getInputStream() {
      List<String> lines = request.toString(StandardCharsets.UTF_8).lines().toList();
      request.reset();
      assertThat(lines).hasSize(3);
      asked.add(lines.get(0));
      try {
        String said = answer.to(Path.of(lines.get(1)), Path.of(lines.get(2)));
        return new ByteArrayInputStream(said.getBytes(StandardCharsets.UTF_8));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    @Override
    public InputStream getErrorStream() {
      return InputStream.nullInputStream();
    }

    @Override
    public int waitFor() {
      return 0;
    }

    @Override
    public int exitValue() {
      throw new IllegalThreadStateException("it runs");
    }

    @Override
    public void destroy() {}

    @Override
    public boolean isAlive() {
      return true;
    }
  }

  @BeforeEach
  void start() {
    buildData.put(WorkerProcess.class.getName(), Map.entry(new InMemory(), "worker.log"));
  }

  @Test
  void whatTheWorkerLeftIsTaken() throws IOException {
    answer =
        (request, outcome) -> {
          String key = RequestFile.read(request).key();
          ResultsFile.write(new Results(key + " of the worker", List.of(), List.of()), outcome);
          return Worker.DONE + "\n";
        };
    assertThat(execute().key()).isEqualTo("asked of the worker");
    assertThat(asked).containsExactly(Worker.ANALYSE);
    assertThat(complaints).isEmpty();
    try (var left = Files.list(root.resolve("out"))) {
      assertThat(left).isEmpty();
    }
  }

  @Test
  void whatItCouldNotDoIsDoneHereAndTold() throws IOException {
    answer =
        (request, outcome) -> {
          ResultsFile.write(new Results("half done", List.of(), List.of()), outcome);
          return "java.io.IOException: no room\n";
        };
    assertThat(execute().key()).isEqualTo("asked");
    assertThat(complaints)
        .containsExactly(
            "the worker failed, so Maven's own virtual machine goes on: java.io.IOException: no room");
  }

  @Test
  void whereItEndedIsTold() throws IOException {
    answer = (request, outcome) -> "do";
    assertThat(execute().key()).isEqualTo("asked");
    assertThat(complaints).singleElement().asString().endsWith("goes on: it ended; see worker.log");
  }

  @Test
  void anAnswerWithoutAnOutcomeIsNone() throws IOException {
    answer = (request, outcome) -> Worker.DONE + "\n";
    forked().settle(NOTHING);
    assertThat(asked).containsExactly(Worker.SETTLE);
    assertThat(complaints).singleElement().asString().endsWith("goes on: done");
  }

  @Test
  void resultsOfAnotherBuildAreNotTakenForThoseOfTheWorker() throws IOException {
    Path file = root.resolve("results.bin");
    answer =
        (request, outcome) -> {
          RequestFile.Update asked = RequestFile.readUpdate(request);
          long other = ResultsFile.write(new Results("other", List.of(), List.of()), asked.file());
          RecordFile.write(new Updated(true, 0, 0, other + 1, ""), outcome);
          return Worker.DONE + "\n";
        };
    CachedAnalysis found = forked().update(inputs(), file, FileTime.from(Instant.MAX));
    assertThat(asked).containsExactly(Worker.UPDATE);
    assertThat(found.results().key()).isNotEqualTo("other").isNotEmpty();
    assertThat(ResultsFile.read(file)).contains(found.results());
    assertThat(complaints).singleElement().asString().endsWith("goes on: done");
  }

  @Test
  void fewPlacesAreDecidedByAWorkerThatIsThereAlone() throws IOException {
    buildData.clear();
    forked().settle(NOTHING);
    assertThat(buildData).isEmpty();
    assertThat(root.resolve("out")).doesNotExist();
    assertThat(complaints).isEmpty();
  }

  private ForkedExecutor forked() {
    return new ForkedExecutor(buildData, root.resolve("out"), complaints::add);
  }

  private static Inputs inputs() {
    return new Inputs(
        new SourceListing(List.of(), List.of()),
        StandardCharsets.UTF_8,
        List.of(),
        true,
        17,
        17,
        Settings.DEFAULT);
  }

  private Results execute() throws IOException {
    AnalysisRequest request = new AnalysisRequest(inputs(), List.of(), "asked");
    return forked().execute(request, root.resolve("found.bin")).results();
  }
}
