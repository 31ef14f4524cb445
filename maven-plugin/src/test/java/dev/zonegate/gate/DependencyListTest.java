package dev.zonegate.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class DependencyListTest {
  @TempDir private Path folder;

  @Test
  void aFolderWithoutAListAllowsEverything() throws PolicyException {
    assertThat(DependencyList.in(folder)).isEmpty();
  }

  @Test
  void aLineIsALibraryOrAGroup() throws PolicyException, IOException {
    write("# agreed in May\norg.slf4j:slf4j-api\n\norg.springframework:*  # all of it\n");

    assertThat(DependencyList.in(folder))
        .containsExactlyInAnyOrder("org.slf4j:slf4j-api", "org.springframework:*");
  }

  @Test
  void whatIsNoLibraryIsToldWithItsLine() throws IOException {
    write("org.slf4j:slf4j-api\nslf4j\n");

    assertThatThrownBy(() -> DependencyList.in(folder))
        .isInstanceOf(PolicyException.class)
        .hasMessage(
            "zonegate-dependencies.txt:2:1: `slf4j` is no library; write `group:artifact` or `group:*`");
  }

  @Test
  void refusesMoreThanAnybodyWrites() throws IOException {
    write("a:b\n".repeat(2_600_000));

    assertThatThrownBy(() -> DependencyList.in(folder))
        .isInstanceOf(PolicyException.class)
        .hasMessageEndingWith(
            "zonegate-dependencies.txt:65537:1: is larger than 256 KiB; shorten it");
  }

  @Test
  void tellsTheFirstOfManyProblemsAndPrintsNothingThatMovesTheScreen() throws IOException {
    write("\u001b[2Jx\n".repeat(1000));

    assertThatThrownBy(() -> DependencyList.in(folder))
        .isInstanceOf(PolicyException.class)
        .message()
        .satisfies(
            text -> {
              assertThat(text.lines()).hasSize(20);
              assertThat(text).doesNotContain("\u001b");
            });
  }

  @Test
  void tellsWhereTheTextIsNotUtf8() throws IOException {
    Files.write(folder.resolve(DependencyList.NAME), new byte[] {'#', ' ', (byte) 0xfc, '\n'});

    assertThatThrownBy(() -> DependencyList.in(folder))
        .isInstanceOf(PolicyException.class)
        .hasMessageEndingWith("zonegate-dependencies.txt:1:3: is not UTF-8; save it as UTF-8");
  }

  private void write(String text) throws IOException {
    Files.writeString(folder.resolve(DependencyList.NAME), text);
  }
}
