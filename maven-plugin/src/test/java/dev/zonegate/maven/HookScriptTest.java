package dev.zonegate.maven;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The script of the hook with a Maven that says what the test wants. */
@DisabledOnOs(OS.WINDOWS)
final class HookScriptTest {
  private static final Path SCRIPT =
      Path.of(System.getProperty("zonegate.root"), "examples/agents/zonegate-hook.sh");

  @TempDir Path folder;

  @Test
  void sendsWhatBlocksBackWithStatusTwo() throws IOException, InterruptedException {
    Outcome outcome = run("echo 'A.java:3:5 AI11 blocks'; cat >&2", "{\"file_path\":\"A.java\"}");
    assertThat(outcome.status()).isEqualTo(2);
    assertThat(outcome.errors()).contains("A.java:3:5 AI11 blocks", "{\"file_path\":\"A.java\"}");
    assertThat(outcome.output()).isEmpty();
  }

  @Test
  void saysNothingIfNothingBlocks() throws IOException, InterruptedException {
    assertThat(run("printf '\\033[0m\\033[0m'", "")).isEqualTo(new Outcome(0, "", ""));
  }

  @Test
  void stopsNobodyIfTheGateCannotRun() throws IOException, InterruptedException {
    Outcome outcome = run("echo '[ERROR] no such plugin'; exit 1", "");
    assertThat(outcome.status()).isEqualTo(1);
    assertThat(outcome.errors()).isEqualTo("zonegate could not judge: [ERROR] no such plugin\n");
  }

  @Test
  void judgesEachFileThatIsAnArgument() throws IOException, InterruptedException {
    Outcome outcome =
        run("case \"$*\" in *' A.java'*) echo \"$*\";; esac", "", "src/my A.java", "B.java");
    assertThat(outcome.status()).isEqualTo(2);
    assertThat(outcome.errors()).contains("-Dzonegate.file=src/my A.java").doesNotContain("B.java");
  }

  private record Outcome(int status, String output, String errors) {}

  private Outcome run(String maven, String input, String... files)
      throws IOException, InterruptedException {
    Path fake = Files.writeString(folder.resolve("mvnw"), "#!/bin/sh\n" + maven + "\n");
    assertThat(fake.toFile().setExecutable(true)).isTrue();
    List<String> command = new ArrayList<>(List.of("sh", SCRIPT.toString()));
    command.addAll(List.of(files));
    Path output = folder.resolve("output");
    Path errors = folder.resolve("errors");
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectOutput(output.toFile())
            .redirectError(errors.toFile())
            .redirectInput(Files.writeString(folder.resolve("input"), input).toFile());
    builder.environment().put("CLAUDE_PROJECT_DIR", folder.toString());
    int status = builder.start().waitFor();
    return new Outcome(status, Files.readString(output), Files.readString(errors));
  }
}
