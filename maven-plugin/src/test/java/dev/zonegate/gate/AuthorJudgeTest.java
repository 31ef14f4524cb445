package dev.zonegate.gate;

import static dev.zonegate.gate.Findings.TODAY;
import static dev.zonegate.provenance.GitSandbox.CLAUDE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.zonegate.provenance.GitSandbox;
import dev.zonegate.provenance.Provenance;
import dev.zonegate.provenance.ProvenanceException;
import dev.zonegate.provenance.Reviews;
import dev.zonegate.provenance.SourceMarkers;
import dev.zonegate.report.Line;
import dev.zonegate.report.Screen;
import dev.zonegate.report.TextReport;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class AuthorJudgeTest {
  private static final String ZONES =
      """
      version: 1
      zones:
        - { name: ledger, tier: human-only, paths: [ledger] }
        - { name: orders, tier: ai-assisted, paths: [orders], reviewers: ["sen@acme.example", "@seniors"] }
        - { name: edge, tier: ai-friendly, spot-check: 100%% }
      %s
      """;
  private static final String LEDGER = "ledger/A.java";
  private static final String ORDERS = "orders/B.java";
  private static final String EDGE = "edge/C.java";

  @TempDir Path folder;
  private GitSandbox git;
  private String zones = ZONES.formatted("");

  @BeforeEach
  void init() {
    git = GitSandbox.in(folder);
    git.lines(LEDGER, "l").lines(ORDERS, "o").lines(EDGE, "e").commit("Start");
    git.branch("work");
  }

  @AfterEach
  void close() {
    git.close();
  }

  @Test
  void blocksMachineWrittenLinesWherePeopleWriteAndSaysWhy() throws Exception {
    String commit = git.lines(LEDGER, "l", "a", "b").commit("Extend" + CLAUDE);
    for (String base : new String[] {"", "main"}) {
      assertThat(blocked(base))
          .containsExactly(
              "ledger/A.java:2 2 lines are machine-written (ai, commit "
                  + commit.substring(0, 10)
                  + ": trailer `co-authored-by: Claude Opus 4.8 <noreply@anthropic.com>`), which `ledger` does not"
                  + " allow; let a person write this");
    }
    assertThat(screen("main"))
        .endsWith(
            "Blocked in zone `ledger`: 1 machine-written (human-only: machine-written code blocks)",
            "See more: target/zonegate/audit.jsonl");
  }

  @Test
  void namesTheLineOfAMarkInTheSource() throws Exception {
    git.lines(LEDGER, "@AiAuthored", "class A {}");
    assertThat(blocked(""))
        .containsExactly(
            "ledger/A.java:1 2 lines are machine-written (ai: ledger/A.java:1 `@AiAuthored`), which"
                + " `ledger` does not allow; let a person write this");
  }

  @Test
  void doesNotBlockUnknownAuthorsUnlessAsked() throws Exception {
    git.lines(LEDGER, "l", "a").commit("Extend");
    assertThat(blocked("main")).isEmpty();
    zones = zones.replace("[ledger] }", "[ledger], counts-as-machine: [unknown] }");
    assertThat(blocked("main"))
        .singleElement()
        .asString()
        .contains("unknown, commit", "nothing in the commit says who wrote it");
  }

  @Test
  void leavesOldLinesAloneWhenAChangeIsJudged() throws Exception {
    git.lines(LEDGER, "l", "a").commit("Extend" + CLAUDE);
    git.lines(EDGE, "e", "x").branch("more").commit("More");
    assertThat(blocked("work")).isEmpty();
  }

  @Test
  void obeysAZoneThatSaysOtherwise() throws Exception {
    git.lines(LEDGER, "l", "a").commit("Extend" + CLAUDE);
    zones = zones.replace("[ledger] }", "[ledger], machine-written: allow }");
    assertThat(blocked("main")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Reviewed-by: Bob <bob@acme.example>",
        "Acked-by: Bob <bob@acme.example>",
        "Approved-by: Bob <bob@acme.example>"
      })
  void letsReviewedCodeOfAMachinePass(String trailer) throws Exception {
    byHand();
    git.lines(ORDERS, "o", "x").commit("Extend" + CLAUDE + trailer + "\n");
    assertThat(blocked("main")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "Reviewed-by: Ann <ann@acme.example>",
    "Reviewed-by: Ann <ann@home.example>",
    "Reviewed-by: Claude <noreply@anthropic.com>",
    "Reviewed-by: ci[bot] <1+ci[bot]@users.noreply.github.com>",
    "Tested-by: Bob <bob@acme.example>"
  })
  void acceptsNoReviewByTheAuthorOrAMachine(String trailer) throws Exception {
    byHand();
    git.lines(ORDERS, "o", "x").commit("Extend" + CLAUDE + trailer + "\n");
    assertThat(blocked("main"))
        .singleElement()
        .asString()
        .startsWith("orders/B.java:2 machine-written (ai, commit ")
        .endsWith(
            "and not reviewed by another person; add `Reviewed-by:` to the commit, or an approval to"
                + " .zonegate/reviews.json");
  }

  @Test
  void takesTheReviewThatAMergeCarries() throws Exception {
    byHand();
    git.branch("topic").lines(ORDERS, "o", "x").commit("Extend" + CLAUDE);
    git.checkout("work").lines("edge/D.txt", "f").commit("Other");
    git.merge("topic", false);
    assertThat(blocked("main")).hasSize(1);
    git.amend("Merge topic\n\nApproved-by: Bob <bob@acme.example>\n");
    assertThat(blocked("main")).isEmpty();
  }

  @Test
  void takesAVoteInGerritsNotes() throws Exception {
    byHand();
    String commit = git.lines(ORDERS, "o", "x").commit("Extend" + CLAUDE);
    git.note("refs/notes/review", commit, "Code-Review+1: Bob <bob@acme.example>\n");
    assertThat(blocked("main")).hasSize(1);
    git.note(
        "refs/notes/review",
        commit,
        "Code-Review+2: Bob <bob@acme.example>\nSubmitted-by: Ann <ann@acme.example>\n");
    assertThat(blocked("main")).isEmpty();
  }

  @Test
  void takesAnApprovalFromCiForACommitAndWhatComesBefore() throws Exception {
    byHand();
    git.lines(ORDERS, "o", "x").commit("Extend" + CLAUDE);
    String approved = git.lines("edge/D.txt", "f").commit("Other");
    approve(approved, "Bob <bob@acme.example>", "[]");
    assertThat(blocked("main")).isEmpty();
    git.lines(ORDERS, "o", "x", "later").commit("Later" + CLAUDE);
    assertThat(blocked("main")).singleElement().asString().startsWith("orders/B.java:3 ");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Bob <bob@acme.example>|[]|false",
        "Sen <sen@acme.example>|[]|true",
        "bob@acme.example|[\"@Seniors\"]|true",
        "@seniors|[]|true",
      })
  void wantsASeniorForAChangeThatIsMostlyOfAMachine(String who, String teams, boolean passes)
      throws Exception {
    String commit = git.lines(ORDERS, "o", "x", "y").commit("Extend" + CLAUDE);
    approve(commit, who, teams);
    List<String> blocked = blocked("main");
    if (passes) {
      assertThat(blocked).isEmpty();
    } else {
      assertThat(blocked)
          .singleElement()
          .asString()
          .endsWith(
              "and so are 100% of the change: one of @seniors, sen@acme.example has to review it");
    }
  }

  @Test
  void wantsASeniorAboveTheShareThatTheZoneSays() throws Exception {
    zones = zones.replace("paths: [orders],", "paths: [orders], senior-above: 100%,");
    String commit = git.lines(ORDERS, "o", "x", "y").commit("Extend" + CLAUDE);
    approve(commit, "Bob <bob@acme.example>", "[]");
    assertThat(blocked("main")).isEmpty();
    zones = zones.replace("senior-above: 100%", "senior-above: 99%");
    assertThat(blocked("main")).singleElement().asString().contains("has to review it");
  }

  @Test
  void saysThatAZoneWithoutSeniorsNeedsSome() throws Exception {
    zones = zones.replace(", reviewers: [\"sen@acme.example\", \"@seniors\"]", "");
    git.lines(ORDERS, "o", "x").commit("Extend" + CLAUDE);
    assertThat(blocked("main"))
        .singleElement()
        .asString()
        .endsWith("the zone names none; list `reviewers` in the policy");
  }

  @Test
  void asksForNoReviewOfCodeThatIsThereAlready() throws Exception {
    git.lines(ORDERS, "o", "x").commit("Extend" + CLAUDE);
    assertThat(blocked("")).isEmpty();
  }

  @Test
  void namesFilesOfStrictZonesThatNobodyOwns() throws Exception {
    git.write("CODEOWNERS", "orders/ @seniors\n");
    assertThat(verdict("").notifications())
        .extracting(each -> each.path() + " " + each.message())
        .containsExactly(
            "CODEOWNERS 1 of 1 files of zone `ledger` have no owner, such as ledger/A.java; add a line for them");
    assertThat(verdict("").passes()).isTrue();
  }

  @Test
  void listsSpotChecksAndHowMuchIsKnown() throws Exception {
    String commit = git.lines(EDGE, "e", "x", "y").commit("Extend" + CLAUDE);
    assertThat(judge("main").lines())
        .containsExactly(
            "Authors of 2 changed lines: 2 ai; no notes of git-ai here (refs/notes/ai); git fetch origin"
                + " '+refs/notes/*:refs/notes/*'",
            "Spot check in zone `edge`: look at commit " + commit);
    zones = zones.replace("100%", "0%");
    assertThat(judge("main").lines()).hasSize(1);
  }

  @Test
  void choosesTheShareBySpotCheckByCommit() {
    int chosen = 0;
    for (int i = 0; i < 10_000; i++) {
      chosen += SpotCheck.selects(30, "%040x".formatted(i * 7919L)) ? 1 : 0;
    }
    assertThat(chosen).isBetween(2800, 3200);
  }

  @Test
  void saysWhatIsWrongWithApprovals() {
    for (String[] each :
        new String[][] {
          {"{\n  x", "reviews.json:2 is not JSON"},
          {"{}", "reviews.json has no `\"version\": 1`"},
          {"{\"version\":1,\"approvals\":[{}]}", "approvals[0] has no `commit` of 40 hex digits"},
          {
            "{\"version\":1,\"approvals\":[{\"comit\":1}]}",
            "approvals[0] has a key other than `commit`, `reviewer`, `source`, `teams`"
          },
        }) {
      git.write(".zonegate/reviews.json", each[0]);
      assertThatThrownBy(() -> judge("main"))
          .isInstanceOf(ProvenanceException.class)
          .hasMessageContaining(each[1]);
    }
  }

  /** Most of the change is not of a machine. */
  private void byHand() {
    git.lines(EDGE, "e", "1", "2", "3", "4", "5").commit("By hand");
  }

  private void approve(String commit, String reviewer, String teams) {
    git.write(
        ".zonegate/reviews.json",
        "{\"version\":1,\"approvals\":[{\"commit\":\"%s\",\"reviewer\":\"%s\",\"teams\":%s}]}"
            .formatted(commit, reviewer, teams));
  }

  private List<String> blocked(String base) throws Exception {
    return verdict(base).obstacles().stream()
        .map(each -> each.path() + ":" + each.line() + " " + each.why())
        .toList();
  }

  private List<String> screen(String base) throws Exception {
    Screen plain = new Screen(false, false, "mvn zonegate:explain");
    return TextReport.lines(verdict(base), plain, "target/zonegate/zonegate.sarif").stream()
        .map(Line::text)
        .toList();
  }

  private Verdict verdict(String base) throws Exception {
    Results results = results();
    Verdict verdict = Findings.judged(policy(), "", results, TODAY);
    Verdict whole = judge(base).with(verdict);
    assertThat(whole.passes()).isEqualTo(whole.obstacles().isEmpty());
    return whole;
  }

  private AuthorVerdict judge(String base) throws PolicyException, ProvenanceException {
    SourceMarkers markers = new SourceMarkers(policy().markers());
    try (Provenance provenance =
        Provenance.open(folder, base, markers, Provenance.Memory.none()).orElseThrow()) {
      Reviews reviews = Reviews.of(provenance, folder.resolve(".zonegate/reviews.json"));
      return AuthorJudge.judge(policy(), "", results(), provenance, reviews);
    }
  }

  private static Results results() {
    return Findings.results(
        Findings.in(EDGE).record(), Findings.in(LEDGER).record(), Findings.in(ORDERS).record());
  }

  private Policy policy() throws PolicyException {
    return PolicyReader.read(zones, Path.of("zonegate.yml"), Rules.NAMES);
  }
}
