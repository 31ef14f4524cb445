package dev.zonegate.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zonegate.baseline.Baseline;
import dev.zonegate.baseline.BaselineEntry;
import dev.zonegate.gate.BaselineUpdate;
import dev.zonegate.gate.Findings;
import dev.zonegate.gate.Judged;
import dev.zonegate.gate.Policy;
import dev.zonegate.gate.Quality;
import dev.zonegate.gate.Rules;
import dev.zonegate.gate.Stale;
import dev.zonegate.gate.Tier;
import dev.zonegate.gate.Verdict;
import dev.zonegate.gate.Zone;
import dev.zonegate.gate.ZoneCount;
import dev.zonegate.model.Span;
import dev.zonegate.rule.Finding;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What is said of a baseline: by a verdict, and by the goal that writes one. */
final class BaselineLinesTest {
  private static final Screen PLAIN = new Screen(false, false, "mvn zonegate:explain");
  private static final Zone STRICT = zone("ledger", Tier.HUMAN_ONLY);
  private static final Zone LAX = zone("edge", Tier.AI_FRIENDLY);

  @Test
  void sayNothingWhereNothingIsKnownOrGone() {
    assertThat(BaselineLines.of(verdict(0, List.of()), PLAIN)).isEmpty();
  }

  @Test
  void countWhatIsKnownInAllZones() {
    assertThat(BaselineLines.of(verdict(3, List.of()), PLAIN))
        .containsExactly(Line.info("The baseline knows 6 more; they do not block"));
  }

  @Test
  void nameWhatIsGoneFromAStrictZoneAndCountTheRest() {
    assertThat(
            BaselineLines.of(
                verdict(0, List.of(stale(STRICT, "A.java", 1, 4), stale(LAX, "B.java", 2, 0))),
                PLAIN))
        .containsExactly(
            Line.error(
                "known.json:4:1 [ledger stale] RawSql.jdbcConcat is gone from A.java;"
                    + " run `mvn zonegate:baseline` to drop it"),
            Line.info(
                "The baseline lists 2 more that are gone; run `mvn zonegate:baseline` to drop"
                    + " them"));
    assertThat(BaselineLines.of(verdict(0, List.of(stale(LAX, "B.java", 2, 0))), PLAIN))
        .extracting(Line::text)
        .containsExactly(
            "The baseline lists 2 that are gone; run `mvn zonegate:baseline` to drop them");
  }

  @Test
  void nameTwentyAndCountTheOthers() {
    List<Stale> stale = new ArrayList<>();
    for (int i = 0; i < 23; i++) {
      stale.add(stale(STRICT, "A" + i + ".java", 1, 0));
    }
    List<Line> lines = BaselineLines.of(verdict(0, stale), PLAIN);
    assertThat(lines).hasSize(21);
    assertThat(lines.get(0).text()).startsWith("known.json:1:1 ");
    assertThat(lines.get(20).text()).startsWith("The baseline lists 3 more that are gone;");
    assertThat(BaselineLines.of(verdict(0, stale.subList(0, 20)), PLAIN)).hasSize(20);
  }

  @Test
  void tellWhatWasWritten() {
    Finding fresh = Findings.in("B.java").of(Rules.CONCAT, 1).record().result().findings().get(0);
    Judged judged =
        new Judged(fresh, LAX, fresh.severity(), null, false, false, false, false, "why");
    Verdict verdict =
        new Verdict(
            policy(),
            List.of(judged),
            List.of(),
            List.of(stale(LAX, "A.java", 2, 0)),
            counts(0),
            List.of());
    Baseline before =
        new Baseline(
            Path.of(""), "known.json", List.of(entry("A.java", 2, 0), entry("C.java", 1, 0)));
    BaselineUpdate update = new BaselineUpdate(before, verdict, Map.of());

    assertThat(BaselineSummary.lines(update, update.grown(), true, PLAIN))
        .containsExactly(Line.info("Wrote known.json: 2 known, 2 gone, 1 added"));

    List<Line> shrunk = BaselineSummary.lines(update, update.shrunk(), false, PLAIN);
    assertThat(shrunk.get(0).text()).contains("B.java:1:5").contains("joins text into SQL");
    assertThat(shrunk)
        .endsWith(
            Line.info("Wrote known.json: 1 known, 2 gone, 0 added"),
            Line.warning(
                "1 new are not in it; repair them, or run `mvn zonegate:baseline"
                    + " -Dzonegate.addToBaseline` to accept them"));

    BaselineUpdate nothingNew = new BaselineUpdate(before, verdict(0, List.of()), Map.of());
    assertThat(BaselineSummary.lines(nothingNew, nothingNew.shrunk(), false, PLAIN))
        .containsExactly(Line.info("Wrote known.json: 3 known, 0 gone, 0 added"));
  }

  private static Verdict verdict(int known, List<Stale> stale) {
    return new Verdict(policy(), List.of(), List.of(), stale, counts(known), List.of());
  }

  private static List<ZoneCount> counts(int known) {
    return List.of(count(STRICT, known), count(LAX, known));
  }

  private static ZoneCount count(Zone zone, int known) {
    return new ZoneCount(zone, 1, 0, 0, 0, 0, known, 0, Quality.NONE);
  }

  private static Policy policy() {
    return new Policy(Path.of("zonegate.yml"), List.of(STRICT, LAX), Map.of());
  }

  private static Stale stale(Zone zone, String path, int count, int line) {
    return new Stale(entry(path, count, line), "known.json", zone);
  }

  private static BaselineEntry entry(String path, int count, int line) {
    return new BaselineEntry(path, "", "RawSql.jdbcConcat", "0123", count, "it", line);
  }

  private static Zone zone(String name, Tier tier) {
    return new Zone(name, tier, List.of(), List.of(), Span.NONE);
  }
}
