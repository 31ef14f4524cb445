package dev.zonegate.rules.hardcodedsecret;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zonegate.engine.FileResult;
import dev.zonegate.fixtures.Fixture;
import dev.zonegate.fixtures.FixtureClasspath;
import dev.zonegate.fixtures.FixtureRun;
import dev.zonegate.fixtures.ResourceFixture;
import dev.zonegate.frontend.javac.JavacFrontEnd;
import dev.zonegate.rule.Finding;
import dev.zonegate.rule.Severity;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The secrets of the fixtures have kiwis in them. */
final class NothingIsPrintedTest {
  private static final String SECRET = "(?is).*(?:kiwi|q8Zr|a8Kq|Q7mZ|R7mZ).*";

  @Test
  void noResultHoldsASecret() {
    List<FileResult> results = new ArrayList<>();
    List<Fixture> fixtures =
        Fixture.all().stream().filter(each -> each.name().startsWith("HardcodedSecret")).toList();
    FixtureRun run = FixtureRun.of(new JavacFrontEnd(), fixtures, FixtureClasspath.jars());
    fixtures.forEach(each -> results.add(run.result(each)));
    ResourceFixture.all().stream()
        .filter(each -> each.name().startsWith("HardcodedSecret"))
        .forEach(each -> results.add(each.result()));

    assertThat(results).flatExtracting(FileResult::findings).hasSizeGreaterThan(40);
    assertThat(results).allSatisfy(each -> assertThat(each.toString()).doesNotMatch(SECRET));
  }

  @Test
  void aFingerprintIsTheSameWhateverTheSecret() {
    assertThat(fingerprint("kiwi77Trees")).isEqualTo(fingerprint("plum88Trees"));
  }

  private static String fingerprint(String secret) {
    Fixture fixture =
        Fixture.parse("A", "package a; class A { String adminPassword = \"" + secret + "\"; }");
    FixtureRun run = FixtureRun.of(new JavacFrontEnd(), List.of(fixture), List.of());
    return run.result(fixture).findings().get(0).fingerprint();
  }

  @Test
  void aProfileForDevelopmentIsNoted() {
    assertThat(severity("application-dev.yml")).isEqualTo(Severity.NOTE);
    assertThat(severity("application-prod.yml")).isEqualTo(Severity.WARNING);
  }

  private static Severity severity(String name) {
    List<Finding> findings =
        ResourceFixture.parse(name, "db:\n  password: kiwi-trees\n").result().findings();
    assertThat(findings).hasSize(1);
    return findings.get(0).severity();
  }
}
