package dev.zonegate.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.zonegate.fixtures.FixtureClasspath;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The bank of our examples gives the same bytes in every process, on any number of threads, in any
 * folder. More runs: {@code -Dzonegate.runs=20}.
 */
final class SameBytesTest {
  private static final int RUNS = Integer.getInteger("zonegate.runs", 3);
  private static final Path BANK = Path.of("..", "examples", "bank", "src");

  @TempDir Path machine;

  @BeforeEach
  void checkOut() throws IOException {
    Files.write(
        machine.resolve("jars"), FixtureClasspath.jars().stream().map(Path::toString).toList());
    copy(machine.resolve("one"));
    copy(machine.resolve("somewhere/else/two"));
  }

  @Test
  void noProcessThreadOrFolderShows() throws Exception {
    List<String> folders = List.of("one", "somewhere/else/two");
    List<Integer> threads = List.of(1, 2, 4);
    Map<String, String> expected = run(java(System.getProperty("java.home")), "one", 1);

    assertThat(expected).hasSize(9);
    assertThat(expected.get("results.bin")).contains("AI01", "AI03", "AI08");
    for (int i = 1; i < RUNS; i++) {
      Map<String, String> again =
          run(
              java(System.getProperty("java.home")),
              folders.get(i % folders.size()),
              threads.get(i % threads.size()));
      again.forEach((file, text) -> assertThat(text).as(file).isEqualTo(expected.get(file)));
    }
  }

  @Test
  void theJdkShowsInNoReport() throws Exception {
    Path other = jdk25();
    assumeTrue(other != null, "no JDK 25 beside this one; name its home by -Dzonegate.jdk25");
    for (int threads : List.of(0, 2)) {
      Map<String, String> here = run(java(System.getProperty("java.home")), "one", threads);
      Map<String, String> there = run(java(other.toString()), "one", threads);
      // its key is of the JDK that made it
      here.keySet().remove("results.bin");
      there.keySet().remove("results.bin");
      there.forEach((file, text) -> assertThat(text).as(file).isEqualTo(here.get(file)));
    }
  }

  private static void copy(Path to) throws IOException {
    try (Stream<Path> all = Files.walk(BANK)) {
      for (Path each : all.filter(Files::isRegularFile).toList()) {
        Path file = to.resolve(BANK.relativize(each).toString());
        Files.createDirectories(file.getParent());
        Files.copy(each, file);
      }
    }
  }

  private static String java(String home) {
    return Path.of(home, "bin", "java").toString();
  }

  private static Path jdk25() throws IOException {
    String home = System.getProperty("zonegate.jdk25", System.getenv().get("JAVA_HOME_25_X64"));
    if (home != null) {
      return Path.of(home);
    }
    Path here = Path.of(System.getProperty("java.home")).toRealPath();
    try (Stream<Path> others = Files.list(here.getParent())) {
      return others
          .filter(each -> each.getFileName().toString().contains("25"))
          .filter(each -> Files.isExecutable(each.resolve("bin/javac")))
          .min(Comparator.naturalOrder())
          .orElse(null);
    }
  }

  /** The files that a process writes. */
  private Map<String, String> run(String java, String folder, int threads) throws Exception {
    Path out = Files.createTempDirectory(machine, "out");
    Path said = Files.createTempFile(machine, "said", ".txt");
    List<String> command = new ArrayList<>(List.of(java, "-XX:TieredStopAtLevel=1"));
    command.addAll(List.of("-XX:+UseSerialGC", "-cp", System.getProperty("java.class.path")));
    command.addAll(List.of(OneAnalysis.class.getName(), machine.resolve(folder).toString()));
    command.addAll(
        List.of(out.toString(), String.valueOf(threads), machine.resolve("jars").toString()));
    Process process =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(said.toFile()).start();
    assertThat(process.waitFor(300, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).as(Files.readString(said)).isZero();
    Map<String, String> files = new TreeMap<>();
    try (Stream<Path> all = Files.list(out)) {
      for (Path each : all.toList()) {
        files.put(each.getFileName().toString(), text(each));
      }
    }
    return files;
  }

  /** A file's bytes, those of which are no text as what they are in the least of charsets. */
  private static String text(Path file) throws IOException {
    boolean isText = !file.toString().endsWith(".bin");
    return Files.readString(file, isText ? StandardCharsets.UTF_8 : StandardCharsets.ISO_8859_1);
  }
}
