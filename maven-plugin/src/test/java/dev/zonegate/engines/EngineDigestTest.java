package dev.zonegate.engines;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A report is taken again as long as nothing that goes into it has changed. */
final class EngineDigestTest {
  @TempDir Path root;

  @BeforeEach
  void aModule() throws IOException {
    write("src/A.java", "class A {}");
    write("src/A.txt", "text");
    write("classes/A.class", "code");
    write("own/B.class", "code");
    write("tool-1.jar", "tool");
    write("lib-1.jar", "lib");
    write("lib-2-SNAPSHOT.jar", "lib");
  }

  @Test
  void changesWithWhatAnEngineLooksAt() throws IOException {
    assertThat(changedBy("src/A.java", "class B {}")).isEqualTo("PMD CHECKSTYLE");
    assertThat(changedBy("classes/A.class", "more")).isEqualTo("SPOTBUGS PMD");
    assertThat(changedBy("own/B.class", "more")).isEqualTo("SPOTBUGS PMD");
    assertThat(changedBy("lib-1.jar", "another")).isEqualTo("SPOTBUGS PMD");
    assertThat(changedBy("lib-2-SNAPSHOT.jar", "bil")).isEqualTo("SPOTBUGS PMD");
    assertThat(changedBy("tool-1.jar", "tools")).isEqualTo("SPOTBUGS PMD CHECKSTYLE");
  }

  @Test
  void staysWhereNothingOfThatChanges() throws IOException {
    assertThat(changedBy("src/A.txt", "more")).isEmpty();
    assertThat(changedBy("classes/A.txt", "more")).isEmpty();
    assertThat(changedBy("lib-1.jar", "bil")).as("a released jar of the same size").isEmpty();
  }

  @Test
  void isAnotherForAnotherWayToCallIt() throws IOException {
    Set<String> digests = new HashSet<>();
    for (Engine each : List.of(Engine.SPOTBUGS, Engine.PMD, Engine.CHECKSTYLE)) {
      digests.add(digest(each, "report.xml"));
      digests.add(digest(each, "other.xml"));
    }
    assertThat(digests).hasSize(6);
  }

  private String changedBy(String file, String text) throws IOException {
    List<String> changed = new ArrayList<>();
    for (Engine each : List.of(Engine.SPOTBUGS, Engine.PMD, Engine.CHECKSTYLE)) {
      Path path = root.resolve(file);
      String before = digest(each, "report.xml");
      String old = Files.exists(path) ? Files.readString(path) : null;
      write(file, text);
      if (!digest(each, "report.xml").equals(before)) {
        changed.add(each.name());
      }
      if (old != null) {
        write(file, old);
      }
    }
    return String.join(" ", changed);
  }

  private String digest(Engine engine, String report) throws IOException {
    EngineCommand command =
        new EngineCommand(engine, List.of(), root.resolve("config.xml"), root.resolve(report));
    EngineInput input =
        new EngineInput(
            List.of(root.resolve("src")),
            List.of(root.resolve("classes")),
            List.of(
                root.resolve("own"),
                root.resolve("lib-1.jar"),
                root.resolve("lib-2-SNAPSHOT.jar"),
                root.resolve("gone.jar")),
            StandardCharsets.UTF_8);
    return EngineDigest.of(command, List.of(root.resolve("tool-1.jar")), input);
  }

  private void write(String file, String text) throws IOException {
    Files.createDirectories(root.resolve(file).getParent());
    Files.writeString(root.resolve(file), text);
  }
}
