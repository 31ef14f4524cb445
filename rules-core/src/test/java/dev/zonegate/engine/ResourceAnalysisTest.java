package dev.zonegate.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zonegate.facts.ConfigSetting;
import dev.zonegate.facts.ConfigSetting.Kind;
import dev.zonegate.frontend.SourceInput;
import dev.zonegate.frontend.resource.ResourceReader;
import dev.zonegate.model.ResourceFile;
import dev.zonegate.model.Setting;
import dev.zonegate.model.SourceFile;
import dev.zonegate.model.SourceFile.Role;
import dev.zonegate.model.SourceText;
import dev.zonegate.model.XmlElement;
import dev.zonegate.rule.Finding;
import dev.zonegate.rule.Reporter;
import dev.zonegate.rule.ResourceReporter;
import dev.zonegate.rule.Rule;
import dev.zonegate.rule.RuleInfo;
import dev.zonegate.rule.RulePattern;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A setting or attribute is hot if its value says so. */
final class ResourceAnalysisTest {
  private static final RulePattern HOT =
      RulePattern.warning("hot", "`%s` is hot", "cool it").hidingText();
  private static final Analysis ANALYSIS = new Analysis(List.of(new Hot()), Settings.DEFAULT);

  static final class Hot implements Rule {
    @Override
    public RuleInfo info() {
      return RuleInfo.named("AI05", "Hot").summary("Stay cool").cwe(1).patterns(HOT);
    }

    @Override
    public void check(SourceFile file, Reporter report) {}

    @Override
    public void check(ResourceFile file, ResourceReporter report) {
      for (Setting each : file.settings()) {
        if (each.value().startsWith("hot")) {
          report.at(each, HOT, each.key());
        }
      }
      for (XmlElement each : file.elements()) {
        each.attribute("t")
            .filter(attribute -> attribute.value().equals("hot"))
            .ifPresent(attribute -> report.at(each, attribute.nameSpan(), HOT, each.name()));
      }
    }
  }

  private static Settlement settled(String path, String content) {
    return ANALYSIS.settle(List.of(check(path, content)), Sample.TODAY);
  }

  private static FileResult check(String path, String content) {
    SourceInput input = new SourceInput(path, SourceText.of(content), Role.MAIN);
    return ANALYSIS.check(ResourceReader.read(input));
  }

  @Test
  void findingsAreShownAtKeysAndAttributes() {
    assertThat(settled("application.yml", "a:\n  b: hot\n").findings())
        .extracting(each -> each.at() + " " + each.message())
        .containsExactly("2:3-2:4 `a.b` is hot; cool it");
    assertThat(settled("web.xml", "<a><b t='hot'/></a>").findings())
        .extracting(each -> each.at() + " " + each.message())
        .containsExactly("1:7-1:8 `b` is hot; cool it");
  }

  @Test
  void aFingerprintKnowsTheKeyAndNotTheValue() {
    Finding one = settled("application.yml", "a: hot1\n").findings().get(0);
    Finding moved = settled("application.yml", "x: 1\na: hot2\n").findings().get(0);
    Finding other = settled("application.yml", "b: hot1\n").findings().get(0);

    assertThat(moved.fingerprint()).isEqualTo(one.fingerprint());
    assertThat(other.fingerprint()).isNotEqualTo(one.fingerprint());
  }

  @Test
  void aCommentCoversTheNextSettingOrTheOneBeforeItOnItsLine() {
    String yaml =
        """
        # zonegate: allow Hot, a demo
        a: hot
        b: hot
        c: hot # zonegate: allow AI05, another (until 2031-01-01)
        d: hot # zonegate: allow Hot
        e: cool # zonegate: allow Hot, nothing is here
        """;

    assertThat(settled("application.yml", yaml).suppressed())
        .extracting(each -> each.finding().at().startLine())
        .containsExactly(2, 4);
    assertThat(settled("application.yml", yaml).findings())
        .extracting(each -> each.at().startLine() + " " + each.key())
        .containsExactly(
            "3 Hot.hot", "5 Hot.hot", "5 Suppression.unreasoned", "6 Suppression.unused");
  }

  @Test
  void aCommentInXmlCoversTheNextStartTag() {
    String xml = "<a>\n<!-- zonegate: allow Hot, a demo -->\n<b t='hot'>\n<c t='hot'/></b></a>";

    assertThat(settled("web.xml", xml).suppressed()).hasSize(1);
    assertThat(settled("web.xml", xml).findings())
        .extracting(each -> each.at().startLine())
        .containsExactly(4);
  }

  @Test
  void factsKeepHarmlessValuesOnly() {
    String properties =
        """
        server.port=8080
        db.password=hunter2hunter2
        jwt.secret=${JWT_SECRET:abc123def456}
        app.url=${HOST:localhost}/x
        db.url=jdbc:postgresql://u:pw123@db/x
        key.password=ENC(abc)
        empty=
        """;

    assertThat(check("application-dev.properties", properties).facts())
        .allSatisfy(each -> assertThat(((ConfigSetting) each).profile()).isEqualTo("dev"))
        .extracting(each -> ((ConfigSetting) each).kind() + " " + ((ConfigSetting) each).value())
        .containsExactly(
            Kind.PLAIN + " 8080",
            Kind.SECRET + " ",
            Kind.PLACEHOLDER + " ",
            Kind.PLACEHOLDER + " ${HOST:localhost}/x",
            Kind.SECRET + " ",
            Kind.PROTECTED + " ",
            Kind.EMPTY + " ");
  }

  @Test
  void generatedCodeIsNotJudged() {
    SourceInput input =
        new SourceInput("application.yml", SourceText.of("a: hot\n"), Role.GENERATED);

    assertThat(ANALYSIS.check(ResourceReader.read(input)).findings()).isEmpty();
  }
}
