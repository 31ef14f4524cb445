package dev.zonegate.pmd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.zonegate.frontend.FrontEnd;
import dev.zonegate.frontend.ModelDifferences;
import dev.zonegate.frontend.ModelDifferences.Kind;
import dev.zonegate.frontend.SourceInput;
import dev.zonegate.frontend.SourceSet;
import dev.zonegate.frontend.javac.JavacFrontEnd;
import dev.zonegate.model.SourceFile;
import dev.zonegate.model.SourceText;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;

/** javac and PMD give the same model of real code. */
final class DifferentialTest {
  private static final Path CORPUS = Path.of("target", "differential");

  /** A library that was never released. */
  private static final String UNRELEASED = "import reactor.netty5.";

  @Test
  void commonsLangIsTheSameToBoth() throws IOException {
    ModelDifferences differences = compare("commons-lang3", 8);
    assertThat(differences.nodes()).isGreaterThan(100_000);
    assertSame(differences);
  }

  @Test
  void springWebIsTheSameToBoth() throws IOException {
    assumeTrue(Files.isDirectory(CORPUS.resolve("spring-web")), "runs with -Pdifferential");
    ModelDifferences differences = compare("spring-web", 17);
    assertThat(differences.nodes()).isGreaterThan(150_000);
    assertSame(differences);
  }

  private static void assertSame(ModelDifferences differences) {
    String report = differences.report();
    assertThat(differences.count(Kind.STRUCTURE)).as(report).isZero();
    assertThat(differences.count(Kind.ATTRIBUTE)).as(report).isZero();
    assertThat(differences.count(Kind.BINDING)).as(report).isZero();
    assertThat(differences.perThousand(Kind.METHOD)).as(report).isLessThanOrEqualTo(0.02);
    assertThat(differences.perThousand(Kind.TYPE)).as(report).isLessThanOrEqualTo(0.05);
    // what PMD's inference does not know
    assertThat(differences.perThousand(Kind.HALF_KNOWN)).as(report).isLessThanOrEqualTo(0.2);
  }

  private static ModelDifferences compare(String corpus, int level) throws IOException {
    List<SourceInput> inputs = new ArrayList<>();
    List<Path> classpath = new ArrayList<>();
    try (Stream<Path> jars = Files.list(CORPUS.resolve(corpus))) {
      for (Path jar : jars.sorted().toList()) {
        if (jar.toString().endsWith("-sources.jar")) {
          addSources(jar, inputs);
        } else {
          classpath.add(jar);
        }
      }
    }
    SourceSet sources = new SourceSet(inputs, classpath, level, 0);
    Map<String, SourceFile> javac = read(new JavacFrontEnd(), sources);
    Map<String, SourceFile> pmd = read(new PmdFrontend(), sources);
    assertThat(pmd.keySet()).isEqualTo(javac.keySet()).hasSize(inputs.size());
    ModelDifferences differences = new ModelDifferences();
    for (SourceFile file : javac.values()) {
      SourceFile other = pmd.get(file.path());
      assertThat(other.notifications()).isEmpty();
      differences.compare(file, other);
    }
    Files.writeString(CORPUS.resolve(corpus + ".txt"), differences.report());
    return differences;
  }

  private static Map<String, SourceFile> read(FrontEnd frontEnd, SourceSet sources) {
    Map<String, SourceFile> files = Collections.synchronizedMap(new TreeMap<>());
    frontEnd.read(sources, file -> files.put(file.path(), file));
    return files;
  }

  private static void addSources(Path jar, List<SourceInput> inputs) throws IOException {
    try (ZipInputStream zip = new ZipInputStream(Files.newInputStream(jar))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        if (entry.getName().endsWith(".java")) {
          String text = new String(zip.readAllBytes(), StandardCharsets.UTF_8);
          if (!text.contains(UNRELEASED)) {
            inputs.add(new SourceInput(entry.getName(), SourceText.of(text), SourceFile.Role.MAIN));
          }
        }
      }
    }
  }
}
