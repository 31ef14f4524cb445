package dev.zonegate.gate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zonegate.baseline.BaselineEntry;
import dev.zonegate.model.Notification;
import dev.zonegate.model.Span;
import dev.zonegate.rule.Finding;
import dev.zonegate.rule.Severity;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class VerdictTest {
  private static final Zone STRICT = zone("strict", Tier.HUMAN_ONLY);
  private static final Zone LAX = zone("lax", Tier.AI_FRIENDLY);
  private static final Policy POLICY =
      new Policy(Path.of("zonegate.yml"), List.of(STRICT, LAX), Map.of());
  private static final Finding FINDING =
      Findings.in("A.java").of(Rules.CONCAT, 1).record().result().findings().get(0);

  @Test
  void passesIfNothingBlocks() {
    assertThat(verdict(List.of(judged(LAX, false)), List.of(), List.of(stale(LAX))).passes())
        .isTrue();
    assertThat(verdict(List.of(judged(LAX, true)), List.of(), List.of()).passes()).isFalse();
    assertThat(verdict(List.of(), List.of(obstacle(LAX, "A.java")), List.of()).passes()).isFalse();
    assertThat(verdict(List.of(), List.of(), List.of(stale(STRICT))).passes()).isFalse();
  }

  @Test
  void tellsWhatStandsFromWhatBlocks() {
    Judged blocks = judged(STRICT, true);
    Judged stands = judged(LAX, false);
    Judged known =
        new Judged(FINDING, LAX, Severity.ERROR, null, false, true, false, false, "known");
    Judged suppressed =
        new Judged(FINDING, LAX, Severity.ERROR, null, true, false, false, false, "suppressed");
    Verdict verdict = verdict(List.of(blocks, stands, known, suppressed), List.of(), List.of());
    assertThat(verdict.standing()).containsExactly(blocks, stands);
    assertThat(verdict.blocking()).containsExactly(blocks);
    assertThat(verdict.files()).isEqualTo(7);
  }

  @Test
  void countsAgainByZoneWhatBlocksOnceMoreIsKnown() {
    Verdict verdict =
        verdict(
            List.of(judged(STRICT, true), judged(LAX, true)),
            List.of(obstacle(LAX, "B.java")),
            List.of(stale(STRICT), stale(LAX)));
    Verdict after =
        verdict.with(
            List.of(judged(STRICT, true), judged(STRICT, true), judged(LAX, false)),
            List.of(obstacle(STRICT, "C.java"), obstacle(LAX, "A.java")),
            List.of());
    assertThat(after.zones())
        .extracting(each -> each.zone().name() + " " + each.blocking() + " " + each.files())
        .containsExactly("strict 4 3", "lax 2 4");
    assertThat(after.obstacles())
        .extracting(Obstacle::path)
        .containsExactly("C.java", "A.java", "B.java");
    assertThat(after.judged()).hasSize(3);
    assertThat(after.stale()).hasSize(2);
  }

  @Test
  void saysNothingTwiceAndAllInOrder() {
    Notification b = said("b");
    Verdict verdict =
        verdict(List.of(), List.of(), List.of()).with(List.of(), List.of(), List.of(b));
    assertThat(verdict.with(List.of(), List.of(), List.of(b, said("a"))).notifications())
        .containsExactly(said("a"), b);
  }

  private static Verdict verdict(List<Judged> judged, List<Obstacle> obstacles, List<Stale> stale) {
    return new Verdict(
        POLICY, judged, obstacles, stale, List.of(count(STRICT, 3), count(LAX, 4)), List.of());
  }

  private static ZoneCount count(Zone zone, int files) {
    return new ZoneCount(zone, files, 0, 0, 0, 0, 0, 9, Quality.NONE);
  }

  private static Judged judged(Zone zone, boolean blocks) {
    return new Judged(FINDING, zone, Severity.ERROR, null, false, false, false, blocks, "why");
  }

  private static Obstacle obstacle(Zone zone, String path) {
    return new Obstacle(zone, path, 1, "not read");
  }

  private static Stale stale(Zone zone) {
    return new Stale(BaselineEntry.of(FINDING, "a"), "baseline", zone);
  }

  private static Notification said(String path) {
    return new Notification(path, Span.NONE, Notification.Kind.FILE, "something");
  }

  private static Zone zone(String name, Tier tier) {
    return new Zone(name, tier, List.of(), List.of(), Span.NONE);
  }
}
