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

  private void write(String text) throws IOException {
    Files.writeString(folder.resolve(DependencyList.NAME), text);
  }
}
