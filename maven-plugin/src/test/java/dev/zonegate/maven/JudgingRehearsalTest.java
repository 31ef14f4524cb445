package dev.zonegate.maven;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class JudgingRehearsalTest {
  private final List<String> notes = new ArrayList<>();

  @TempDir Path root;

  @Test
  void leavesNothingAndSaysNothing() throws IOException {
    Path folder = Files.createDirectory(root.resolve("zonegate"));
    new JudgingRehearsal(folder, notes::add).run();
    try (var left = Files.list(folder)) {
      assertThat(left).isEmpty();
    }
    assertThat(notes).isEmpty();
  }

  @Test
  void withoutAFolderThereIsNone() throws IOException {
    Path file = Files.writeString(root.resolve("file"), "");
    new JudgingRehearsal(file, notes::add).run();
    assertThat(notes).singleElement().asString().startsWith("there is no rehearsal: ");
  }
}
