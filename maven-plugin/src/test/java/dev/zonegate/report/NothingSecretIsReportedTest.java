package dev.zonegate.report;

import static dev.zonegate.gate.Findings.TODAY;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.zonegate.baseline.Baseline;
import dev.zonegate.baseline.BaselineEntry;
import dev.zonegate.baseline.BaselineFile;
import dev.zonegate.catalogue.Catalogue;
import dev.zonegate.catalogue.RulePage;
import dev.zonegate.engine.FileResult;
import dev.zonegate.engine.Settings;
import dev.zonegate.facts.FactsFile;
import dev.zonegate.fixtures.Fixture;
import dev.zonegate.fixtures.FixtureClasspath;
import dev.zonegate.fixtures.FixtureRun;
import dev.zonegate.fixtures.ResourceFixture;
import dev.zonegate.frontend.FrontEnd;
import dev.zonegate.frontend.SourceInput;
import dev.zonegate.frontend.javac.JavacFrontEnd;
import dev.zonegate.frontend.javaparser.JavaparserFrontEnd;
import dev.zonegate.gate.FileRecord;
import dev.zonegate.gate.Findings;
import dev.zonegate.gate.Policy;
import dev.zonegate.gate.PolicyException;
import dev.zonegate.gate.Quality;
import dev.zonegate.gate.Results;
import dev.zonegate.gate.ResultsFile;
import dev.zonegate.gate.RuleNames;
import dev.zonegate.gate.SingleFile;
import dev.zonegate.gate.SourceListing;
import dev.zonegate.gate.Verdict;
import dev.zonegate.mcp.McpServer;
import dev.zonegate.mcp.ProjectTools;
import dev.zonegate.model.Expr;
import dev.zonegate.model.Notification;
import dev.zonegate.model.SourceFile.Role;
import dev.zonegate.model.SourceText;
import dev.zonegate.rule.Finding;
import dev.zonegate.rule.Rule;
import dev.zonegate.rule.RuleInfo;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** All rules over the fixtures that are full of secrets, in every form in which findings leave. */
final class NothingSecretIsReportedTest {
  /** Rules that look at secrets, or at what they guard. */
  private static final List<String> RULES =
      List.of("HardcodedSecret/", "SensitiveDataExposure/", "WeakCrypto/", "AuthBypass/");

  private static final Set<Format> FILES =
      EnumSet.copyOf(Stream.of(Format.values()).filter(each -> each.file().isPresent()).toList());

  /** Secrets of the fixtures have one of these in them. */
  private static final Pattern SEED = Pattern.compile("(?i)kiwi|q8Zr|a8Kq|Q7mZ|R7mZ");

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Pattern SECRET = Pattern.compile("(?=.*\\d)(?=.*[A-Za-z])\\S{8,}");
  private static final Pattern EXAMPLE = Pattern.compile("(?s)<pre data-kind=.*?</pre>");
  private static final Screen SCREEN = new Screen(false, false, "mvn zonegate:explain");
  private static final Screen AGENT = new Screen(false, true, "mvn zonegate:explain");

  @TempDir Path folder;

  private final Set<String> secrets = new TreeSet<>();

  @Test
  void noReportHoldsATextThatMayBeASecret() throws IOException {
    List<FileRecord> files = new ArrayList<>(sources());
    files.addAll(resources());
    Results results = new Results("key", files, List.of());
    Verdict verdict = Findings.judged(Policy.DEFAULT, "", results, TODAY);

    // what a rule's page has for an example is told with the page
    secrets.removeIf(RulePage.of("HardcodedSecret").toString()::contains);
    assertThat(secrets).hasSizeGreaterThan(12);
    for (String report : reports(verdict, results)) {
      assertThat(report).hasSizeGreaterThan(2_000);
      assertThat(SEED.matcher(report).find()).isFalse();
      assertThat(secrets).noneMatch(report::contains);
    }
  }

  @Test
  void noNotificationHoldsATextOfAFileThatCannotBeRead() {
    String broken =
        "package a; class A { String password = \"kiwi77Trees\" \"q8ZrLw4m\"; int b = ; } }";
    String unclosed = "package a; class A { String password = \"kiwi77Trees; }";
    List<Notification> said = new ArrayList<>();
    for (String code : List.of(broken, unclosed)) {
      Fixture fixture = Fixture.parse("A", code);
      for (FrontEnd each : List.of(new JavacFrontEnd(), new JavaparserFrontEnd())) {
        FixtureRun run = FixtureRun.of(each, List.of(fixture), List.of());
        said.addAll(run.result(fixture).notifications());
      }
    }
    for (String name : List.of("application.yml", "application.properties", "logback.xml")) {
      String text = "<db password='kiwi77Trees'\ndb: [password: \"kiwi77Trees, q8ZrLw4m: }";
      said.addAll(ResourceFixture.parse(name, text).result().notifications());
    }

    assertThat(said).hasSizeGreaterThan(4);
    assertThat(said).allSatisfy(it -> assertThat(SEED.matcher(it.toString()).find()).isFalse());
  }

