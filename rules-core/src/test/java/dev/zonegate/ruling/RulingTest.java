package dev.zonegate.ruling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.zonegate.model.Notification;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;

@Tag("ruling")
final class RulingTest {
  private static final Path HOME = Path.of(System.getProperty("zonegate.ruling", "target/ruling"));
  private static final Path STORED = Path.of("src/test/resources/ruling");
  private static final boolean REWRITES = Boolean.getBoolean("zonegate.regenerate");
  private static final List<Ruling> RULINGS = new ArrayList<>();

  @TestFactory
  Stream<DynamicTest> aCorpusGivesItsStoredFindings() {
    return Corpus.below(HOME).stream()
        .map(corpus -> dynamicTest(corpus.name(), () -> judge(corpus)));
  }

  private static void judge(Corpus corpus) throws IOException {
    Ruling ruling = Ruling.of(corpus);
    RULINGS.add(ruling);
    assertThat(ruling.notifications())
        .noneMatch(each -> each.kind() == Notification.Kind.RULE)
        .noneMatch(each -> each.kind() == Notification.Kind.LOWERING);
    Path stored = STORED.resolve(corpus.name() + ".txt");
    if (!Files.exists(stored)) {
      return; // is there for its size: nobody has read what is found, and javac may fail on a file
    }
    assertThat(ruling.notifications()).noneMatch(each -> each.kind() == Notification.Kind.FILE);
    if (!Ruling.ONLY.isEmpty()) {
      return;
    }
    if (REWRITES) {
      Files.write(stored, ruling.stored());
    }
    assertThat(differences(Files.readAllLines(stored), ruling.stored()))
        .as("findings on %s; read them, then run again with -Dzonegate.regenerate=true", corpus)
        .isEmpty();
  }

  private static List<String> differences(List<String> stored, List<String> found) {
    List<String> lines = new ArrayList<>();
    Set<String> before = new HashSet<>(stored);
    Set<String> now = new HashSet<>(found);
    stored.stream().filter(each -> !now.contains(each)).forEach(each -> lines.add("- " + each));
    found.stream().filter(each -> !before.contains(each)).forEach(each -> lines.add("+ " + each));
    return lines;
  }

  @AfterAll
  static void tellTheReviewer() throws IOException {
    StringBuilder summary = new StringBuilder("\n");
    RULINGS.forEach(each -> summary.append(each.quality()).append('\n'));
    summary.append('\n').append(Sampling.table(RULINGS));
    System.out.println(summary);
    Files.writeString(HOME.resolve("summary.txt"), summary);
    Sampling.write(RULINGS, HOME.resolve("samples"));
  }
}
