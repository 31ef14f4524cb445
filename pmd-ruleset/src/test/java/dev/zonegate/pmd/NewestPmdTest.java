package dev.zonegate.pmd;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zonegate.catalogue.Catalogue;
import dev.zonegate.fixtures.Fixture;
import dev.zonegate.fixtures.FixtureClasspath;
import dev.zonegate.fixtures.FixtureRun;
import dev.zonegate.frontend.javac.JavacFrontEnd;
import dev.zonegate.rule.Finding;
import java.io.File;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** The same classes under the newest PMD, run by its command line. */
final class NewestPmdTest {
  private static final int VIOLATIONS_FOUND = 4;
  private static final String GUESSES = "PMD guesses types";
  private static final Set<String> RULES =
      Catalogue.rules().stream().map(each -> each.info().name()).collect(Collectors.toSet());

  @TempDir Path folder;

  @Test
  void oneJarServesBothAndFindsTheSame() throws Exception {
    List<Fixture> fixtures =
        Fixture.all().stream()
            .filter(each -> !each.isBroken() && each.options().isEmpty())
            .filter(each -> each.release() == 17 && each.project().isEmpty())
            .toList();
    FixtureRun core = FixtureRun.of(new JavacFrontEnd(), fixtures, FixtureClasspath.jars());
    List<String> expected =
        fixtures.stream()
            .flatMap(each -> core.settled(each).findings().stream())
            .filter(each -> RULES.contains(each.rule()))
            .map(NewestPmdTest::show)
            .toList();
    for (Fixture each : fixtures) {
      write(each.path(), each.text().content());
    }

    String said = check(FixtureClasspath.jars());

    assertThat(violations()).containsExactlyInAnyOrderElementsOf(expected);
    assertThat(expected).isNotEmpty();
    assertThat(said).containsOnlyOnce(GUESSES);
  }

  @Test
  void nothingIsSaidWhenTheOwnClassesAreThere() throws Exception {
    Path source = write("shop/Due.java", "package shop; class Due { long at = " + NOW + "; }");
    Path classes = folder.resolve("classes");
    JavaCompiler javac = ToolProvider.getSystemJavaCompiler();
    assertThat(javac.run(null, null, null, "-d", classes.toString(), source.toString())).isZero();

    String said = check(List.of(classes));

    assertThat(violations()).hasSize(1);
    assertThat(said).doesNotContain(GUESSES);
  }

  private static final String NOW = "java.time.LocalDate.now().toEpochDay()";

  private Path write(String path, String text) throws Exception {
    Path file = folder.resolve("sources").resolve(path);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, text);
  }

  /** Runs the command and gives what it says beside its report. */
  private String check(List<Path> auxClasspath) throws Exception {
    Path output = folder.resolve("output");
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-cp", classpath(), "net.sourceforge.pmd.cli.PmdCli", "check"));
    command.addAll(List.of("--no-progress", "--no-cache", "--threads", "2"));
    command.addAll(List.of("--use-version", "java-17", "--rulesets", PmdRun.ALL));
    command.addAll(List.of("--dir", folder.resolve("sources").toString()));
    command.addAll(List.of("--relativize-paths-with", folder.resolve("sources").toString()));
    command.addAll(List.of("--aux-classpath", joined(auxClasspath)));
    command.addAll(List.of("--format", "xml", "--report-file", report().toString()));
    int status =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start()
            .waitFor();
    assertThat(status).as(Files.readString(output)).isEqualTo(VIOLATIONS_FOUND);
    return Files.readString(output);
  }

  private Path report() {
    return folder.resolve("report.xml");
  }

  private List<String> violations() throws Exception {
    NodeList nodes =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(report().toFile())
            .getElementsByTagName("violation");
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < nodes.getLength(); i++) {
      Element violation = (Element) nodes.item(i);
      lines.add(
          "%s:%s:%s %s %s"
              .formatted(
                  ((Element) violation.getParentNode()).getAttribute("name"),
                  violation.getAttribute("beginline"),
                  violation.getAttribute("begincolumn"),
                  violation.getAttribute("rule"),
                  violation.getTextContent().strip()));
    }
    return lines;
  }

  private static String show(Finding finding) {
    return "%s:%d:%d %s %s (%s)"
        .formatted(
            finding.path(),
            finding.at().startLine(),
            finding.at().startColumn(),
            finding.rule(),
            finding.message(),
            finding.pattern());
  }

  private static String classpath() throws Exception {
    List<Path> path = new ArrayList<>();
    for (Class<?> each : List.of(ZonegateRule.class, Catalogue.class)) {
      URI home = each.getProtectionDomain().getCodeSource().getLocation().toURI();
      path.add(Path.of(home));
    }
    return joined(path)
        + File.pathSeparator
        + Path.of(System.getProperty("zonegate.newestPmd"), "*");
  }

  private static String joined(List<Path> path) {
    return path.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
  }
}