  /** What an agent is told of these files, one by one: by the server, and by the hook. */
  @Test
  void noAgentIsToldATextThatMayBeASecret() throws IOException, PolicyException {
    sources();
    secrets.removeIf(RulePage.of("HardcodedSecret").toString()::contains);
    List<SourceInput> inputs = new ArrayList<>();
    Fixture.all().stream()
        .filter(each -> isFullOfSecrets(each.name()))
        .forEach(each -> inputs.add(each.input()));
    ResourceFixture.all().stream()
        .filter(each -> isFullOfSecrets(each.name()))
        .forEach(each -> inputs.add(new SourceInput(each.path(), each.text(), each.role())));
    inputs.add(
        new SourceInput(
            "src/main/java/Broken.java",
            SourceText.of("class Broken { String password = \"kiwi77Trees; int = }"),
            Role.MAIN));
    Path root = Files.createDirectories(folder.resolve("shop")).toRealPath();
    RuleNames names = new RuleNames(Catalogue.rules().stream().map(Rule::info).toList());
    SingleFile.Reading reading =
        new SingleFile.Reading(
            new SourceListing.Filter(List.of(), List.of(), false),
            StandardCharsets.UTF_8,
            Settings.DEFAULT);
    McpServer server =
        new McpServer(new ProjectTools(root, names, reading, () -> TODAY).tools(), "0.1.0");
    StringBuilder asked = new StringBuilder();
    StringBuilder hook = new StringBuilder();
    for (SourceInput each : inputs) {
      String content = each.text().content();
      asked.append(call("scan_file", "path", each.path(), "content", content));
      asked.append(call("zone_of", "path", each.path()));
      Path file = root.resolve(each.path());
      SingleFile judged = SingleFile.ofText(root, file, content, reading, names, TODAY);
      hook.append(onScreen(judged.verdict(), AGENT)).append(onScreen(judged.verdict(), SCREEN));
    }
    asked.append(call("explain_rule", "rule", "HardcodedSecret.namedLiteral"));
    ByteArrayOutputStream told = new ByteArrayOutputStream();
    server.serve(new ByteArrayInputStream(asked.toString().getBytes(StandardCharsets.UTF_8)), told);

    List<String> answers = told.toString(StandardCharsets.UTF_8).lines().toList();
    assertThat(answers).hasSize(2 * inputs.size() + 1);
    assertThat(answers).filteredOn(each -> each.contains("AI05/")).hasSizeGreaterThan(10);
    assertThat(hook.toString()).contains("AI05/");
    for (String each :
        List.of(String.join("\n", answers.subList(0, answers.size() - 1)), hook.toString())) {
      assertThat(SEED.matcher(each).find()).isFalse();
      assertThat(secrets).noneMatch(each::contains);
    }
  }

  private static String call(String tool, String... arguments) {
    ObjectNode request = JSON.createObjectNode().put("jsonrpc", "2.0").put("id", 1);
    ObjectNode params = request.put("method", "tools/call").putObject("params").put("name", tool);
    ObjectNode named = params.putObject("arguments");
    for (int i = 0; i < arguments.length; i += 2) {
      named.put(arguments[i], arguments[i + 1]);
    }
    return request + "\n";
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
    return RULES.stream().anyMatch(fixture::startsWith);
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
    Path baseline = out.resolve("baseline.json");
    List<BaselineEntry> entries =
        verdict.standing().stream().map(each -> BaselineEntry.of(each.finding(), "p")).toList();
    BaselineFile.write(Baseline.EMPTY.with(entries), baseline);
    GithubCommands github = GithubCommands.of("shop", verdict, verdict.standing(), new HashMap<>());
    List<String> all = new ArrayList<>();
    for (Format each : FILES) {
      all.add(withoutHelp(Files.readString(out.resolve(each.file().orElseThrow()))));
    }
    all.add(onScreen(verdict, SCREEN));
    all.add(onScreen(verdict, AGENT));
    all.add(String.join("\n", github.commands()) + github.summary());
    all.add(
        results.files().stream()
            .flatMap(each -> each.result().findings().stream())
            .map(Finding::toString)
            .collect(Collectors.joining("\n")));
    all.add(Files.readString(kept, StandardCharsets.ISO_8859_1));
    all.add(Files.readString(facts));
    all.add(Files.readString(baseline));
    return all;
  }

  private static String onScreen(Verdict verdict, Screen screen) {
    return TextReport.lines(verdict, screen, "").stream()
        .map(Line::text)
        .collect(Collectors.joining("\n"));
  }

  /** The pages of the rules have examples of their own. */
  private static String withoutHelp(String report) {
    String findings = report.substring(Math.max(0, report.indexOf("\"results\"")));
    return EXAMPLE.matcher(findings).replaceAll("");
  }
}
