package dev.zonegate.engines;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** An engine is asked for what is mapped. */
final class EngineCommandTest {
  private static final EngineInput INPUT =
      new EngineInput(
          List.of(Path.of("src")),
          List.of(Path.of("classes")),
          List.of(Path.of("a.jar"), Path.of("b.jar")),
          StandardCharsets.ISO_8859_1);

  @ParameterizedTest
  @EnumSource(value = Engine.class, names = "ERRORPRONE", mode = EnumSource.Mode.EXCLUDE)
  void isAskedForAllIdsThatAreMapped(Engine engine) throws IOException {
    String text = new String(command(engine).configuration(), StandardCharsets.UTF_8);
    String pattern =
        switch (engine) {
          case SPOTBUGS -> "[A-Z0-9_]{5,}";
          case PMD -> "(?<=ref=\"category/java/\\w{1,20}\\.xml/)\\w+";
          default -> "(?<=module name=\")(?!Checker|TreeWalker)\\w+";
        };
    Set<String> asked =
        Pattern.compile(pattern)
            .matcher(text)
            .results()
            .map(each -> each.group())
            .collect(Collectors.toCollection(TreeSet::new));
    assertThat(asked).isEqualTo(Mapping.load().ids(engine));
  }

  @Test
  void spotBugsLooksAtClasses() {
    assertThat(command(Engine.SPOTBUGS).arguments(INPUT))
        .containsSubsequence("-pluginList", "plugin.jar")
        .containsSubsequence("-auxclasspath", "a.jar" + File.pathSeparator + "b.jar")
        .endsWith("classes")
        .doesNotContain("src");
  }

  @Test
  void pmdLooksAtSourcesWithTheirClasses() {
    assertThat(command(Engine.PMD).arguments(INPUT))
        .contains(
            "--aux-classpath=" + String.join(File.pathSeparator, "classes", "a.jar", "b.jar"),
            "--encoding=ISO-8859-1",
            "--dir=src");
  }

  @Test
  void checkstyleLooksAtSources() {
    assertThat(command(Engine.CHECKSTYLE).arguments(INPUT))
        .startsWith("-Dzonegate.charset=ISO-8859-1")
        .endsWith("src");
  }

  private static EngineCommand command(Engine engine) {
    return new EngineCommand(
        engine, List.of(Path.of("plugin.jar")), Path.of("config"), Path.of("report"));
  }
}
