package dev.zonegate.maven;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
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
  void thereIsOneForABuild() throws IOException, InterruptedException {
    Path file = Files.writeString(root.resolve("file"), "");
    Map<String, Object> buildData = new HashMap<>();
    BlockingQueue<String> told = new LinkedBlockingQueue<>();
    JudgingRehearsal.start(buildData, file, told::add);
    JudgingRehearsal.start(buildData, file, told::add);
    assertThat(told.poll(30, TimeUnit.SECONDS)).startsWith("there is no rehearsal: ");
    JudgingRehearsal.start(new HashMap<>(), file, told::add);
    assertThat(told.poll(30, TimeUnit.SECONDS)).startsWith("there is no rehearsal: ");
    assertThat(told).as("of the second").isEmpty();
  }

  @Test
  void withoutAFolderThereIsNone() throws IOException {
    Path file = Files.writeString(root.resolve("file"), "");
    new JudgingRehearsal(file, notes::add).run();
    assertThat(notes).singleElement().asString().startsWith("there is no rehearsal: ");
  }
}
