package dev.zonegate.fork;

import dev.zonegate.files.JavaArguments;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.slf4j.Logger;

/** The worker of a build, seen from Maven. It ends when Maven does. */
final class WorkerProcess {
  private static final String KEY = WorkerProcess.class.getName();

  /**
   * Compiled quickly rather than well, and one thread that collects garbage: that halves the cost
   * of work of seconds. The heap is what 750,000 lines take; who needs more has Maven's. What is
   * opened lets the front-end keep javac from a search that nobody reads the outcome of.
   */
  private static final List<String> FLAGS =
      List.of(
          "-XX:TieredStopAtLevel=1",
          "-XX:+UseSerialGC",
          "-Xmx1g",
          "-XX:+ExitOnOutOfMemoryError",
          "-Xlog:disable",
          "-Djava.awt.headless=true",
          "--add-exports=jdk.compiler/com.sun.tools.javac.api=ALL-UNNAMED",
          "--add-exports=jdk.compiler/com.sun.tools.javac.util=ALL-UNNAMED",
          "--add-opens=jdk.compiler/com.sun.tools.javac.comp=ALL-UNNAMED");

  private final Process process;
  private final String log;

  private WorkerProcess(Process process, String log) {
    this.process = process;
    this.log = log;
  }

  /**
   * The worker of a build, started if there is none. The build keeps it as a plain process, since
   * modules may load this class apart.
   *
   * @param folder where its arguments and its log are written
   */
  static WorkerProcess in(Map<String, Object> buildData, Path folder) throws IOException {
    synchronized (buildData) {
      if (buildData.get(KEY) instanceof Map.Entry<?, ?> known
          && known.getKey() instanceof Process process
          && process.isAlive()) {
        return new WorkerProcess(process, String.valueOf(known.getValue()));
      }
      Path log = folder.resolve("worker.log");
      Process process = start(folder, log);
      buildData.put(KEY, Map.entry(process, log.toString()));
      return new WorkerProcess(process, log.toString());
    }
  }

  /** Whether a build has one. */
  static boolean isThere(Map<String, Object> buildData) {
    synchronized (buildData) {
      return buildData.get(KEY) instanceof Map.Entry<?, ?> known
          && known.getKey() instanceof Process process
          && process.isAlive();
    }
  }

  /** Ends the worker of a build, if it has one: its input breaks off. */
  static void end(Map<String, Object> buildData) throws IOException {
    synchronized (buildData) {
      if (buildData.remove(KEY) instanceof Map.Entry<?, ?> known
          && known.getKey() instanceof Process process) {
        process.getOutputStream().close();
      }
    }
  }

  /** Its answer to a request; one at a time, since each takes all processors. */
  String ask(String what, Path request, Path outcome) throws IOException {
    synchronized (process) {
      OutputStream out = process.getOutputStream();
      out.write((what + "\n" + request + "\n" + outcome + "\n").getBytes(StandardCharsets.UTF_8));
      out.flush();
      StringBuilder answer = new StringBuilder();
      InputStream in = process.getInputStream();
      int next = in.read();
      while (next >= 0 && next != '\n') {
        answer.append((char) next);
        next = in.read();
      }
      return next < 0 ? "it ended; see " + log : answer.toString().strip();
    }
  }

  private static Process start(Path folder, Path log) throws IOException {
    List<Path> jars = jars();
    Optional<ClassArchive> archive = ClassArchive.of(jars);
    List<String> words = new ArrayList<>(FLAGS);
    String path = jars.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
    words.addAll(List.of("-cp", path));
    archive.ifPresent(each -> words.addAll(each.options()));
    words.add(Worker.class.getName());
    if (archive.isPresent()) {
      words.addAll(archive.get().arguments());
    }
    return new ProcessBuilder(JavaArguments.command(words, folder.resolve("worker.args")))
        .redirectError(log.toFile())
        .start();
  }

  /** The plug-in's jars, its own first; and what Maven lends it. */
  private static List<Path> jars() throws IOException {
    Set<Path> jars = new LinkedHashSet<>();
    jars.add(jar(WorkerProcess.class));
    if (WorkerProcess.class.getClassLoader() instanceof URLClassLoader loader) {
      for (URL each : loader.getURLs()) {
        jars.add(path(each));
      }
    } else {
      for (String each : System.getProperty("java.class.path").split(File.pathSeparator)) {
        jars.add(Path.of(each));
      }
    }
    jars.add(jar(Logger.class));
    return jars.stream().filter(Files::exists).toList();
  }

  private static Path jar(Class<?> type) throws IOException {
    return path(type.getProtectionDomain().getCodeSource().getLocation());
  }

  private static Path path(URL url) throws IOException {
    try {
      return Path.of(url.toURI());
    } catch (URISyntaxException | IllegalArgumentException e) {
      throw new IOException(url + " is no file", e);
    }
  }
}
