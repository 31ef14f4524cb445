package dev.zonegate.pmd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.zonegate.catalogue.Catalogue;
import dev.zonegate.facts.FactsFile;
import dev.zonegate.fixtures.Fixture;
import dev.zonegate.fixtures.FixtureClasspath;
import dev.zonegate.fixtures.FixtureRun;
import dev.zonegate.frontend.javac.JavacFrontEnd;
import dev.zonegate.rule.Finding;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;
import net.sourceforge.pmd.reporting.Report;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** The shared fixtures, through PMD. */
final class FixturesTest {
  private static final Set<String> RULES =
      Catalogue.rules().stream().map(each -> each.info().name()).collect(Collectors.toSet());

  @TempDir Path folder;

  @TestFactory
  Stream<DynamicTest> pmdReportsWhatTheCoreFindsToTheColumn() {
    List<Fixture> fixtures =
        Fixture.all().stream()
            .filter(each -> !each.isBroken() && each.release() <= Runtime.version().feature())
            .toList();
    FixtureRun core = FixtureRun.of(new JavacFrontEnd(), fixtures, FixtureClasspath.jars());
    Map<String, List<String>> reported = new TreeMap<>();
    fixtures.stream()
        .collect(
            Collectors.groupingBy(
                each -> new Level(each.release(), each.options(), each.project())))
        .forEach((level, group) -> reported.putAll(run(level, group, facts(core, level))));
    return fixtures.stream()
        .map(
            each ->
                dynamicTest(
                    each.name(),
                    () ->
                        assertThat(reported.getOrDefault(each.path(), List.of()))
                            .containsExactlyInAnyOrderElementsOf(found(core, each))));
  }

  /** Fixtures that need the same settings are analysed together. */
  private record Level(int release, Set<String> options, String project) {}

  /** What is known of the project's other files; empty if there are none. */
  private String facts(FixtureRun core, Level level) {
    if (level.project().isEmpty()) {
      return "";
    }
    try {
      Path file = folder.resolve(level.project().replace('/', '-') + ".jsonl");
      FactsFile.write(core.facts(level.project()), file);
      return file.toString();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Map<String, List<String>> run(Level level, List<Fixture> fixtures, String facts) {
    String version = level.release() < 9 ? "1." + level.release() : "" + level.release();
    Report report =
        new PmdRun(classpath(level, fixtures), version, 2)
            .with(
                fixtures.stream().map(Fixture::input).toList(),
                RULES.stream()
                    .map(each -> rule(each, level.options(), facts))
                    .collect(Collectors.joining()));
    assertThat(report.getProcessingErrors()).isEmpty();
    assertThat(report.getConfigurationErrors()).isEmpty();
    return PmdRun.shown(report).stream()
        .collect(Collectors.groupingBy(each -> each.substring(0, each.indexOf(':'))));
  }

  /** The libraries, and the own classes of a project with several files, as PMD wants them. */
  private List<Path> classpath(Level level, List<Fixture> fixtures) {
    List<Path> all = new ArrayList<>(FixtureClasspath.jars());
    if (!level.project().isEmpty()) {
      all.add(0, compiled(fixtures, folder.resolve(level.project())));
    }
    return all;
  }

  private static Path compiled(List<Fixture> fixtures, Path project) {
    String jars =
        FixtureClasspath.jars().stream()
            .map(Path::toString)
            .collect(Collectors.joining(File.pathSeparator));
    Path classes = project.resolve("classes");
    List<String> arguments = new ArrayList<>(List.of("-proc:none", "-nowarn", "-cp", jars));
    arguments.addAll(List.of("-d", classes.toString()));
    try {
      for (Fixture each : fixtures) {
        Path source = project.resolve(each.path());
        Files.createDirectories(source.getParent());
        arguments.add(Files.writeString(source, each.text().content()).toString());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    JavaCompiler javac = ToolProvider.getSystemJavaCompiler();
    assertThat(javac.run(null, null, null, arguments.toArray(new String[0]))).isZero();
    return classes;
  }

  private static String rule(String name, Set<String> options, String facts) {
    String own =
        options.stream()
            .filter(each -> each.startsWith(name + "."))
            .map(each -> each.substring(name.length() + 1))
            .collect(Collectors.joining(","));
    return """
        <rule ref="%s/%s"><properties>
          <property name="enable" value="%s"/>
          <property name="preview" value="true"/>
          <property name="facts" value="%s"/>
        </properties></rule>
        """
        .formatted(PmdRun.ALL, name, own, facts);
  }

  private static List<String> found(FixtureRun core, Fixture fixture) {
    List<String> lines = new ArrayList<>();
    for (Finding each : core.settled(fixture).findings()) {
      if (RULES.contains(each.rule())) {
        lines.add(
            "%s:%d:%d-%d:%d %s %s (%s)"
                .formatted(
                    each.path(),
                    each.at().startLine(),
                    each.at().startColumn(),
                    each.at().endLine(),
                    each.at().endColumn(),
                    each.rule(),
                    each.message(),
                    each.pattern()));
      }
    }
    return lines;
  }
}
