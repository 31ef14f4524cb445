package dev.zonegate.gate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zonegate.model.Span;
import dev.zonegate.provenance.Authorship;
import dev.zonegate.provenance.Claim;
import dev.zonegate.provenance.Evidence;
import dev.zonegate.provenance.FileProvenance;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class LineShareTest {
  private static final Zone ZONE =
      new Zone("all", Tier.AI_ASSISTED, List.of(), List.of(), Span.NONE);

  @Test
  void countsTheLinesOfMachinesApart() {
    FileProvenance file =
        new FileProvenance(
            "A.java",
            List.of(
                stretch(1, 3, Authorship.AI),
                stretch(4, 8, Authorship.HUMAN),
                stretch(9, 10, Authorship.AI)));
    assertThat(LineShare.of(file, ZONE))
        .isEqualTo(new LineShare(Map.of(Authorship.AI, 5, Authorship.HUMAN, 5), 5))
        .returns(10, LineShare::all)
        .returns(50, LineShare::machinePercent);
  }

  @Test
  void addsUp() {
    LineShare one = new LineShare(Map.of(Authorship.AI, 1), 1);
    LineShare two = new LineShare(Map.of(Authorship.AI, 2, Authorship.UNKNOWN, 3), 2);
    assertThat(one.plus(two))
        .isEqualTo(new LineShare(Map.of(Authorship.AI, 3, Authorship.UNKNOWN, 3), 3));
    assertThat(LineShare.NONE.plus(one)).isEqualTo(one);
  }

  @ParameterizedTest
  @CsvSource({"0, 0, 0", "0, 7, 0", "1, 1000, 1", "1, 3, 34", "500, 1000, 50", "3, 3, 100"})
  void roundsUpSoThatNoMachineGoesUnseen(int machine, int all, int percent) {
    LineShare share =
        new LineShare(Map.of(Authorship.AI, machine, Authorship.UNKNOWN, all - machine), machine);
    assertThat(share.machinePercent()).isEqualTo(percent);
  }

  private static FileProvenance.Stretch stretch(int first, int last, Authorship who) {
    Evidence evidence = new Evidence(Evidence.Source.TRAILER, "trailer", "", "text");
    return new FileProvenance.Stretch(first, last, "", new Claim(who, evidence));
  }
}
