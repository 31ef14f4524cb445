package dev.zonegate.proposal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zonegate.gate.Policy;
import dev.zonegate.gate.PolicyException;
import dev.zonegate.gate.PolicyReader;
import dev.zonegate.gate.Rules;
import dev.zonegate.gate.SourceListing;
import dev.zonegate.gate.SourceListing.Filter;
import dev.zonegate.gate.SourceRoot;
import dev.zonegate.gate.Zone;
import dev.zonegate.gate.ZoneFiles;
import dev.zonegate.model.SourceFile.Role;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ProposalTest {
  @TempDir Path root;

  @Test
  void proposesZonesWithReasons() throws IOException, PolicyException {
    write("src/main/java/com/acme/config/SecurityConfig.java", "config", "SecurityFilterChain f;");
    write("src/main/java/com/acme/ledger/internal/Entry.java", "ledger.internal", "");
    write("src/main/java/com/acme/payments/Transfer.java", "payments", "JdbcTemplate t;");
    write("src/main/java/com/acme/orders/Orders.java", "orders", "JdbcTemplate t;");
    write("src/main/java/com/acme/edge/Hours.java", "edge", "");
    String text = proposal();
    assertThat(text)
        .contains(
            "  # configures who may do what: SecurityConfig.java has SecurityFilterChain\n",
            "  # keeps the books: package com.acme.ledger\n",
            "  # reads and writes the database: Orders.java has JdbcTemplate\n");
    ZoneFiles zones = zones(text);
    assertThat(zones.byZone().entrySet())
        .extracting(
            each ->
                each.getKey().name()
                    + " "
                    + each.getKey().tier().id()
                    + " "
                    + each.getValue().stream().map(p -> p.replaceAll(".*/", "")).toList())
        .containsExactly(
            "security human-only [SecurityConfig.java]",
            "ledger human-only [Entry.java]",
            "payment human-only [Transfer.java]",
            "data ai-assisted [Orders.java]",
            "rest ai-friendly [Hours.java]");
    assertThat(zones.unnamed()).singleElement().asString().endsWith("Hours.java");
  }

  @Test
  void isPlainWhereNothingSaysWhatIsCritical() throws IOException, PolicyException {
    write("src/main/java/com/acme/Hours.java", "hours", "");
    ZoneFiles zones = zones(proposal());
    assertThat(zones.byZone().keySet()).extracting(Zone::name).containsExactly("all");
  }

  @Test
  void isNotLedAstrayByTestsAndNames() throws IOException, PolicyException {
    write("src/test/java/com/acme/ledger/EntryTest.java", "ledger", "");
    write("src/main/java/com/acme/ledgers/Entry.java", "ledgers", "// JdbcTemplate");
    assertThat(proposal()).contains("name: all");
  }

  @Test
  void writesNothingThatBreaksThePolicy() throws IOException, PolicyException {
    write("a\n- b: \"c/x[1]{2}\\*.java", "data", "JdbcTemplate t;");
    write("src/#: &x/Y.java", "", "JdbcTemplate t;");
    ZoneFiles zones = zones(proposal());
    assertThat(zones.byZone().values().iterator().next()).hasSize(2);
  }

  @Test
  void proposesTheSameEachTime() throws IOException {
    for (int i = 0; i < 20; i++) {
      write("src/main/java/com/acme/p" + i + "/R.java", "p" + i, "Repository EntityManager x;");
    }
    assertThat(proposal()).isEqualTo(proposal()).contains("R.java has EntityManager");
  }

  private String proposal() {
    return Proposal.text(listing(), StandardCharsets.UTF_8, "0.1.0");
  }

  private ZoneFiles zones(String text) throws PolicyException {
    Policy policy = PolicyReader.read(text, root.resolve("zonegate.yml"), Rules.NAMES);
    ZoneFiles zones = ZoneFiles.of(policy, "", listing(), StandardCharsets.UTF_8);
    List<List<String>> files = List.copyOf(zones.byZone().values());
    // the last zone has the rest, which may be nothing
    assertThat(files.subList(0, files.size() - 1)).as(text).noneMatch(List::isEmpty);
    return zones;
  }

  private SourceListing listing() {
    return SourceListing.of(
        List.of(new SourceRoot(root, Role.MAIN)), root, new Filter(List.of(), List.of(), false));
  }

  private void write(String path, String name, String body) throws IOException {
    Path file = root.resolve(path);
    Files.createDirectories(file.getParent());
    String head = name.isEmpty() ? "" : "package com.acme." + name + ";\n";
    Files.writeString(file, head + "class X { " + body + "\n }\n");
  }
}
