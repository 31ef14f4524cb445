package dev.zonegate.engines;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.zonegate.gate.EngineSetting;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A program that is called as Checkstyle is, and does what the source that it is given says. */
final class ForkedEngineTest {
  private static final String PROGRAM =
      """
      package com.puppycrawl.tools.checkstyle;

      import java.nio.file.*;
      import java.util.*;

      public class Main {
        public static void main(String[] words) throws Exception {
          List<String> all = List.of(words);
          String what = Files.readString(Path.of(all.get(all.size() - 1), "A.java"));
          Files.writeString(Path.of("runs"), "x", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
          if (what.contains("sleep")) {
            Thread.sleep(600_000);
          }
          if (what.contains("eat")) {
            List<byte[]> eaten = new ArrayList<>();
            while (true) {
              eaten.add(new byte[1 << 20]);
            }
          }
          if (what.contains("silent")) {
            return;
          }
          Files.writeString(
              Path.of(all.get(all.indexOf("-o") + 1)),
              "<checkstyle charset='" + System.getProperty("zonegate.charset") + "'/>");
          System.exit(what.contains("broken") ? 254 : what.contains("unparsable") ? 2 : 0);
        }
      }
      """;

  @TempDir static Path program;
  @TempDir Path folder;

  @BeforeAll
  static void compile() throws IOException {
    Path source = Files.writeString(program.resolve("Main.java"), PROGRAM);
    assertThat(
            ToolProvider.getSystemJavaCompiler()
                .run(null, null, null, "-d", program.toString(), source.toString()))
        .isZero();
  }

  @BeforeEach
  void folders() throws IOException {
    Files.createDirectories(folder.resolve("src"));
  }

  @Test
  void givesTheReportThatTheProgramWrites() throws Exception {
    assertThat(run("class A {}")).hasContent("<checkstyle charset='UTF-8'/>");
    assertThat(folder.resolve("out dir/checkstyle-config.xml")).content().contains("TreeWalker");
  }

  @Test
  void takesFilesThatDoNotParseForNoFailure() throws Exception {
    assertThat(run("unparsable")).exists();
  }

  @Test
  void runsAgainOnlyWhenItsInputsOrItsReportChange() throws Exception {
    run("class A {}");
    run("class A {}");
    assertThat(runs()).isEqualTo(1);
    run("class A { }");
    assertThat(runs()).isEqualTo(2);
    Files.writeString(folder.resolve("out dir/checkstyle-result.xml"), "<checkstyle/>");
    run("class A { }");
    assertThat(runs()).isEqualTo(3);
  }

  @Test
  void isAsNewAsWhatItLookedAt() throws Exception {
    Path report = run("class A {}");
    Files.setLastModifiedTime(report, FileTime.from(Instant.EPOCH));
    assertThat(Files.getLastModifiedTime(run("class A {}")).toInstant())
        .isAfter(Instant.now().minusSeconds(60));
  }

  @Test
  void endsAProgramThatTakesTooLong() {
    assertThatThrownBy(() -> run("sleep", Duration.ofSeconds(2)))
        .isInstanceOf(EngineException.class)
        .hasMessage(
            "Checkstyle took longer than 2 s; allow more by `seconds` in `engines`, or leave it out");
  }

  @Test
  void givesAProgramNoMoreMemoryThanItMayHave() {
    assertThatThrownBy(() -> run("eat"))
        .isInstanceOf(EngineException.class)
        .hasMessageContaining("Checkstyle failed with status 1")
        .hasMessageContaining("OutOfMemoryError");
  }

  @Test
  void tellsOfAProgramThatFailsOrWritesNothing() {
    assertThatThrownBy(() -> run("broken"))
        .isInstanceOf(EngineException.class)
        .hasMessageContaining("Checkstyle failed with status 254; see ");
    assertThatThrownBy(() -> run("silent"))
        .isInstanceOf(EngineException.class)
        .hasMessageContaining("Checkstyle failed with status 0; see ");
    assertThatThrownBy(() -> run("broken")).isInstanceOf(EngineException.class);
  }

  @Test
  void saysThatThereIsNothingToLookAt() {
    EngineInput nothing = new EngineInput(List.of(), List.of(), List.of(), StandardCharsets.UTF_8);
    for (Engine each : List.of(Engine.SPOTBUGS, Engine.PMD, Engine.CHECKSTYLE)) {
      ForkedEngine engine =
          new ForkedEngine(each, EngineSetting.run(each.id()), List.of(), List.of(), folder);
      assertThatThrownBy(() -> engine.report(nothing))
          .isInstanceOf(EngineException.class)
          .hasMessage(
              each.title() + " has nothing to look at; compile before, as `mvn verify` does");
    }
  }

  @Test
  void theVersionsAreThoseThatTheMappingIsTestedWith() {
    assertThat(artifacts(Engine.SPOTBUGS)).allMatch(each -> isOnPath("findbugs.xml", each));
    assertThat(artifacts(Engine.CHECKSTYLE))
        .allMatch(each -> isOnPath("com/puppycrawl/tools/checkstyle/Main.class", each));
    assertThat(EngineArtifacts.of(Engine.PMD, EngineSetting.run("pmd")).program())
        .contains("net.sourceforge.pmd:pmd-java:" + net.sourceforge.pmd.PMDVersion.VERSION);
  }

  @Test
  void aPolicyMayNameOtherVersions() {
    Map<String, String> versions = Map.of("version", "4.8.6", "findsecbugs", "1.12.0");
    EngineSetting setting =
        new EngineSetting("spotbugs", true, versions, 100, Duration.ofSeconds(1));
    assertThat(EngineArtifacts.of(Engine.SPOTBUGS, setting))
        .isEqualTo(
            new EngineArtifacts(
                List.of("com.github.spotbugs:spotbugs:4.8.6"),
                List.of("com.h3xstream.findsecbugs:findsecbugs-plugin:1.12.0")));
  }

  private static List<String> artifacts(Engine engine) {
    EngineArtifacts artifacts = EngineArtifacts.of(engine, EngineSetting.run(engine.id()));
    return java.util.stream.Stream.concat(
            artifacts.program().stream(), artifacts.plugins().stream())
        .map(each -> each.substring(each.indexOf(':') + 1).replace(':', '-') + ".jar")
        .toList();
  }

  private static boolean isOnPath(String resource, String jar) {
    return ForkedEngineTest.class
        .getClassLoader()
        .resources(resource)
        .anyMatch(each -> each.toString().contains("/" + jar + "!"));
  }

  private Path run(String source) throws Exception {
    return run(source, Duration.ofMinutes(1));
  }

  private Path run(String source, Duration limit) throws Exception {
    Path sources = folder.resolve("src");
    Files.writeString(sources.resolve("A.java"), source);
    EngineSetting setting = new EngineSetting("checkstyle", true, Map.of(), 64, limit);
    // a blank, as people have them in their folders
    return new ForkedEngine(
            Engine.CHECKSTYLE, setting, List.of(program), List.of(), folder.resolve("out dir"))
        .report(new EngineInput(List.of(sources), List.of(), List.of(), StandardCharsets.UTF_8));
  }

  private long runs() throws IOException {
    return Files.size(folder.resolve("out dir/runs"));
  }
}
