package dev.zonegate.gate;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.zonegate.baseline.BaselineException;
import dev.zonegate.baseline.BaselineFile;
import dev.zonegate.report.Format;
import dev.zonegate.stored.RecordFile;
import dev.zonegate.stored.UnreadableException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xml.sax.SAXException;

/**
 * Whenever a build is killed, and whatever runs beside it, its files are whole. More often: {@code
 * -Dzonegate.kills=100}.
 */
final class KilledBuildTest {
  private static final int KILLS = Integer.getInteger("zonegate.kills", 6);
  private static final String DECIDED = "decided.bin";

  @TempDir Path root;

  @BeforeEach
  void checkOut() throws IOException {
    Files.createDirectories(root.resolve("src/shop"));
    for (int i = 0; i < 6; i++) {
      Files.writeString(root.resolve("src/shop/Order" + i + ".java"), RepeatedBuild.source(i, i));
    }
  }

  @Test
  void leavesNoHalfWrittenFileWhereverItIsKilled() throws Exception {
    killOften(KILLS, 2500, false);
  }

  /** The worker outlives the build for a moment, and writes while the next one does. */
  @Test
  void neitherDoesOneThatAWorkerAnalyses() throws Exception {
    killOften(KILLS / 2, 5000, true);
    assertThat(root.resolve("target").resolve(DECIDED)).exists();
  }

  private void killOften(int times, int longest, boolean byWorker) throws Exception {
    Random random = new Random(1);
    for (int i = 0; i < times; i++) {
      Process build = start(Integer.MAX_VALUE, byWorker);
      try (BufferedReader out = build.inputReader()) {
        assertThat(out.readLine()).isEqualTo("builds");
        // the first builds of a new process take longest, and write as often as all others
        TimeUnit.MILLISECONDS.sleep(random.nextInt(longest));
      } finally {
        build.destroyForcibly();
      }
      assertThat(build.waitFor(30, TimeUnit.SECONDS)).isTrue();
      checkWhole();
    }
    checkLikeNew();
  }

  @Test
  void twoAtOnceDoNotSpoilEachOtherAndShowNoHalfWrittenFile() throws Exception {
    List<Process> builds = new ArrayList<>();
    for (int i = 0; i < 2; i++) {
      builds.add(start(15, i == 0));
    }
    try {
      while (builds.stream().anyMatch(Process::isAlive)) {
        checkWhole();
      }
      for (Process each : builds) {
        assertThat(each.exitValue()).as(error(each)).isZero();
      }
    } finally {
      builds.forEach(Process::destroyForcibly);
    }
    checkLikeNew();
    try (Stream<Path> left = Files.list(root.resolve("target"))) {
      assertThat(left.map(each -> each.getFileName().toString()))
          .noneMatch(each -> each.endsWith(".tmp"));
    }
  }

  private Process start(int times, boolean byWorker) throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseSerialGC",
            "-cp",
            System.getProperty("java.class.path"),
            RepeatedBuild.class.getName(),
            root.toString(),
            String.valueOf(times),
            String.valueOf(byWorker))
        .redirectError(Files.createTempFile(root, "error", ".txt").toFile())
        .start();
  }

  private String error(Process process) throws IOException {
    StringBuilder text = new StringBuilder(process.info().toString());
    try (Stream<Path> files = Files.list(root)) {
      for (Path each : files.filter(file -> file.toString().endsWith(".txt")).toList()) {
        text.append('\n').append(Files.readString(each));
      }
    }
    return text.toString();
  }

  private void checkWhole()
      throws IOException,
          UnreadableException,
          BaselineException,
          ParserConfigurationException,
          SAXException {
    Path out = root.resolve("target");
    // throws if it is damaged
    Optional<ResultsFile.Kept> kept = ResultsFile.readKept(out.resolve(ResultsFile.NAME));
    kept.ifPresent(each -> assertThat(each.results().files()).hasSize(6));
    Path decided = out.resolve(DECIDED);
    if (Files.exists(decided)) {
      assertThat(RecordFile.read(KeptDecisions.class, decided)).as("decisions").isPresent();
    }
    BaselineFile.read(root, root.resolve(BaselineFile.NAME));
    for (Format format : Format.values()) {
      Path file = out.resolve(format.file().orElse("none"));
      if (Files.exists(file)) {
        parse(file);
      }
    }
    Path audit = out.resolve(AuditTrail.NAME);
    if (Files.exists(audit)) {
      assertThat(Files.readAllLines(audit)).hasSize(6).allMatch(each -> each.endsWith("}"));
    }
  }

  private static void parse(Path file)
      throws IOException, ParserConfigurationException, SAXException {
    if (file.toString().endsWith(".xml")) {
      try (InputStream in = Files.newInputStream(file)) {
        DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(in);
      }
    } else if (file.toString().endsWith(".html")) {
      assertThat(Files.readString(file).strip()).endsWith("</html>");
    } else {
      assertThat(new JsonMapper().readTree(file.toFile()).isMissingNode()).isFalse();
    }
  }

  /** What is kept after all that is what a first build writes. */
  private void checkLikeNew() throws IOException {
    Path results = root.resolve("target").resolve(ResultsFile.NAME);
    assertThat(RepeatedBuild.build(root, AnalysisExecutor.HERE).damage()).isEmpty();
    byte[] kept = Files.readAllBytes(results);
    Files.delete(results);
    RepeatedBuild.build(root, AnalysisExecutor.HERE);
    assertThat(kept).isEqualTo(Files.readAllBytes(results));
  }
}
