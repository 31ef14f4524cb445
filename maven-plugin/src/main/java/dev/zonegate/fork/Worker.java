package dev.zonegate.fork;

import dev.zonegate.engine.Settlement;
import dev.zonegate.gate.AnalysisExecutor;
import dev.zonegate.gate.CachedAnalysis;
import dev.zonegate.gate.Results;
import dev.zonegate.gate.ResultsFile;
import dev.zonegate.gate.SettledResults;
import dev.zonegate.stored.RecordFile;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * The program of the other virtual machine: reads three lines, what is asked, a request's file and
 * one for the outcome, and answers them with a line. It ends with its input, that is with the
 * build, however that ends, and after a minute without a request.
 */
public final class Worker {
  static final String DONE = "done";
  static final String ANALYSE = "analyse";
  static final String SETTLE = "settle";
  static final String UPDATE = "update";
  private static final int IDLE_SECONDS = 60;

  private final LinkedBlockingQueue<String> lines = new LinkedBlockingQueue<>();
  private final CountDownLatch end = new CountDownLatch(1);
  private volatile boolean isBusy;

  /** What it brought up to date last, and will be asked to settle; null before. */
  private CachedAnalysis latest;

  private Worker() {}

  /**
   * Serves until its input ends.
   *
   * @param args where to keep an archive of its classes at the end; none to keep none
   * @throws IOException if it cannot be kept; nobody waits for it then
   */
  public static void main(String[] args) throws InterruptedException, IOException {
    PrintStream answers = System.out;
    // what a library prints is no answer
    System.setOut(System.err);
    Worker worker = new Worker();
    start("requests", worker::read);
    start("rehearsal", Rehearsal::run);
    start("answers", () -> worker.serve(answers));
    worker.end.await();
    if (!worker.isBusy && args.length > 0) {
      ClassArchive.dump(Path.of(args[0]));
    }
    Runtime.getRuntime().halt(worker.isBusy ? 1 : 0);
  }

  private static void start(String name, Runnable work) {
    Thread thread = new Thread(work, name);
    thread.setDaemon(true);
    thread.start();
  }

  private void serve(PrintStream answers) {
    try {
      String request = lines.poll(IDLE_SECONDS, TimeUnit.SECONDS);
      while (request != null) {
        isBusy = true;
        String answer = answer(request, Path.of(lines.take()), Path.of(lines.take()));
        isBusy = false;
        answers.println(answer);
        answers.flush();
        request = lines.poll(IDLE_SECONDS, TimeUnit.SECONDS);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      end.countDown();
    }
  }

  /** Takes requests while others are served, so that the end of the build is seen at once. */
  private void read() {
    try (BufferedReader in =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        lines.add(line);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("the input of the worker broke", e);
    } finally {
      end.countDown();
    }
  }

  private String answer(String what, Path request, Path outcome) {
    try {
      switch (what) {
        case ANALYSE -> AnalysisExecutor.HERE.execute(RequestFile.read(request), outcome);
        case UPDATE -> {
          RequestFile.Update asked = RequestFile.readUpdate(request);
          latest = AnalysisExecutor.HERE.update(asked.inputs(), asked.file(), asked.since());
          RecordFile.write(Updated.of(latest), outcome);
        }
        default -> RecordFile.write(settlement(RequestFile.readSettling(request)), outcome);
      }
      return DONE;
    } catch (IOException | RuntimeException e) {
      return String.valueOf(e).replaceAll("\\R", " ");
    }
  }

  private Settlement settlement(RequestFile.Settling request) throws IOException {
    return SettledResults.of(
        results(request.results()),
        request.settings(),
        request.isWhole(),
        request.today(),
        request.kept());
  }

  private Results results(ResultsFile.Stored stored) throws IOException {
    if (latest != null && latest.stored().equals(stored)) {
      return latest.results();
    }
    Path file = stored.file();
    ResultsFile.Kept found =
        ResultsFile.readKept(file).orElseThrow(() -> new IOException(file + " is no results"));
    if (found.checksum() != stored.checksum()) {
      throw new IOException(file + " is of another build by now");
    }
    return found.results();
  }
}
