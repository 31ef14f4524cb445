package dev.zonegate.gate;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class ResultsLedgerTest {
  private final Map<String, Object> buildData = new HashMap<>();

  @Test
  void knowsWhereTheModulesOfABuildHaveTheirResults() {
    ResultsLedger.in(buildData).add("web", Path.of("w"));
    ResultsLedger.in(buildData).add("core", Path.of("c"));
    ResultsLedger.in(buildData).addEmpty("parent");
    ResultsLedger ledger = ResultsLedger.in(buildData);
    assertThat(ledger.modules()).containsExactlyInAnyOrder("web", "core", "parent");
    assertThat(ledger.folders()).containsExactly(Path.of("c"), Path.of("w"));
    assertThat(ledger.folder("web")).contains(Path.of("w"));
    assertThat(ledger.folder("parent")).isEmpty();
    assertThat(ledger.folder("other")).isEmpty();
  }
}
