package dev.zonegate.errorprone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.zonegate.catalogue.Catalogue;
import dev.zonegate.fixtures.Fixture;
import dev.zonegate.fixtures.FixtureClasspath;
import dev.zonegate.fixtures.FixtureRun;
import dev.zonegate.frontend.javac.JavacFrontEnd;
import dev.zonegate.rule.Finding;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The same classes under the newest Error Prone, run by the compiler of a newer JDK. */
final class NewestErrorProneTest {
  private static final Pattern REPORTED =
      Pattern.compile("(\\S+\\.java):(\\d+): (?:warning|Note): \\[(\\w+)] (.*) \\((\\w+)\\)");
  private static final Set<String> RULES =
      Catalogue.rules().stream().map(each -> each.info().name()).collect(Collectors.toSet());

  @TempDir Path folder;

  @Test
  void oneJarServesBothAndFindsTheSame() throws Exception {
    Path jdk = jdk25();
    assumeTrue(
        jdk != null,
        "no JDK 25 beside this one: name its home by -Dzonegate.jdk25 or JAVA_HOME_25_X64");
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
            .map(NewestErrorProneTest::show)
            .toList();

    assertThat(compile(jdk, fixtures)).containsExactlyInAnyOrderElementsOf(expected);
    assertThat(expected).isNotEmpty();
  }

  private static Path jdk25() throws IOException {
    String home = System.getProperty("zonegate.jdk25", System.getenv().get("JAVA_HOME_25_X64"));
    return home == null ? besideThisOne() : Path.of(home);
  }

  private static Path besideThisOne() throws IOException {
    Path here = Path.of(System.getProperty("java.home")).toRealPath();
    try (Stream<Path> others = Files.list(here.getParent())) {
      return others
          .filter(each -> each.getFileName().toString().contains("25"))
          .filter(each -> Files.isExecutable(each.resolve("bin/javac")))
          .min(Comparator.naturalOrder())
          .orElse(null);
    }
  }

  private List<String> compile(Path jdk, List<Fixture> fixtures) throws Exception {
    Path arguments = folder.resolve("arguments");
    List<String> lines = new ArrayList<>();
    lines.addAll(List.of("-d", quoted(folder.resolve("out")), "--release", "17", "-proc:none"));
    lines.addAll(List.of("-Xmaxwarns", "10000", "-XDcompilePolicy=simple"));
    lines.add("--should-stop=ifError=FLOW");
    lines.addAll(List.of("-cp", quoted(joined(FixtureClasspath.jars()))));
    lines.addAll(List.of("-processorpath", quoted(processorPath())));
    lines.add("\"-Xplugin:ErrorProne -XepDisableAllChecks " + enabled() + "\"");
    for (Fixture each : fixtures) {
      Path file = folder.resolve(each.path());
      Files.createDirectories(file.getParent());
      Files.writeString(file, each.text().content());
      lines.add(quoted(file));
    }
    Files.write(arguments, lines);
    List<String> command = new ArrayList<>(List.of(jdk.resolve("bin/javac").toString()));
    ErrorPronePage.jvmFlags().forEach(each -> command.add("-J" + each));
    command.add("@" + arguments);
    Path output = folder.resolve("output");
    Process javac =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();
    int status = javac.waitFor();
    assertThat(status).as(Files.readString(output)).isZero();
    return reported(Files.readAllLines(output));
  }

  /** What is reported with its columns, which the compiler shows by a caret. */
  private List<String> reported(List<String> output) {
    List<String> found = new ArrayList<>();
    for (int i = 0; i < output.size(); i++) {
      Matcher line = REPORTED.matcher(output.get(i));
      if (line.matches()) {
        int caret = i + 1;
        while (!output.get(caret).strip().equals("^")) {
          caret++;
        }
        String path = folder.relativize(Path.of(line.group(1))).toString();
        found.add(
            path.replace(File.separatorChar, '/')
                + ":"
                + line.group(2)
                + ":"
                + (output.get(caret).indexOf('^') + 1)
                + " "
                + line.group(3)
                + "."
                + line.group(5)
                + " "
                + line.group(4));
      }
    }
    return found;
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

  private static String enabled() {
    return RULES.stream().map(each -> "-Xep:" + each + ":WARN").collect(Collectors.joining(" "));
  }

  private static String processorPath() throws IOException {
    List<Path> path = new ArrayList<>();
    for (Class<?> each : List.of(ZonegateChecker.class, Catalogue.class)) {
      path.add(Path.of(URI.create(home(each))));
    }
    try (Stream<Path> jars = Files.list(Path.of(System.getProperty("zonegate.newestErrorProne")))) {
      jars.filter(each -> each.toString().endsWith(".jar")).sorted().forEach(path::add);
    }
    return joined(path);
  }

  private static String home(Class<?> type) {
    return type.getProtectionDomain().getCodeSource().getLocation().toString();
  }

  private static String joined(List<Path> path) {
    return path.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
  }

  private static String quoted(Object argument) {
    return '"' + argument.toString().replace("\\", "\\\\") + '"';
  }
}
