package dev.zonegate.gate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zonegate.engine.FileResult;
import dev.zonegate.model.SourceFile.Role;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class PlacementTest {
  private static final String ZONES =
      """
      version: 1
      zones:
        - name: regulated
          tier: human-only
          annotations: ["com.acme.Regulated", "@Critical"]
        - name: rest
          tier: ai-friendly
      """;

  @TempDir Path root;

  @Test
  void putsAnAnnotatedFileIntoTheZone() throws PolicyException {
    assertThat(zone("class A {}")).isEqualTo("rest");
    assertThat(zone("import com.acme.Regulated;\n@Regulated class A {}")).isEqualTo("regulated");
    assertThat(zone("import com.other.Regulated;\n@Regulated class A {}")).isEqualTo("rest");
    assertThat(zone("import com.other.Critical;\nclass A { @Critical class B {} }"))
        .isEqualTo("regulated");
  }

  @Test
  void putsAllFilesOfAnAnnotatedPackageIntoTheZone() throws PolicyException {
    FileRecord info = file("p/package-info.java", "@com.acme.Regulated\npackage p;");
    FileRecord inIt = file("p/A.java", "package p;\nclass A {}");
    FileRecord below = file("p/q/B.java", "package p.q;\nclass B {}");
    Placement placement = Placement.of(policy(), "", List.of(inIt, below, info));
    assertThat(placement.of(inIt).name()).isEqualTo("regulated");
    assertThat(placement.of(info).name()).isEqualTo("regulated");
    assertThat(placement.of(below).name()).isEqualTo("rest");
    assertThat(placement.ofGone("p/Old.java", "p").name()).isEqualTo("regulated");
  }

  @Test
  void asksThePackageBesideASingleFile() throws Exception {
    Files.writeString(root.resolve("package-info.java"), "@com.acme.Regulated package p;");
    Path file = root.resolve("New.java");
    assertThat(Placement.ofFile(policy(), "", file, "New.java", "p", StandardCharsets.UTF_8).name())
        .isEqualTo("regulated");
    Files.writeString(file, "package q;\nclass New {}");
    assertThat(Placement.ofFile(policy(), "", file, "New.java", "", StandardCharsets.UTF_8).name())
        .isEqualTo("rest");
    Files.writeString(file, "package q;\n@com.acme.Regulated class New {}");
    assertThat(Placement.ofFile(policy(), "", file, "New.java", "", StandardCharsets.UTF_8).name())
        .isEqualTo("regulated");
  }

  @Test
  void judgesByIt() throws PolicyException {
    FileRecord found = Findings.in("p/A.java").of(Rules.LEGACY, 3).record();
    FileRecord info = file("p/package-info.java", "@com.acme.Regulated\npackage p;");
    Verdict verdict = Findings.judged(policy(), "", Findings.results(found, info), Findings.TODAY);
    assertThat(verdict.blocking())
        .singleElement()
        .returns("human-only: every finding blocks", Judged::why);
    assertThat(verdict.zones().get(0).files()).isEqualTo(2);
  }

  @Test
  void blocksHandKeptCodeThatCallsItselfGeneratedWhereCareIsAskedFor() throws PolicyException {
    FileRecord regulated =
        file("A.java", "@com.acme.Regulated\n@Generated(\"claude\")\nclass A {}");
    Verdict verdict = Findings.judged(policy(), "", Findings.results(regulated), Findings.TODAY);
    assertThat(verdict.obstacles())
        .singleElement()
        .returns(2, Obstacle::line)
        .returns(
            "`@Generated` on code that people keep: rules and linters skip it; remove it, or mark"
                + " machine-written code `@AiAuthored`",
            Obstacle::why);
    FileRecord edge = file("B.java", "@Generated class B {}");
    assertThat(Findings.judged(policy(), "", Findings.results(edge), Findings.TODAY))
        .returns(true, Verdict::passes)
        .returns(List.of(), Verdict::notifications);
  }

  @Test
  void onlyReportsWhatCoverageAloneLeavesOut() throws PolicyException {
    FileRecord file = file("A.java", "@com.acme.Regulated\n@AiGenerated\nclass A {}");
    Verdict verdict = Findings.judged(policy(), "", Findings.results(file), Findings.TODAY);
    assertThat(verdict.passes()).isTrue();
    assertThat(verdict.notifications())
        .singleElement()
        .satisfies(each -> assertThat(each.message()).contains("coverage leaves it out"));
  }

  private static String zone(String source) throws PolicyException {
    FileRecord file = file("A.java", source);
    return Placement.of(policy(), "", List.of(file)).of(file).name();
  }

  private static FileRecord file(String path, String source) {
    SourceHead head = SourceHead.of(source);
    return new FileRecord(
        path,
        Role.MAIN,
        "ff",
        head.packageName(),
        Quality.NONE,
        new TreeMap<>(),
        FileResult.unread(path, List.of()),
        head.marks());
  }

  private static Policy policy() throws PolicyException {
    return PolicyReader.read(ZONES, Path.of("zonegate.yml"), Rules.NAMES);
  }
}
