package dev.zonegate.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zonegate.gate.Tier;
import dev.zonegate.gate.Zone;
import dev.zonegate.gate.ZoneFiles;
import dev.zonegate.model.Span;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class ZoneTableTest {
  private static final Zone REST =
      new Zone("rest", Tier.AI_FRIENDLY, List.of(), List.of(), Span.NONE);

  @Test
  void listsWhatNoZoneNames() {
    assertThat(text(new ZoneFiles(Map.of(REST, List.of("A.java", "B.java")), List.of("B.java"))))
        .containsExactly(
            "rest (ai-friendly): 2 files",
            "  A.java",
            "  B.java",
            "Named by no zone, so that the last one has them: 1",
            "  B.java");
  }

  @Test
  void listsTheFilesOfACatchAllOnce() {
    List<String> all = List.of("A.java", "B.java");
    assertThat(text(new ZoneFiles(Map.of(REST, all), all)))
        .containsExactly(
            "rest (ai-friendly): 2 files",
            "  A.java",
            "  B.java",
            "Named by no zone, so that the last one has them: 2, all that it has");
  }

  private static List<String> text(ZoneFiles files) {
    return ZoneTable.lines(files, 5, "zones.txt").stream().map(Line::text).toList();
  }
}
