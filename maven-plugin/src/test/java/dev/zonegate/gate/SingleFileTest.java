package dev.zonegate.gate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zonegate.catalogue.Catalogue;
import dev.zonegate.engine.Settings;
import dev.zonegate.gate.SourceListing.Filter;
import dev.zonegate.rule.Rule;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SingleFileTest {
  private static final RuleNames NAMES =
      new RuleNames(Catalogue.rules().stream().map(Rule::info).toList());
  private static final String CODE =
      """
      package acme.%s;

      import java.time.LocalDate;

      final class Invoice {
        LocalDate due() {
          return LocalDate.now().plusDays(30);
        }
      }
      """;

  @TempDir Path folder;

  @Test
  void isJudgedByTheZoneOfItsProject() throws IOException, PolicyException {
    Path root = folder.toRealPath();
    Files.writeString(
        root.resolve("zonegate.yml"),
        "{version: 1, zones: [{name: ledger, tier: human-only, packages: [acme.ledger]}, {name: edge, tier: ai-friendly}]}");
    SingleFile ledger = judged(write(root, "ledger"));
    SingleFile edge = judged(write(root, "edge"));
    assertThat(ledger.path()).isEqualTo("src/main/java/acme/ledger/Invoice.java");
    assertThat(ledger.verdict().blocking())
        .extracting(each -> each.finding().key() + " " + each.zone().name())
        .containsExactly("TimeZone.implicitNow ledger");
    assertThat(edge.verdict().passes()).isTrue();
    assertThat(edge.verdict().standing()).hasSize(1);
  }

  @Test
  void hasTheDefaultZoneWithoutAPolicy() throws IOException, PolicyException {
    Files.createDirectory(folder.resolve(".git"));
    assertThat(judged(write(folder.toRealPath(), "edge")).policy()).isEqualTo(Policy.DEFAULT);
  }

  private SingleFile judged(Path file) throws IOException, PolicyException {
    SingleFile.Reading reading =
        new SingleFile.Reading(
            new Filter(List.of(), List.of(), false), StandardCharsets.UTF_8, Settings.DEFAULT);
    return SingleFile.of(folder.toRealPath(), file, reading, NAMES, Findings.TODAY);
  }

  private static Path write(Path root, String name) throws IOException {
    Path file = root.resolve("src/main/java/acme/" + name + "/Invoice.java");
    Files.createDirectories(file.getParent());
    return Files.writeString(file, CODE.formatted(name));
  }
}
