package dev.zonegate.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.zonegate.frontend.FrontEnd;
import dev.zonegate.frontend.Mutations;
import dev.zonegate.frontend.javac.JavacFrontEnd;
import dev.zonegate.frontend.javaparser.JavaparserFrontEnd;
import dev.zonegate.pmd.PmdFrontend;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Broken sources through every front-end and all rules: none is lost, nothing crashes, nothing
 * hangs. See docs/robustness.md.
 */
final class MutatedSourcesTest {
  private static final Path ROOT = Path.of(System.getProperty("zonegate.root"));
  private static final int CHUNK = 250;
  private static final int FEW = 100;
  private static final int MANY = Integer.getInteger("zonegate.mutants", 50_000);
  private static final int FIRST = Integer.getInteger("zonegate.firstMutant", 0);
  private static final Duration LONGEST = Duration.ofMinutes(10);

  /** The gate reads loose folders by the first two; compiled modules by the last one first. */
  static Stream<List<FrontEnd>> frontEnds() {
    return Stream.of(
        List.of(new JavacFrontEnd(), new JavaparserFrontEnd()),
        List.of(new JavaparserFrontEnd()),
        List.of(new PmdFrontend()));
  }

  @ParameterizedTest
  @MethodSource("frontEnds")
  void aFewBrokenSourcesAreAllJudged(List<FrontEnd> frontEnds, @TempDir Path folder) {
    judge(new Mutations(sources(), 20_261_121), FEW, frontEnds, folder);
  }

  @Tag("robustness")
  @TestFactory
  Stream<DynamicTest> everyBrokenSourceIsJudged(@TempDir Path folder) {
    List<String> sources = sources();
    return IntStream.range(FIRST / CHUNK, (FIRST + MANY) / CHUNK)
        .boxed()
        .flatMap(
            chunk ->
                frontEnds()
                    .map(
                        each ->
                            DynamicTest.dynamicTest(
                                each.get(0).name() + " " + chunk,
                                () ->
                                    judge(
                                        new Mutations(sources, chunk),
                                        CHUNK,
                                        each,
                                        folder.resolve(each.get(0).name() + chunk)))));
  }

  private static void judge(Mutations mutations, int count, List<FrontEnd> frontEnds, Path folder) {
    BrokenFolder broken = BrokenFolder.of(mutations, count, folder);
    JudgedFolder judged =
        assertTimeoutPreemptively(
            LONGEST,
            () -> JudgedFolder.of(folder, frontEnds, List.of()),
            () -> "hangs in " + folder + " of " + frontEnds.get(0).name());
    assertThat(judged.paths()).containsExactlyElementsOf(broken.paths());
    assertThat(judged.crashes()).isEmpty();
    assertThat(judged.silent()).as("files without code, and nothing said why").isEmpty();
    broken.delete();
  }

  /** Real code: fixtures, our own, and of {@code -Dzonegate.ruling=DIR} the corpora in it. */
  private static List<String> sources() {
    Stream<Path> folders =
        Stream.of(
                "rules-core/src/test/resources/fixtures",
                "rules-core/src/test/resources/syntax",
                "rules-core/src/main/java",
                "examples",
                System.getProperty("zonegate.ruling", "examples"))
            .map(ROOT::resolve)
            .distinct();
    return Mutations.sourcesBelow(folders.toArray(Path[]::new));
  }
}
