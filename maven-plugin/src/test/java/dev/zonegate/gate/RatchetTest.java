package dev.zonegate.gate;

import static dev.zonegate.gate.Findings.TODAY;
import static dev.zonegate.gate.Findings.in;
import static org.assertj.core.api.Assertions.assertThat;

import dev.zonegate.model.Span;
import dev.zonegate.provenance.GitSandbox;
import dev.zonegate.provenance.Provenance;
import dev.zonegate.provenance.SourceMarkers;
import dev.zonegate.rule.Confidence;
import dev.zonegate.rule.Finding;
import dev.zonegate.rule.Related;
import dev.zonegate.rule.Severity;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class RatchetTest {
  @TempDir Path folder;

  @Test
  void letsOldFindingsPassAndKeepsThemInTheReport() throws Exception {
    try (GitSandbox git = GitSandbox.in(folder)) {
      git.lines("A.java", "1", "2", "3").lines("B.java", "1").commit("Start");
      git.branch("work").lines("A.java", "1", "new", "2", "3").commit("Extend");
      git.lines("A.java", "1", "new", "2", "3", "not committed").lines("C.java", "untracked");
      Verdict before =
          Findings.judged(
              Policy.DEFAULT,
              "",
              Findings.results(
                  in("A.java")
                      .of(Rules.CONCAT, 1)
                      .of(Rules.CONCAT, 2)
                      .of(Rules.CONCAT, 3)
                      .of(Rules.CONCAT, 5)
                      .record(),
                  in("B.java").of(Rules.CONCAT, 1).record(),
                  in("C.java").of(Rules.CONCAT, 1).record()),
              TODAY);
      assertThat(before.blocking()).hasSize(6);
      Verdict after = ratcheted(before, "main");
      assertThat(after.blocking())
          .extracting(each -> each.finding().path() + ":" + each.finding().at().startLine())
          .containsExactly("A.java:2", "A.java:5", "C.java:1");
      assertThat(after.standing()).hasSize(6);
      assertThat(after.zones().get(0).blocking()).isEqualTo(3);
      assertThat(Ratchet.passed(after)).isEqualTo(3);
      assertThat(ratcheted(before, "HEAD").blocking())
          .extracting(each -> each.finding().path() + ":" + each.finding().at().startLine())
          .containsExactly("A.java:5", "C.java:1");
    }
  }

  @Test
  void keepsWhatCouldNotBeReadInTheWay() throws Exception {
    try (GitSandbox git = GitSandbox.in(folder)) {
      git.lines("A.java", "1").commit("Start");
      Zone zone = new Zone("all", Tier.HUMAN_ONLY, List.of(), List.of(), Span.NONE);
      Policy policy = new Policy(Path.of("zonegate.yml"), List.of(zone), java.util.Map.of());
      Verdict verdict =
          Findings.judged(
              policy,
              "",
              Findings.results(
                  in("A.java")
                      .notifying(dev.zonegate.model.Notification.Kind.SYNTAX, "no")
                      .record()),
              TODAY);
      assertThat(ratcheted(verdict, "HEAD").passes()).isFalse();
    }
  }

  @Test
  void reportsCopiesOnlyIfOneOfTheTwoIsNew() throws Exception {
    try (GitSandbox git = GitSandbox.in(folder)) {
      git.lines("A.java", "1", "2").lines("B.java", "1", "2").lines("C.java", "1").commit("Start");
      git.lines("A.java", "1", "2", "new");
      Verdict before =
          Findings.judged(
              Policy.DEFAULT,
              "",
              Findings.results(
                  in("B.java")
                      .copied(1, new Related("A.java", line(3), "the same code"))
                      .copied(2, new Related("A.java", line(1), "the same code"))
                      .record(),
                  in("C.java").copied(1, new Related("B.java", line(1), "the same code")).record()),
              TODAY);
      assertThat(before.standing()).hasSize(3);
      assertThat(ratcheted(before, "HEAD").standing())
          .extracting(each -> each.finding().path() + ":" + each.finding().at().startLine())
          .containsExactly("B.java:1");
    }
  }

  @Test
  void blocksWhatHasNoLineWhereTheFileHasChangedAtAll() throws Exception {
    try (GitSandbox git = GitSandbox.in(folder)) {
      git.lines("A.java", "1", "2").lines("B.java", "1").commit("Start");
      git.lines("A.java", "1", "new");
      Zone zone = Policy.DEFAULT.zones().get(0);
      List<Judged> judged = List.of(withoutLine("A.java", zone), withoutLine("B.java", zone));
      Verdict before =
          new Verdict(Policy.DEFAULT, judged, List.of(), List.of(), List.of(), List.of());
      assertThat(ratcheted(before, "HEAD").blocking())
          .extracting(each -> each.finding().path())
          .containsExactly("A.java");
    }
  }

  private static Judged withoutLine(String path, Zone zone) {
    Finding finding =
        new Finding(
            "AI11",
            "TimeZone",
            "implicitNow",
            path,
            Span.NONE,
            Span.NONE,
            "`now()` reads",
            "0123456789abcdef",
            Severity.ERROR,
            Confidence.HIGH,
            false,
            List.of(),
            List.of());
    return new Judged(finding, zone, Severity.ERROR, null, false, false, false, true, "error");
  }

  private static Span line(int line) {
    return new Span(line, 1, line, 2);
  }

  private Verdict ratcheted(Verdict verdict, String from) throws Exception {
    SourceMarkers none = new SourceMarkers(List.of());
    try (Provenance change =
        Provenance.open(folder, from, none, Provenance.Memory.none()).orElseThrow()) {
      return new Ratchet(change).applied(verdict);
    }
  }
}
