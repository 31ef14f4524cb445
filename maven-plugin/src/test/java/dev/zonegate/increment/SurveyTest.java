package dev.zonegate.increment;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SurveyTest {
  private static final Ledger NOTHING = new Ledger("key", 3, Map.of(), Map.of());

  @TempDir Path folder;
  private Path file;
  private final List<String> asked = new ArrayList<>();

  @BeforeEach
  void makesAFile() throws IOException {
    file = Files.writeString(folder.resolve("A.java"), "class A { int size; }");
  }

  @Test
  void readsWhatItDoesNotKnow() throws IOException {
    Ledger seen = survey(NOTHING, "MAIN", true);
    assertThat(seen.key()).isEqualTo("key");
    assertThat(seen.results()).isEqualTo(3);
    assertThat(seen.sources().get("a/A.java").sha256()).isEqualTo("f1");
    assertThat(seen.sources().get("a/A.java").words()).isEqualTo(Words.in("class A int size"));
    assertThat(seen.units().get("a/A.java").shown().names()).isEqualTo(Words.in("A"));
    assertThat(asked).containsExactly("sha256", "text");
  }

  @Test
  void readsNoTextWhereTheBytesAreKnown() throws IOException {
    Ledger before = survey(NOTHING, "MAIN", true);
    asked.clear();
    Ledger again = survey(before, "MAIN", true);
    assertThat(asked).containsExactly("sha256");
    assertThat(again.sources().get("a/A.java").words()).isEqualTo(Words.in("class A int size"));
    assertThat(again.units()).isEqualTo(before.units());
  }

  @Test
  void readsWhatIsJudgedAsSomethingElseOrSeenByOthersNow() throws IOException {
    Ledger before = survey(NOTHING, "MAIN", false);
    assertThat(before.units()).isEmpty();
    asked.clear();
    assertThat(survey(before, "TEST", false).sources().get("a/A.java").kind()).isEqualTo("TEST");
    assertThat(asked).containsExactly("sha256", "text");
    asked.clear();
    assertThat(survey(before, "MAIN", true).units()).hasSize(1);
    assertThat(asked).containsExactly("sha256", "text");
  }

  @Test
  void asksNothingOfAFileWithTheSameStamp() throws IOException {
    // until then it is too young to be believed
    long later = Files.getLastModifiedTime(file).toMillis() + 10_000;
    Ledger before = survey(new Survey(NOTHING, later), "MAIN", true);
    asked.clear();
    assertThat(survey(new Survey(before, later), "MAIN", true)).isEqualTo(before);
    assertThat(asked).isEmpty();
    Files.writeString(file, "class A { long size; }");
    survey(before, "MAIN", true);
    assertThat(asked).contains("sha256");
  }

  @Test
  void ofSettingsAndUnreadableFilesThereAreNoWords() throws IOException {
    Survey survey = new Survey(NOTHING);
    survey.addSource("a/app.yml", file, "MAIN", true, reader("f1", "class Not"));
    survey.addSource("a/B.java", folder.resolve("gone"), "MAIN", true, reader("", null));
    Ledger seen = survey.ledger();
    assertThat(seen.sources().get("a/app.yml").words()).isEqualTo(Words.NONE);
    assertThat(seen.sources().get("a/B.java").words()).isEqualTo(Words.NONE);
    assertThat(seen.sources().get("a/B.java").stamp()).isEqualTo(Stamp.NONE);
    assertThat(seen.units()).containsOnlyKeys("a/B.java");
  }

  @Test
  void readsTheClassFilesOfAFolder() throws IOException {
    Path classes = Files.createDirectories(folder.resolve("classes/a"));
    Files.write(classes.resolve("A.class"), new byte[] {1});
    Files.write(classes.resolve("A.txt"), new byte[] {1});
    Survey first = new Survey(NOTHING);
    first.addClasses("0", classes.getParent());
    Ledger before = first.ledger();
    assertThat(before.units()).containsOnlyKeys("0:a/A.class");
    Shown shown = before.units().get("0:a/A.class").shown();
    assertThat(shown.names().meet(Set.of("A".hashCode()))).isTrue();

    Files.write(classes.resolve("A.class"), new byte[] {2});
    Survey second = new Survey(before);
    second.addClasses("0", classes.getParent());
    assertThat(second.ledger().units().get("0:a/A.class").shown()).isNotEqualTo(shown);
  }

  @Test
  void aStampThatProvesNothingIsTheSameAsNone() throws IOException {
    assertThat(Stamp.NONE.isSame(Stamp.NONE)).isFalse();
    assertThat(Stamp.ifThere(folder.resolve("gone"))).isNull();
    Stamp stamp = new Stamp(1, 2, 3, 4);
    assertThat(stamp.isSame(new Stamp(1, 2, 3, 4))).isTrue();
    assertThat(
            List.of(
                new Stamp(9, 2, 3, 4),
                new Stamp(1, 9, 3, 4),
                new Stamp(1, 2, 9, 4),
                new Stamp(1, 2, 3, 9)))
        .noneMatch(stamp::isSame);
    assertThat(new Stamp(0, 2, 3, 4).isSame(new Stamp(0, 2, 3, 4))).as("empty").isTrue();
  }

  @Test
  void aStampIsBelievedTwoSecondsAfterItsLastChange() throws IOException {
    long second = 1_000_000_000L;
    assertThat(new Stamp(1, 10 * second, 0, 0).isSettled(12_000)).isFalse();
    assertThat(new Stamp(1, 10 * second, 0, 0).isSettled(12_001)).isTrue();
    assertThat(new Stamp(1, 0, 10 * second, 0).isSettled(12_000)).isFalse();
    long now = System.currentTimeMillis();
    assertThat(Stamp.of(file, now)).isEqualTo(Stamp.NONE);
    assertThat(Stamp.of(file, now + 60_000)).isEqualTo(Stamp.ifThere(file));
  }

  @Test
  void whatIsNoFileHasNoStamp() throws IOException {
    long later = System.currentTimeMillis() + 60_000;
    Path loop = folder.resolve("loop");
    Files.createSymbolicLink(loop, loop);
    assertThat(Stamp.of(folder, later)).isEqualTo(Stamp.NONE);
    assertThat(Stamp.of(loop, later)).isEqualTo(Stamp.NONE);
    assertThat(Stamp.of(folder.resolve("gone"), later)).isEqualTo(Stamp.NONE);
    assertThat(Stamp.ifThere(folder).size()).isNotNegative();
  }

  private Ledger survey(Ledger known, String kind, boolean isUnit) throws IOException {
    return survey(new Survey(known), kind, isUnit);
  }

  private Ledger survey(Survey survey, String kind, boolean isUnit) throws IOException {
    survey.addSource("a/A.java", file, kind, isUnit, reader("f1", Files.readString(file)));
    return survey.ledger();
  }

  private Survey.Reader reader(String sha256, String text) {
    return new Survey.Reader() {
      @Override
      public String sha256() {
        asked.add("sha256");
        return sha256;
      }

      @Override
      public String text() {
        asked.add("text");
        return text;
      }
    };
  }
}
