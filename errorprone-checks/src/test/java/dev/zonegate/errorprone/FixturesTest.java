package dev.zonegate.errorprone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.zonegate.catalogue.Catalogue;
import dev.zonegate.facts.FactsFile;
import dev.zonegate.fixtures.Fixture;
import dev.zonegate.fixtures.FixtureClasspath;
import dev.zonegate.fixtures.FixtureRun;
import dev.zonegate.frontend.javac.JavacFrontEnd;
import dev.zonegate.model.SourceFile.Role;
import dev.zonegate.rule.Finding;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** The shared fixtures, through the compiler plug-in. */
final class FixturesTest {
  private static final Set<String> RULES =
      Catalogue.rules().stream().map(each -> each.info().name()).collect(Collectors.toSet());

  @TempDir Path folder;

  @TestFactory
  Stream<DynamicTest> errorProneReportsWhatTheCoreFindsToTheColumn() {
    List<Fixture> fixtures =
        Fixture.all().stream()
            .filter(each -> !each.isBroken() && each.release() <= Runtime.version().feature())
            .toList();
    FixtureRun core = FixtureRun.of(new JavacFrontEnd(), fixtures, FixtureClasspath.jars());
    Map<String, List<String>> reported = new TreeMap<>();
    fixtures.stream()
        .collect(Collectors.groupingBy(FixturesTest::compiledWith))
        .forEach(
            (with, group) ->
                reported.putAll(compile(with, group, mates(fixtures, with), facts(core, with))));
    return fixtures.stream()
        .map(
            each ->
                dynamicTest(
                    each.name(),
                    () ->
                        assertThat(reported.getOrDefault(each.path(), List.of()))
                            .containsExactlyInAnyOrderElementsOf(found(core, each))));
  }

  /** Fixtures that need the same flags are compiled together. */
  private record Flags(int release, Set<String> options, boolean isTest, String project) {}

  private static Flags compiledWith(Fixture fixture) {
    boolean isTest = fixture.input().role() == Role.TEST;
    return new Flags(fixture.release(), fixture.options(), isTest, fixture.project());
  }

  /** The main sources that the tests of a project compile against. */
  private static List<Fixture> mates(List<Fixture> fixtures, Flags with) {
    return fixtures.stream()
        .filter(each -> with.isTest() && !with.project().isEmpty())
        .filter(each -> each.project().equals(with.project()))
        .filter(each -> each.input().role() != Role.TEST)
        .toList();
  }

  /** What is known of the project's other files; null if there are none. */
  private Path facts(FixtureRun core, Flags with) {
    if (with.project().isEmpty()) {
      return null;
    }
    try {
      Path file = folder.resolve(with.project().replace('/', '-') + ".jsonl");
      FactsFile.write(core.facts(with.project()), file);
      return file;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Map<String, List<String>> compile(
      Flags with, List<Fixture> fixtures, List<Fixture> mates, Path facts) {
    List<String> flags = new ArrayList<>();
    flags.add("-XepOpt:Zonegate:Enable=" + String.join(",", with.options()));
    if (with.isTest()) {
      flags.add("-XepCompilingTestOnlyCode");
    }
    if (facts != null) {
      flags.add("-XepOpt:Zonegate:Facts=" + facts);
    }
    Compilation compilation =
        Compilation.of(
            Stream.concat(fixtures.stream(), mates.stream()).map(Fixture::input).toList(),
            FixtureClasspath.jars(),
            with.release(),
            flags.toArray(new String[0]));
    Function<Compilation.Reported, String> path = Compilation.Reported::path;
    Set<String> paths = fixtures.stream().map(Fixture::path).collect(Collectors.toSet());
    return compilation.reported().stream()
        .filter(each -> paths.contains(each.path()))
        .collect(
            Collectors.groupingBy(path, Collectors.mapping(Object::toString, Collectors.toList())));
  }

  private static List<String> found(FixtureRun core, Fixture fixture) {
    return core.settled(fixture).findings().stream()
        .filter(each -> RULES.contains(each.rule()))
        .map(FixturesTest::show)
        .toList();
  }

  private static String show(Finding finding) {
    return finding.path()
        + ":"
        + finding.at().startLine()
        + ":"
        + finding.at().startColumn()
        + " "
        + finding.key()
        + " "
        + finding.message();
  }
}
