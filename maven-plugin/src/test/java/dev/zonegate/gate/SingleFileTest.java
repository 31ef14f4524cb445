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
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SingleFileTest {
  private static final RuleNames NAMES =
      new RuleNames(Catalogue.rules().stream().map(Rule::info).toList());
  private static final SingleFile.Reading READING =
      new SingleFile.Reading(
          new Filter(List.of(), List.of(), false), StandardCharsets.UTF_8, Settings.DEFAULT);
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

  @Test
  void judgesATextInsteadOfTheFile() throws IOException, PolicyException {
    Files.createDirectory(folder.resolve(".git"));
    Path file = write(folder.toRealPath(), "edge");
    SingleFile empty =
        SingleFile.ofText(
            folder.toRealPath(), file, "class Invoice {}", READING, NAMES, Findings.TODAY);
    assertThat(empty.path()).isEqualTo("src/main/java/acme/edge/Invoice.java");
    assertThat(empty.verdict().standing()).isEmpty();
    assertThat(judged(file).verdict().standing()).hasSize(1);
  }

  @Test
  void knowsWhatIsCompiledOfItsModule() throws IOException, PolicyException {
    Files.createDirectory(folder.resolve(".git"));
    Path root = folder.toRealPath();
    Path file = root.resolve("m/src/A.java");
    Files.createDirectories(file.getParent());
    Files.writeString(file, "class A { int a() { return B.b(); } }");
    assertThat(judged(file).results().files().get(0).quality()).isEqualTo(new Quality(1, 1));
    Path other =
        Files.writeString(root.resolve("B.java"), "class B { static int b() { return 1; } }");
    Path classes = Files.createDirectories(root.resolve("m/target/classes"));
    ToolProvider.getSystemJavaCompiler()
        .run(null, null, null, "-d", classes.toString(), other.toString());
    assertThat(judged(file).results().files().get(0).quality()).isEqualTo(new Quality(1, 0));
  }

  @Test
  void namesFoldersAsTheirPolicyDoes() throws IOException, PolicyException {
    Path root = folder.toRealPath();
    Path file = root.resolve("zonegate.yml");
    Files.writeString(file, "{version: 1, zones: [{name: edge, tier: ai-friendly}]}");
    Policy policy = PolicyFile.load(file, NAMES);
    assertThat(SingleFile.prefix(policy, root)).isEmpty();
    assertThat(SingleFile.prefix(policy, root.resolve("a/b"))).isEqualTo("a/b/");
    assertThat(SingleFile.prefix(Policy.DEFAULT, root.resolve("a"))).isEmpty();
  }

  private SingleFile judged(Path file) throws IOException, PolicyException {
    return SingleFile.of(folder.toRealPath(), file, READING, NAMES, Findings.TODAY);
  }

  private static Path write(Path root, String name) throws IOException {
    Path file = root.resolve("src/main/java/acme/" + name + "/Invoice.java");
    Files.createDirectories(file.getParent());
    return Files.writeString(file, CODE.formatted(name));
  }
}
