package dev.zonegate.stored;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class SectionsTest {
  private static final int BEFORE = 7;

  /** What is stored here. */
  record Word(String text, int number) {}

  @Test
  void whatWasPutTogetherIsReadFromAnyPlace() throws IOException {
    List<Section> some =
        List.of(section("first", "a", "b"), section("sécond", "c"), section("none"));
    Sections stored = Sections.of(some);
    assertThat(stored.records()).isEqualTo(3);
    byte[] bytes = moved(stored);
    List<Section> read = new Sections(3, bytes, BEFORE, stored.length()).all();
    assertThat(read).extracting(Section::name).containsExactly("first", "sécond", "none");
    assertThat(read).extracting(Section::what).isEqualTo(some.stream().map(Section::what).toList());
    assertThat(read)
        .extracting(Section::where)
        .isEqualTo(some.stream().map(Section::where).toList());
    assertThat(read.get(0).read(Word.class).get(0))
        .isEqualTo(List.of(new Word("a", 0), new Word("b", 1)));
    assertThat(read.get(1).read(Word.class).get(0)).isEqualTo(List.of(new Word("c", 0)));
    assertThat(read.get(2).read(Word.class).get(0)).isEmpty();
  }

  @Test
  void noneTakeNoRoom() {
    assertThat(Sections.of(List.of()).length()).isZero();
    assertThat(Sections.of(List.of()).all()).isEmpty();
    assertThatThrownBy(() -> new Sections(1, new byte[9], 9, 0).all())
        .isInstanceOf(UnreadableException.class)
        .hasMessage("it holds more or less than it promises");
  }

  @Test
  void whatWasNotWrittenByUsIsRefusedAndNeverReadBeyondItsEnd() throws IOException {
    Sections stored = Sections.of(List.of(section("first", "a", "b"), section("second", "c")));
    byte[] bytes = moved(stored);
    Random random = new Random(7);
    int refused = 0;
    for (int i = 0; i < 20_000; i++) {
      byte[] broken = bytes.clone();
      for (int changes = 1 + random.nextInt(3); changes > 0; changes--) {
        broken[BEFORE + random.nextInt(stored.length())] = (byte) random.nextInt();
      }
      int length = random.nextInt(4) == 0 ? random.nextInt(stored.length()) : stored.length();
      try {
        for (Section each : new Sections(3, broken, BEFORE, length).all()) {
          assertThat(each.length()).isBetween(0, length);
          ByteArrayOutputStream out = new ByteArrayOutputStream();
          each.writeTo(out);
          assertThat(out.size()).isEqualTo(each.length());
        }
      } catch (UnreadableException e) {
        refused++;
      }
    }
    assertThat(refused).isGreaterThan(1_000);
  }

  private static byte[] moved(Sections stored) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(new byte[BEFORE]);
    stored.writeTo(out);
    return Arrays.copyOf(out.toByteArray(), out.size() + 1);
  }

  private static Section section(String name, String... texts) {
    List<Word> words =
        Arrays.stream(texts)
            .map(each -> new Word(each, Arrays.asList(texts).indexOf(each)))
            .toList();
    return Section.of(name, new Section.Column<>(Word.class, words));
  }
}
