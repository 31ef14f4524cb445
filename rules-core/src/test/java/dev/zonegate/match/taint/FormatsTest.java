package dev.zonegate.match.taint;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class FormatsTest {
  @Test
  void placesAreFilledOneAfterTheOther() {
    assertThat(shape("/%s/%-5d.", "a", 1)).isEqualTo("/a/1.");
    assertThat(shape("none")).isEqualTo("none");
    assertThat(shape("%s", "a")).isEqualTo("a");
    assertThat(shape("%s/%s", "a")).isEqualTo("a/" + Value.HOLE);
  }

  @Test
  void numberedPlacesAskForTheirOwn() {
    assertThat(shape("/%2$s/%1$s", "a", "b")).isEqualTo("/b/a");
    assertThat(shape("/%1$s/%1$s", "a")).isEqualTo("/a/a");
    assertThat(shape("/%3$s", "a")).isEqualTo("/" + Value.HOLE + "a");
    assertThat(shape("/%0$s", "a")).isEqualTo("/" + Value.HOLE + "a");
    assertThat(shape("/%2$s %s", "a", "b")).isEqualTo("/b a");
  }

  @Test
  void percentSignsAndLineBreaksTakeNothing() {
    assertThat(shape("100%%/%s%n%s", "a", "b")).isEqualTo("100%/a\nb");
    assertThat(shape("%%s", "a")).isEqualTo("%sa");
  }

  @Test
  void whatIsGivenIsThereWhereNoPlaceAsksForAny() {
    assertThat(shape("{0}/", "a", "b")).isEqualTo("{0}/ab");
    assertThat(shape("/%s", "a", "b")).isEqualTo("/a");
    assertThat(shape("/%2$s", "a", "b")).isEqualTo("/b");
  }

  @Test
  void aFormatThatIsNotKnownMayHoldAnything() {
    Value filled = Formats.format(Arrays.asList(Value.UNKNOWN, Value.constant("a")));
    assertThat(filled.constants).isNull();
  }

  private static String shape(String format, Object... given) {
    Stream<Value> values =
        Arrays.stream(given).map(each -> Value.UNKNOWN.asText(null, String.valueOf(each)));
    return Formats.format(Stream.concat(Stream.of(Value.constant(format)), values).toList()).shape;
  }
}
