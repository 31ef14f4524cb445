package dev.zonegate.gate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zonegate.engine.FileResult;
import dev.zonegate.facts.ContextCarrier;
import dev.zonegate.facts.Fact;
import dev.zonegate.facts.SideUse;
import dev.zonegate.gate.KeptDecisions.Kinds;
import dev.zonegate.model.SourceFile.Role;
import dev.zonegate.model.Span;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

final class KindDigestsTest {
  private static final String CARRIER = ContextCarrier.class.getName();
  private static final String USE = SideUse.class.getName();
  private static final List<String> BOTH = List.of(CARRIER, USE);

  @Test
  void tellsWhetherFactsOfAKindChanged() {
    Kinds before = digests(file("A.java", carrier("X", 3), use("UserUtil"))).of(BOTH);
    Kinds same = digests(file("A.java", carrier("X", 3), use("UserUtil"))).of(BOTH);
    Kinds changed = digests(file("A.java", carrier("Y", 3), use("UserUtil"))).of(BOTH);
    assertThat(same).isEqualTo(before);
    assertThat(before.names()).isEqualTo(BOTH);
    assertThat(changed.what()).isNotEqualTo(before.what());
    assertThat(changed.where()).isEqualTo(before.where());
  }

  @Test
  void tellsWhatOnlyMoved() {
    Kinds before = digests(file("A.java", carrier("X", 3))).of(List.of(CARRIER));
    Kinds moved = digests(file("A.java", carrier("X", 4))).of(List.of(CARRIER));
    assertThat(moved.what()).isEqualTo(before.what());
    assertThat(moved.where()).isNotEqualTo(before.where());
  }

  @Test
  void looksAtNoOtherKinds() {
    KindDigests before = digests(file("A.java", carrier("X", 3), use("UserUtil")));
    KindDigests after = digests(file("A.java", carrier("X", 3), use("OrderUtil")));
    assertThat(after.of(List.of(CARRIER))).isEqualTo(before.of(List.of(CARRIER)));
    assertThat(after.of(List.of(USE))).isNotEqualTo(before.of(List.of(USE)));
    assertThat(after.of(List.of("none"))).isEqualTo(before.of(List.of("none")));
    assertThat(after.of(List.of("none")).what()).isNotEqualTo(after.of(List.of()).what());
  }

  @Test
  void isTheSameWhateverTheOrderOfFiles() {
    FileRecord one = file("A.java", use("UserUtil"));
    FileRecord other = file("B.java", use("OrderUtil"));
    assertThat(digests(one, other).of(BOTH)).isEqualTo(digests(other, one).of(BOTH));
  }

  private static KindDigests digests(FileRecord... files) {
    return new KindDigests(List.of(files));
  }

  private static Fact carrier(String name, int line) {
    return new ContextCarrier("A.java", new Span(line, 1, line, 9), name);
  }

  private static Fact use(String name) {
    return new SideUse("A.java", List.of(name));
  }

  private static FileRecord file(String path, Fact... facts) {
    FileResult result =
        new FileResult(path, List.of(), List.of(), List.of(facts), List.of(), List.of());
    return new FileRecord(path, Role.MAIN, "ff", "", Quality.NONE, new TreeMap<>(), result);
  }
}
