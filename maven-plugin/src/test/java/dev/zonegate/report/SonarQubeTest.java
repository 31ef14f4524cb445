package dev.zonegate.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.lang.reflect.Array;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;
import org.junit.jupiter.api.io.TempDir;

/**
 * What SonarQube's own scanner makes of our report. The scanner is in no repository but inside the
 * server, 950 MB, so who has one names {@code lib/scanner/sonar-scanner-engine-*.jar} by {@code
 * -Dzonegate.sonarEngine=JAR}.
 */
@EnabledForJreRange(min = JRE.JAVA_21, disabledReason = "the scanner is compiled for 21")
final class SonarQubeTest {
  private static final String PACKAGE = "org.sonar.scanner.externalissue.";

  @TempDir Path folder;

  @Test
  void itsScannerReadsEveryIssueAndRule() throws Exception {
    Format.write(Set.of(Format.SONAR), Reported.everything(), folder);
    List<String> expected =
        Reported.everything().verdict().standing().stream()
            .map(each -> each.finding().key())
            .toList();
    try (URLClassLoader scanner = scanner()) {
      Object report = parse(scanner, report());
      assertThat(field(report, "issues", "ruleId")).containsExactlyElementsOf(expected);
      assertThat(field(report, "rules", "id"))
          .containsExactlyInAnyOrderElementsOf(Set.copyOf(expected));
    }
  }

  @Test
  void itRefusesARuleThatIsNotThere() throws Exception {
    Format.write(Set.of(Format.SONAR), Reported.everything(), folder);
    String damaged =
        Files.readString(report())
            .replaceFirst("\"id\"\\s*:\\s*\"RawSql.jdbcConcat\"", "\"id\": \"Other\"");
    Files.writeString(report(), damaged);
    try (URLClassLoader scanner = scanner()) {
      assertThatThrownBy(() -> parse(scanner, report())).hasMessageContaining("RawSql.jdbcConcat");
    }
  }

  private Path report() {
    return folder.resolve(Format.SONAR.file().orElseThrow());
  }

  private static URLClassLoader scanner() throws IOException {
    String jar = System.getProperty("zonegate.sonarEngine");
    assumeTrue(jar != null, "name the scanner of a SonarQube by -Dzonegate.sonarEngine");
    return new URLClassLoader(
        new URL[] {Path.of(jar).toUri().toURL()}, ClassLoader.getPlatformClassLoader());
  }

  /** Reads and validates as a scan does. */
  private static Object parse(ClassLoader scanner, Path report) throws Exception {
    Class<?> links = scanner.loadClass("org.sonar.scanner.log.utils.DocumentationLinkGenerator");
    Object link =
        Proxy.newProxyInstance(scanner, new Class<?>[] {links}, (proxy, method, args) -> "");
    Class<?> validator = scanner.loadClass(PACKAGE + "ExternalIssueReportValidator");
    Constructor<?> made = validator.getDeclaredConstructor(links);
    made.setAccessible(true);
    Class<?> parser = scanner.loadClass(PACKAGE + "ExternalIssueReportParser");
    try {
      return parser
          .getMethod("parse", Path.class)
          .invoke(parser.getConstructor(validator).newInstance(made.newInstance(link)), report);
    } catch (InvocationTargetException e) {
      throw e.getCause() instanceof RuntimeException cause ? cause : e;
    }
  }

  private static List<String> field(Object report, String rows, String name) throws Exception {
    Object array = read(report, rows);
    List<String> values = new ArrayList<>();
    for (int i = 0; i < Array.getLength(array); i++) {
      values.add((String) read(Array.get(array, i), name));
    }
    return values;
  }

  private static Object read(Object of, String name) throws ReflectiveOperationException {
    Field field = of.getClass().getDeclaredField(name);
    field.setAccessible(true);
    return field.get(of);
  }
}
