package dev.zonegate.frontend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zonegate.model.Modifier;
import dev.zonegate.model.SourceText;
import org.junit.jupiter.api.Test;

final class WrittenModifiersTest {
  @Test
  void modifiersAreSortedAndAnnotationsAreSkipped() {
    assertThat(read("final @A(b = (1)) @c.D public class X {}").modifiers())
        .containsExactly(Modifier.PUBLIC, Modifier.FINAL);
  }

  @Test
  void theNextTokenFollowsTheLastModifier() {
    Tokens tokens = JavaScanner.scan(SourceText.of("public @interface X {}"));
    assertThat(tokens.get(WrittenModifiers.at(tokens, 0).next()).text()).isEqualTo("@");
  }

  @Test
  void sealedAndNonSealedAreModifiersOfTypesOnly() {
    assertThat(read("public non-sealed class X {}").modifiers())
        .containsExactly(Modifier.PUBLIC, Modifier.NON_SEALED);
    assertThat(read("sealed interface X permits Y {}").modifiers())
        .containsExactly(Modifier.SEALED);
    assertThat(read("sealed field = null;").modifiers()).isEmpty();
  }

  private static WrittenModifiers read(String source) {
    return WrittenModifiers.at(JavaScanner.scan(SourceText.of(source)), 0);
  }
}
