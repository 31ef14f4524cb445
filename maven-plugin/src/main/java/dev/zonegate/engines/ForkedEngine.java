package dev.zonegate.engines;

import dev.zonegate.files.JavaArguments;
import dev.zonegate.files.WholeFile;
import dev.zonegate.gate.EngineSetting;
import dev.zonegate.gate.Sha256;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Runs an engine in a virtual machine of its own, with limits, unless it has looked at the same
 * before.
 */
public final class ForkedEngine {
  private static final int MOST_LINES = 2000;
  private static final int LONGEST = 200;

  private final Engine engine;
  private final EngineSetting setting;
  private final List<Path> jars;
  private final EngineCommand command;
  private final Path folder;

  /**
   * An engine at hand.
   *
   * @param jars of the program
   * @param plugins that it loads
   * @param folder where its report and what it said are kept
   */
  public ForkedEngine(
      Engine engine, EngineSetting setting, List<Path> jars, List<Path> plugins, Path folder) {
    this.engine = engine;
    this.setting = setting;
    this.folder = folder.toAbsolutePath().normalize();
    this.jars = Stream.concat(jars.stream(), plugins.stream()).toList();
    this.command =
        new EngineCommand(
            engine, plugins, file("-config.xml"), this.folder.resolve(engine.report()));
  }

  private Path file(String end) {
    return folder.resolve(engine.id() + end);
  }

  /** Its report about what it is given, made now or kept from before. */
  public Path report(EngineInput input) throws EngineException {
    boolean hasNothing =
        engine == Engine.SPOTBUGS ? input.classes().isEmpty() : input.sources().isEmpty();
    if (hasNothing) {
      throw new EngineException(
          engine.title() + " has nothing to look at; compile before, as `mvn verify` does");
    }
    try {
      String key = EngineDigest.of(command, jars, input);
      if (!isKept(key)) {
        make(input);
        String made = key + "\n" + Sha256.of(command.report()) + "\n";
        WholeFile.write(file(".key"), draft -> Files.writeString(draft, made));
      }
      // of these inputs it is, whenever it was made
      Files.setLastModifiedTime(command.report(), FileTime.from(seen(input)));
      return command.report();
    } catch (IOException e) {
      throw new EngineException(engine.title() + " cannot be run: " + e, e);
    }
  }

  /** What it saw is as new as this; sources may have changed since they were compiled. */
  private Instant seen(EngineInput input) throws IOException {
    if (engine != Engine.SPOTBUGS) {
      return Instant.now();
    }
    Instant newest = Instant.EPOCH;
    for (Path each : input.classes()) {
      try (Stream<Path> all = Files.walk(each)) {
        for (Path file : all.filter(path -> path.toString().endsWith(".class")).toList()) {
          Instant changed = Files.getLastModifiedTime(file).toInstant();
          newest = changed.isAfter(newest) ? changed : newest;
        }
      }
    }
    return newest;
  }

  private boolean isKept(String key) throws IOException {
    if (!Files.isRegularFile(file(".key")) || !Files.isRegularFile(command.report())) {
      return false;
    }
    String kept = Files.readString(file(".key"), StandardCharsets.ISO_8859_1);
    return kept.equals(key + "\n" + Sha256.of(command.report()) + "\n");
  }

  private void make(EngineInput input) throws IOException, EngineException {
    Files.createDirectories(folder);
    Files.deleteIfExists(file(".key"));
    Files.deleteIfExists(command.report());
    Files.write(command.config(), command.configuration());
    Process process =
        new ProcessBuilder(JavaArguments.command(words(input), file(".args")))
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(file(".log").toFile())
            .start();
    process.getOutputStream().close();
    int status = end(process);
    if (!command.isDone(status) || !Files.isRegularFile(command.report())) {
      throw new EngineException(
          engine.title() + " failed with status " + status + complaint() + "; see " + file(".log"));
    }
  }

  private int end(Process process) throws EngineException {
    try {
      if (process.waitFor(setting.limit().toSeconds(), TimeUnit.SECONDS)) {
        return process.exitValue();
      }
      throw new EngineException(
          engine.title()
              + " took longer than "
              + setting.limit().toSeconds()
              + " s; allow more by `seconds` in `engines`, or leave it out");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new EngineException(engine.title() + " was interrupted", e);
    } finally {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly();
    }
  }

  private List<String> words(EngineInput input) {
    List<String> words = new ArrayList<>();
    words.add("-Xmx" + setting.heap() + "m");
    words.add("-XX:+UseSerialGC");
    words.add("-Djava.awt.headless=true");
    words.add("-Duser.language=en");
    words.add("-cp");
    words.add(EngineCommand.path(jars));
    words.addAll(command.arguments(input));
    return words;
  }

  /** The line that says best what went wrong. */
  private String complaint() throws IOException {
    String last = "";
    try (BufferedReader lines =
        Files.newBufferedReader(file(".log"), StandardCharsets.ISO_8859_1)) {
      String line = lines.readLine();
      for (int i = 0; i < MOST_LINES && line != null; i++) {
        if (!line.isBlank()) {
          last = line.strip();
        }
        if (last.matches(".*(?:Error|Exception)\\b.*")) {
          break;
        }
        line = lines.readLine();
      }
    }
    String plain = last.replaceAll("\\p{Cntrl}", " ");
    return last.isEmpty() ? "" : ": " + plain.substring(0, Math.min(LONGEST, plain.length()));
  }
}
