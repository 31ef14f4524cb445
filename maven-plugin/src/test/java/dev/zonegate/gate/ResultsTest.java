package dev.zonegate.gate;

import static dev.zonegate.gate.Findings.in;
import static org.assertj.core.api.Assertions.assertThat;

import dev.zonegate.model.Notification;
import dev.zonegate.model.Span;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ResultsTest {
  private static final Notification SAID = said("said");
  private static final Notification MORE = said("more");
  private static final Results OURS =
      new Results(
          "key",
          List.of(in("A.java").of(Rules.CONCAT, 3).record(), in("B.java").record()),
          List.of(SAID));
  private static final Results OTHERS =
      new Results(
          "other",
          List.of(in("B.java").of(Rules.LEGACY, 7).record(), in("C.java").record()),
          List.of(MORE));

  @Test
  void areThoseOfAllModulesTogether() {
    Results all = Results.merged(List.of(OURS, OTHERS));
    assertThat(all.files()).hasSize(4).containsAll(OURS.files()).containsAll(OTHERS.files());
    assertThat(all.notifications()).containsExactly(SAID, MORE);
  }

  @Test
  void takeFromOthersWhatIsAboutTheSameFiles() {
    for (Results both : List.of(OURS.and(OTHERS), OURS.adding(OTHERS))) {
      assertThat(both.key()).isEqualTo("key");
      assertThat(both.files()).extracting(FileRecord::path).containsExactly("A.java", "B.java");
      assertThat(both.files().get(0)).isEqualTo(OURS.files().get(0));
      assertThat(both.files().get(1).result().findings())
          .isEqualTo(OTHERS.files().get(0).result().findings());
      assertThat(both.notifications()).containsExactly(SAID, MORE);
    }
  }

  @Test
  void sayOneThingMore() {
    Results more = OURS.with(MORE);
    assertThat(more.notifications()).containsExactly(SAID, MORE);
    assertThat(more.files()).isEqualTo(OURS.files());
    assertThat(more.key()).isEqualTo("key");
  }

  private static Notification said(String text) {
    return new Notification("shop", Span.NONE, Notification.Kind.PROJECT, text);
  }
}
