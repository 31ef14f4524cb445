package dev.zonegate.gate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zonegate.frontend.javac.JavacFrontEnd;
import dev.zonegate.frontend.javaparser.JavaparserFrontEnd;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Snippets that have nothing to do with each other but their names. */
final class MessyFolderTest {
  private static final int FEW = 80;
  private static final int MANY = Integer.getInteger("zonegate.files", 5_000);
  private static final int MILLIS_A_FILE = 12;

  @TempDir Path folder;

  @Test
  void everySnippetIsJudgedAndAlwaysTheSame() {
    MessyFolder.write(folder, FEW, 7);
    JudgedFolder judged = judge();

    assertThat(judged.paths()).hasSize(FEW);
    assertThat(judged.crashes()).isEmpty();
    assertThat(judged.results().files())
        .allMatch(each -> each.quality().uses() > 0 || !each.result().isComplete());
    assertThat(judge()).isEqualTo(judged);
  }

  @Tag("robustness")
  @Test
  void aFolderOfThousandsTakesLessThanAMinute() {
    MessyFolder.write(folder, MANY, 7);
    long start = System.nanoTime();
    JudgedFolder judged = judge();
    Duration duration = Duration.ofNanos(System.nanoTime() - start);

    assertThat(judged.paths()).hasSize(MANY);
    assertThat(judged.crashes()).isEmpty();
    assertThat(duration).isLessThan(Duration.ofMillis((long) MILLIS_A_FILE * MANY));
  }

  private JudgedFolder judge() {
    return JudgedFolder.of(
        folder, List.of(new JavacFrontEnd(), new JavaparserFrontEnd()), List.of());
  }
}
