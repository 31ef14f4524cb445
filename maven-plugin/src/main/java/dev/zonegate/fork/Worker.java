package dev.zonegate.fork;

import dev.zonegate.gate.AnalysisExecutor;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * The program of the other virtual machine: reads pairs of lines, a request's file and one for its
 * results, and answers each with a line. It ends with its input, that is with the build, however
 * that ends, and after a minute without a request.
 */
public final class Worker {
  static final String DONE = "done";
  private static final int IDLE_SECONDS = 60;
  private static final String END = "";

  private final LinkedBlockingQueue<String> lines = new LinkedBlockingQueue<>();
  private volatile boolean isBusy;

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
    new Worker().serve(answers);
    if (args.length > 0) {
      ClassArchive.dump(Path.of(args[0]));
    }
    Runtime.getRuntime().halt(0);
  }

  private void serve(PrintStream answers) throws InterruptedException {
    Thread reader = new Thread(this::read, "requests");
    reader.setDaemon(true);
    reader.start();
    for (String request = next(); !request.equals(END); request = next()) {
      isBusy = true;
      String answer = answer(Path.of(request), Path.of(next()));
      isBusy = false;
      answers.println(answer);
      answers.flush();
    }
  }

  private String next() throws InterruptedException {
    String line = lines.poll(IDLE_SECONDS, TimeUnit.SECONDS);
    return line == null ? END : line;
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
      if (isBusy) {
        Runtime.getRuntime().halt(1);
      }
      lines.add(END);
    }
  }

  private static String answer(Path request, Path results) {
    try {
      AnalysisExecutor.HERE.execute(RequestFile.read(request), results);
      return DONE;
    } catch (IOException | RuntimeException e) {
      return String.valueOf(e).replaceAll("\\R", " ");
    }
  }
}
