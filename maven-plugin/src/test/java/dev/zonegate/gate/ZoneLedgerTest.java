package dev.zonegate.gate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class ZoneLedgerTest {
  @Test
  void tellsTheLastModuleOnce() {
    Map<String, Object> build = new HashMap<>();
    Set<String> expected = Set.of("a", "b");
    assertThat(ZoneLedger.in(build).isEmpty()).isTrue();
    assertThat(ZoneLedger.in(build).add("a", Set.of("ledger"), expected)).isFalse();
    assertThat(ZoneLedger.in(build).add("a", Set.of(), expected)).isFalse();
    assertThat(ZoneLedger.in(build).add("b", Set.of("edge"), expected)).isTrue();
    assertThat(ZoneLedger.in(build).add("b", Set.of(), expected)).isFalse();
    assertThat(ZoneLedger.in(build).used()).containsExactlyInAnyOrder("ledger", "edge");
  }

  @Test
  void hasOneLastModuleAmongManyThreads() {
    Map<String, Object> build = new HashMap<>();
    Set<String> expected = Set.copyOf(IntStream.range(0, 200).mapToObj(i -> "m" + i).toList());
    AtomicInteger last = new AtomicInteger();
    expected.parallelStream()
        .filter(each -> ZoneLedger.in(build).add(each, Set.of("z" + each), expected))
        .forEach(each -> last.incrementAndGet());
    assertThat(last).hasValue(1);
    assertThat(ZoneLedger.in(build).used()).hasSize(200);
  }
}
