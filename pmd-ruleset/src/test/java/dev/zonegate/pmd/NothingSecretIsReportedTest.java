package dev.zonegate.pmd;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zonegate.fixtures.Fixture;
import dev.zonegate.fixtures.FixtureClasspath;
import java.io.IOException;
import java.io.StringWriter;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import net.sourceforge.pmd.renderers.Renderer;
import net.sourceforge.pmd.renderers.RendererFactory;
import net.sourceforge.pmd.reporting.Report;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What PMD writes of our rules over sources that are full of secrets, in each of its formats. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class NothingSecretIsReportedTest {
  /** Secrets of the fixtures have one of these in them. */
  private static final Pattern SEED = Pattern.compile("(?i)kiwi|q8Zr|a8Kq|Q7mZ|R7mZ");

  private static final List<String> RULES =
      List.of("HardcodedSecret/", "SensitiveDataExposure/", "WeakCrypto/", "AuthBypass/");

  /** Prints the line of the source itself, whatever a rule says; and needs a stylesheet. */
  private static final Set<String> NOT_OURS = Set.of("textcolor", "xslt");

  private Report report;

  @BeforeAll
  void run() {
    List<Fixture> fixtures =
        Fixture.all().stream()
            .filter(each -> RULES.stream().anyMatch(each.name()::startsWith))
            .filter(each -> !each.isBroken() && each.release() == 17 && each.project().isEmpty())
            .toList();
    assertThat(fixtures).anyMatch(each -> SEED.matcher(each.input().text().content()).find());
    report =
        new PmdRun(FixtureClasspath.jars(), "17", 2)
            .of(fixtures.stream().map(Fixture::input).toList(), PmdRun.ALL);
  }

  @Test
  void thereIsSomethingToReport() {
    assertThat(PmdRun.shown(report))
        .filteredOn(each -> each.contains(" HardcodedSecret "))
        .hasSizeGreaterThan(12);
    assertThat(formats()).contains("text", "xml", "sarif", "html", "json");
  }

  static Set<String> formats() {
    Set<String> formats = new TreeSet<>(RendererFactory.supportedRenderers());
    formats.removeAll(NOT_OURS);
    return formats;
  }

  @ParameterizedTest
  @MethodSource("formats")
  void noFormatHoldsASecret(String format) throws IOException {
    StringWriter written = new StringWriter();
    Renderer renderer = RendererFactory.createRenderer(format, new Properties());
    renderer.setWriter(written);
    renderer.start();
    renderer.renderFileReport(report);
    renderer.end();
    renderer.flush();

    assertThat(SEED.matcher(written.toString()).find()).isFalse();
  }
}
