package dev.zonegate.report;

import static dev.zonegate.gate.Findings.TODAY;
import static org.assertj.core.api.Assertions.assertThat;

import dev.zonegate.catalogue.Catalogue;
import dev.zonegate.engine.FileResult;
import dev.zonegate.facts.FactsFile;
import dev.zonegate.fixtures.Fixture;
import dev.zonegate.fixtures.FixtureClasspath;
import dev.zonegate.fixtures.FixtureRun;
import dev.zonegate.fixtures.ResourceFixture;
import dev.zonegate.frontend.javac.JavacFrontEnd;
import dev.zonegate.gate.FileRecord;
import dev.zonegate.gate.Findings;
import dev.zonegate.gate.Policy;
import dev.zonegate.gate.Quality;
import dev.zonegate.gate.Results;
import dev.zonegate.gate.ResultsFile;
import dev.zonegate.gate.Verdict;
import dev.zonegate.model.Expr;
import dev.zonegate.model.SourceFile.Role;
import dev.zonegate.rule.Finding;
import dev.zonegate.rule.Rule;
import dev.zonegate.rule.RuleInfo;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** All rules over the fixtures that are full of secrets, in every form in which findings leave. */
final class NothingSecretIsReportedTest {
  private static final Set<Format> FILES =
      EnumSet.of(Format.SARIF, Format.JSON, Format.JUNIT, Format.CHECKSTYLE, Format.GITLAB);

  /** Secrets of the fixtures have one of these in them. */
  private static final Pattern SEED = Pattern.compile("(?i)kiwi|q8Zr|a8Kq|Q7mZ|R7mZ");

  private static final Pattern SECRET = Pattern.compile("(?=.*\\d)(?=.*[A-Za-z])\\S{8,}");
  private static final Screen SCREEN = new Screen(false, false, "mvn zonegate:explain");

  @TempDir Path folder;

  private final Set<String> secrets = new TreeSet<>();

  @Test
  void noReportHoldsATextThatMayBeASecret() throws IOException {
    List<FileRecord> files = new ArrayList<>(sources());
    files.addAll(resources());
    Results results = new Results("key", files, List.of());
    Verdict verdict = Findings.judged(Policy.DEFAULT, "", results, TODAY);

    assertThat(secrets).hasSizeGreaterThan(15);
    for (String report : reports(verdict, results)) {
      assertThat(report).hasSizeGreaterThan(2_000);
      assertThat(SEED.matcher(report).find()).isFalse();
      assertThat(secrets).noneMatch(report::contains);
    }
  }

  private List<FileRecord> sources() {
    List<Fixture> fixtures =
        Fixture.all().stream().filter(each -> isFullOfSecrets(each.name())).toList();
    FixtureRun run = FixtureRun.of(new JavacFrontEnd(), fixtures, FixtureClasspath.jars());
    for (Fixture each : fixtures) {
      keep(run, each);
    }
    return fixtures.stream().map(each -> record(run.result(each), each.role())).toList();
  }

  private static List<FileRecord> resources() {
    return ResourceFixture.all().stream()
        .filter(each -> isFullOfSecrets(each.name()))
        .map(each -> record(each.result(), each.role()))
        .toList();
  }

  private static boolean isFullOfSecrets(String fixture) {
    return fixture.startsWith("HardcodedSecret/") || fixture.startsWith("SensitiveDataExposure/");
  }

  private static FileRecord record(FileResult result, Role role) {
    return new FileRecord(result.path(), role, "ff", "", Quality.NONE, new TreeMap<>(), result);
  }

  /** Texts with letters and digits on the lines in which the rule about secrets finds one. */
  private void keep(FixtureRun run, Fixture fixture) {
    Set<Integer> lines =
        run.result(fixture).findings().stream()
            .filter(each -> each.rule().equals("HardcodedSecret"))
            .map(each -> each.at().startLine())
            .collect(Collectors.toSet());
    run.file(fixture).all(Expr.Literal.class).stream()
        .filter(each -> each.isString() && lines.contains(each.span().startLine()))
        .map(each -> (String) each.value())
        .filter(each -> SECRET.matcher(each).matches())
        .forEach(secrets::add);
  }

  private List<String> reports(Verdict verdict, Results results) throws IOException {
    List<RuleInfo> rules = Catalogue.rules().stream().map(Rule::info).toList();
    Path out = folder.resolve("out");
    Format.write(FILES, new ReportInput("shop", verdict, results, rules, "0.1.0"), out);
    Path kept = out.resolve(ResultsFile.NAME);
    ResultsFile.write(results, kept);
    Path facts = out.resolve("facts.jsonl");
    FactsFile.write(results.facts(), facts);
    String text =
        TextReport.lines(verdict, SCREEN, "").stream()
            .map(Line::text)
            .collect(Collectors.joining("\n"));
    List<String> all = new ArrayList<>();
    for (Format each : FILES) {
      all.add(withoutHelp(Files.readString(out.resolve(each.file().orElseThrow()))));
    }
    all.add(text);
    all.add(
        results.files().stream()
            .flatMap(each -> each.result().findings().stream())
            .map(Finding::toString)
            .collect(Collectors.joining("\n")));
    all.add(Files.readString(kept, StandardCharsets.ISO_8859_1));
    all.add(Files.readString(facts));
    return all;
  }

  /** The pages of the rules have examples of their own. */
  private static String withoutHelp(String report) {
    return report.substring(Math.max(0, report.indexOf("\"results\"")));
  }
}
