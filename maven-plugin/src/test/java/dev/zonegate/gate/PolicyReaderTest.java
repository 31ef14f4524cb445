package dev.zonegate.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.zonegate.gate.RuleSetting.Level;
import dev.zonegate.model.Span;
import dev.zonegate.provenance.Authorship;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class PolicyReaderTest {
  private static final Path FILE = Path.of("zonegate.yml");
  private static final String START = "version: 1\nzones:\n  - name: all\n    tier: ai-assisted\n";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "paths: [\"**\"] | true",
        "paths: [\"*\", \"a/**\"] | true",
        "paths: [\"a/**\"] | false",
        "packages: [a..] | false",
        "annotations: [Regulated] | false",
        "spot-check: 10% | true"
      })
  void knowsAZoneThatTakesWhateverIsLeft(String key, boolean isCatchAll) throws PolicyException {
    Policy policy = PolicyReader.read(START + "    " + key + "\n", FILE, Rules.NAMES);
    assertThat(policy.zones().get(0).isCatchAll()).isEqualTo(isCatchAll);
  }

  @Test
  void namesTheZonesWithoutFilesButNotALastOneForTheRest() throws PolicyException {
    String zones =
        """
        version: 1
        zones:
          - { name: c, tier: human-only, packages: [c..] }
          - { name: a, tier: human-only, paths: ["**"] }
          - { name: b, tier: ai-friendly%s }
        """;
    Policy open = PolicyReader.read(zones.formatted(""), FILE, Rules.NAMES);
    assertThat(open.zoneNames()).containsExactly("a", "b", "c");
    assertThat(open.withoutFiles(Set.of("c"))).extracting(Zone::name).containsExactly("a");
    assertThat(open.withoutFiles(Set.of("a", "b"))).extracting(Zone::name).containsExactly("c");
    Policy closed = PolicyReader.read(zones.formatted(", packages: [b]"), FILE, Rules.NAMES);
    assertThat(closed.withoutFiles(Set.of("c"))).extracting(Zone::name).containsExactly("a", "b");
    assertThat(closed.zones().get(1).patterns()).isEqualTo("`**`");
    assertThat(Policy.DEFAULT.isWritten()).isFalse();
  }

  @ParameterizedTest
  @CsvSource({"AI3, AI03", "RawSq, RawSql", "RawSql.jdbcConcatt, RawSql.jdbcConcat"})
  void proposesRulesByIdAndName(String written, String meant) {
    assertThat(Rules.NAMES.hint(written)).isEqualTo("; did you mean `" + meant + "`?");
  }

  @Test
  void saysWhatIsWrongWithWhatToUseInstead() throws PolicyException {
    String start = START + "sanctioned:\n";
    assertThat(instead(start + "  a.b.C: '" + "x".repeat(200) + "'\n"))
        .isEqualTo(Map.of("a.b.C", "x".repeat(200)));
    assertThat(problems(start + "  a.b.C: '" + "x".repeat(201) + "'\n"))
        .isEqualTo(
            "zonegate.yml:6:10: what to use instead of `a.b.C` is longer than 200 characters;"
                + " shorten it");
    assertThat(problems(start + "  a.b.C: ' '\n"))
        .startsWith("zonegate.yml:6:10: what to use instead of `a.b.C` is ");
    StringBuilder many = new StringBuilder(start);
    for (int i = 0; i < 1000; i++) {
      many.append("  a.b.C").append(i).append(": x\n");
    }
    assertThat(instead(many.toString())).hasSize(1000);
    assertThat(problems(many + "  a.b.D: x\n"))
        .isEqualTo("zonegate.yml:6:3: `sanctioned` has more than 1000 keys; remove some");
  }

  @Test
  void readsZonesInOrderAndRules() throws PolicyException {
    Policy policy =
        PolicyReader.read(
            """
            version: 1
            zones:
              - name: ledger            # the core
                tier: human-only
                paths: ["**/ledger/**"]
                packages:
                  - com.acme.auth..
              - name: edge
                tier: ai-friendly
                paths: ["**"]
            rules:
              TimeZone.legacyDateApi: off
              AI03: { severity: warning, zones: { edge: error } }
            """,
            FILE,
            Rules.NAMES);

    assertThat(policy.zones()).extracting(Zone::name).containsExactly("ledger", "edge");
    assertThat(policy.zones())
        .extracting(Zone::tier)
        .containsExactly(Tier.HUMAN_ONLY, Tier.AI_FRIENDLY);
    assertThat(policy.zones().get(0).paths()).containsExactly(Glob.of("**/ledger/**"));
    assertThat(policy.zones().get(0).packages())
        .containsExactly(PackagePattern.of("com.acme.auth.."));
    assertThat(policy.zones().get(0).at()).isEqualTo(new Span(3, 11, 3, 17));
    assertThat(policy.rules())
        .isEqualTo(
            Map.of(
                "TimeZone.legacyDateApi", new RuleSetting(Level.OFF, Map.of()),
                "RawSql", new RuleSetting(Level.WARNING, Map.of("edge", Level.ERROR))));
    assertThat(policy.isWritten()).isTrue();
  }

  @Test
  void readsWhatIsNotToBeUsed() throws PolicyException {
    Policy policy =
        PolicyReader.read(
            START
                + """
                sanctioned:
                  "java.net.http.HttpClient": use com.acme.Http
                  "java.lang.System#getenv": read AppSettings
                """,
            FILE,
            Rules.NAMES);

    assertThat(policy.conventions().sanctioned())
        .isEqualTo(
            Map.of(
                "java.net.http.HttpClient", "use com.acme.Http",
                "java.lang.System#getenv", "read AppSettings"));
  }

  @Test
  void readsLayersAndWhatTheyMayUse() throws PolicyException {
    Policy policy =
        PolicyReader.read(
            START + "layers:\n  com.acme.web..: [com.acme.data..]\n  com.acme.data..: []\n",
            FILE,
            Rules.NAMES);

    assertThat(policy.conventions().layers())
        .isEqualTo(
            Map.of("com.acme.web..", Set.of("com.acme.data.."), "com.acme.data..", Set.of()));
  }

  @Test
  void tellsOfALayerThatIsNotThere() {
    PolicyException failure =
        catchThrowableOfType(
            PolicyException.class,
            () ->
                PolicyReader.read(
                    START + "layers:\n  com.acme.web: [com.acme.dato]\n  com.acme.data: []\n",
                    FILE,
                    Rules.NAMES));

    assertThat(failure)
        .hasMessageContaining("zonegate.yml:6:18: `com.acme.dato` is no key of `layers`")
        .hasMessageContaining("`com.acme.data`?");
  }

  @Test
  void tellsWhatIsWrongWithABan() {
    PolicyException failure =
        catchThrowableOfType(
            PolicyException.class,
            () ->
                PolicyReader.read(
                    START + "sanctioned:\n  HttpClient: use Http\n  java.net.URL:\n",
                    FILE,
                    Rules.NAMES));

    assertThat(failure)
        .hasMessageContaining(
            "zonegate.yml:6:3: `HttpClient` is no type, method or package; write `a.b.C`")
        .hasMessageContaining(
            "zonegate.yml:7:16: what to use instead of `java.net.URL` is empty; write a text");
  }

  @Test
  void letsTheLastZoneGoWithoutPatterns() throws PolicyException {
    Policy policy = PolicyReader.read(START, FILE, Rules.NAMES);
    assertThat(policy.zones().get(0).isCatchAll()).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "teir: human-only|3:3: `teir` is no key of a zone; did you mean `tier`?",
        "tier: human_only|3:9: tier `human_only` is not known; did you mean `human-only`?",
        "tier: strict|3:9: tier `strict` is not known; write one of human-only, ai-assisted, ai-friendly",
        "tier: [a]|3:9: `tier` is a list; write one word",
        "paths: src|3:10: `paths` is `src`; write a list such as [\"a\", \"b\"]",
        "paths: []|3:10: `paths` is an empty list; add a pattern or remove it",
        "paths: [\"!x\"]|3:11: pattern `!x` excludes with `!`; put a zone for the exception before this one",
        "paths: [{a: b}]|3:11: an item of `paths` is a mapping; write a pattern",
        "packages: [com/acme]|3:14: pattern `com/acme` is no package; write it like `com.acme.auth` or, with all below, `com.acme.auth..`",
        "name: again|3:3: `name` is there twice; keep one",
        "tier: human-only, machine-written: deny|3:38: `machine-written` is `deny`; write one of block, review, allow",
        "tier: human-only, machine-written: alow|3:38: `machine-written` is `alow`; did you mean `allow`?",
        "tier: human-only, counts-as-machine: [human]|3:41: an item of `counts-as-machine` is `human`; write one of assist, bot, unknown",
        "tier: human-only, reviewers: [ann]|3:33: reviewer `ann` is nobody; write an address, or a handle such as \"@seniors\"",
        "tier: human-only, reviewers: ann|3:32: `reviewers` is `ann`; write a list such as",
        "tier: human-only, spot-check: 30|3:33: `spot-check` is `30`; write a share such as 30%",
        "tier: human-only, spot-check: 101%|3:33: `spot-check` is `101%`; write a share such as 30%",
        "tier: human-only, reviwers: []|3:21: `reviwers` is no key of a zone; did you mean `reviewers`?",
      })
  void saysWhatIsWrongWithAZoneAndWhere(String line, String problem) {
    String text = "version: 1\nzones: [ {name: one,\n  " + line + "} ]\n";
    assertThat(problems(text)).contains("zonegate.yml:" + problem);
  }

  @Test
  void saysWhatTheNameOfAZoneMayHold() {
    assertThat(problems("version: 1\nzones: [{name: the core, tier: human-only}]\n"))
        .contains(
            "zonegate.yml:2:16: zone name `the core` is not allowed;"
                + " use letters, digits, `.`, `_`, `-`");
  }

  @Test
  void saysThatAVersionOfTheRulesIsNone() {
    assertThat(problems(START + "rulesetVersion: newest\n"))
        .contains("zonegate.yml:5:17: `rulesetVersion` is `newest`; write one such as 0.1.0");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "TimeZon: off|6:3: `TimeZon` is no rule or pattern; did you mean `TimeZone`?",
        "AI99x77: off|6:3: `AI99x77` is no rule or pattern",
        "TimeZone.implicitNew: off|6:3: `TimeZone.implicitNew` is no rule or pattern; did you mean `TimeZone.implicitNow`?",
        "TimeZone: of|6:13: severity is `of`; did you mean `off`?",
        "TimeZone: [off]|6:13: severity is a list; write one of off, note, warning, error",
        "TimeZone: {}|6:13: a rule says nothing; write a severity, `off` or `zones`",
        "TimeZone: {zone: off}|6:14: `zone` is no key of a rule; did you mean `zones`?",
        "TimeZone: {zones: {al: off}}|6:22: `al` is no key of `zones` here, which takes names of zones; did you mean `all`?",
      })
  void saysWhatIsWrongWithARuleAndWhere(String line, String problem) {
    assertThat(problems(START + "rules:\n  " + line + "\n")).contains("zonegate.yml:" + problem);
  }

  @Test
  void readsWhatAZoneSaysOfAuthors() throws PolicyException {
    Policy policy =
        PolicyReader.read(
            START
                + "    machine-written: block\n    counts-as-machine: [unknown]\n"
                + "    reviewers: [\"@seniors\", ann@acme.example]\n    spot-check: 30%\n"
                + "markers: [\"@com.acme.ByAi\", AI-generated]\n",
            FILE,
            Rules.NAMES);
    assertThat(policy.markers()).containsExactly("@com.acme.ByAi", "AI-generated");
    AuthorRules authors = policy.zones().get(0).authors();
    assertThat(authors.machineWritten()).isEqualTo(MachineWritten.BLOCK);
    assertThat(authors.machines())
        .containsExactlyInAnyOrder(Authorship.AI, Authorship.MIXED, Authorship.UNKNOWN);
    assertThat(authors.reviewers()).containsExactly("@seniors", "ann@acme.example");
    assertThat(authors.spotCheck()).isEqualTo(30);
  }

  @Test
  void saysWhatIsWrongWithAMarker() {
    assertThat(problems(START + "markers: [\"@a b\"]\n"))
        .contains("zonegate.yml:5:11: marker `@a b` is none; write an annotation such as");
  }

  @Test
  void takesARuleByNameAndIdForOne() {
    assertThat(problems(START + "rules:\n  TimeZone: off\n  AI11: note\n"))
        .contains("zonegate.yml:7:3: `TimeZone` is there twice; keep one");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "zones: []|the policy has no `version`; add it",
        "version: 1|the policy has no zones; add `zones:` with at least one",
        "version: 2|version `2` is not known; write `version: 1`",
        "- a|the policy is a list; write keys and values",
        "just words|the policy is `just words`; write keys and values",
        "version: [|is not YAML",
        "version: 1 --- x: y: z|is not YAML",
      })
  void saysWhatIsWrongWithTheWhole(String text, String problem) {
    assertThat(problems(text)).contains(problem);
  }

  @Test
  void tellsOfEverythingAtOnce() {
    String problems =
        problems(
            "version: 3\nzones:\n  - name: a\n    tier: x\n  - name: a\n    teir: y\nextra: 1\n");
    assertThat(problems.lines()).hasSize(7);
    assertThat(problems)
        .contains(
            ":1:10: version",
            ":4:11: tier",
            ":3:5: a zone names no files",
            ":5:11: zone `a` is there twice");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "   \n", "# nothing\n", "---\n"})
  void refusesAnEmptyPolicy(String text) {
    assertThat(problems(text)).startsWith("zonegate.yml");
  }

  @Test
  void refusesAliasesSoThatNothingExplodes() {
    StringBuilder bomb = new StringBuilder("a0: &a0 [x,x,x,x,x,x,x,x,x,x]\n");
    for (int i = 1; i < 12; i++) {
      bomb.append("a" + i + ": &a" + i + " [");
      bomb.append(("*a" + (i - 1) + ",").repeat(10)).append("]\n");
    }
    assertThat(quickly(bomb.toString()))
        .isEqualTo("zonegate.yml:1:5: uses an anchor or alias; write the value out");
    assertThat(quickly("a: &a\n  b: *a\n")).contains("anchor");
  }

  @Test
  void refusesDeepNesting() {
    assertThat(quickly("[".repeat(100_000))).contains("nests too deeply");
    assertThat(quickly("a:\n" + "{a: ".repeat(100))).contains("nests too deeply");
  }

  @Test
  void refusesWhatIsTooLong() {
    assertThat(quickly("a: " + "x".repeat(StrictText.LONGEST + 10)))
        .startsWith("zonegate.yml: is not YAML");
  }

  @Test
  void refusesASecondDocument() {
    assertThat(problems(START + "---\nversion: 1\n"))
        .isEqualTo("zonegate.yml:5:1: starts a second document; keep one");
  }

  @Test
  void makesNoObjectOfATag() {
    assertThat(problems(START + "rules: !!javax.script.ScriptEngineManager [x]\n"))
        .contains("`rules` is a list; write keys and values");
  }

  @Test
  void keepsControlCharactersOutOfItsMessages() {
    String problems =
        problems("version: \"\\e[31m\\n\\u0007\"\nzones: [{name: a, tier: ai-assisted}]\n");
    assertThat(problems).doesNotContain("\u001b", "\u0007").hasLineCount(1);
  }

  @Test
  void refusesTooManyZones() {
    StringBuilder text = new StringBuilder("version: 1\nzones:\n");
    for (int i = 0; i < 1100; i++) {
      text.append("- {name: z" + i + ", tier: ai-assisted, paths: [z" + i + "]}\n");
    }
    assertThat(problems(text.toString())).contains("is one zone too many; 1000 are allowed");
  }

  @Test
  void takesAsManyZonesAndPatternsAsAreAllowedAndNoMore() throws PolicyException {
    StringBuilder zones = new StringBuilder("version: 1\nzones:\n");
    for (int i = 0; i < 1000; i++) {
      zones.append("- {name: z" + i + ", tier: ai-assisted, paths: [z" + i + "]}\n");
    }
    assertThat(PolicyReader.read(zones.toString(), FILE, Rules.NAMES).zones()).hasSize(1000);
    zones.append("- {name: last, tier: ai-assisted}\n");
    assertThat(problems(zones.toString())).contains("is one zone too many; 1000 are allowed");

    String most = START + "    paths: [" + "a,".repeat(999) + "a";
    assertThat(PolicyReader.read(most + "]\n", FILE, Rules.NAMES).zones().get(0).paths())
        .hasSize(1000);
    assertThat(problems(most + ",a]\n")).contains("is one pattern too many; 1000 are allowed");
  }

  @Test
  void aZoneIsShownWhereItsNameStandsWhereverThatIs() throws PolicyException {
    Policy policy =
        PolicyReader.read(
            "version: 1\nzones:\n  - tier: ai-assisted\n    name: all\n", FILE, Rules.NAMES);
    assertThat(policy.zones().get(0).at()).isEqualTo(new Span(4, 11, 4, 14));
  }

  private static String quickly(String text) {
    return assertTimeoutPreemptively(Duration.ofSeconds(10), () -> problems(text));
  }

  private static Map<String, String> instead(String text) throws PolicyException {
    return PolicyReader.read(text, FILE, Rules.NAMES).conventions().sanctioned();
  }

  private static String problems(String text) {
    PolicyException e =
        catchThrowableOfType(
            PolicyException.class, () -> PolicyReader.read(text, FILE, Rules.NAMES));
    assertThat(e).as("the policy should be refused").isNotNull();
    return e.getMessage();
  }
}
