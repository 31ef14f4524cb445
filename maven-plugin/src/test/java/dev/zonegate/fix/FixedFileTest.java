package dev.zonegate.fix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.difflib.UnifiedDiffUtils;
import dev.zonegate.catalogue.Catalogue;
import dev.zonegate.engine.Analysis;
import dev.zonegate.engine.Settings;
import dev.zonegate.gate.FileRecord;
import dev.zonegate.gate.FrontEnds;
import dev.zonegate.gate.Inputs;
import dev.zonegate.gate.SourceAnalysis;
import dev.zonegate.gate.SourceListing;
import dev.zonegate.gate.SourceListing.Filter;
import dev.zonegate.gate.SourceRoot;
import dev.zonegate.model.SourceFile.Role;
import dev.zonegate.rule.Finding;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class FixedFileTest {
  private static final String CODE =
      """
      package acme;

      import java.time.format.DateTimeFormatter;

      final class Form {
        // \u00fcber
        static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("YYYY-MM-dd");
      }
      """;

  @TempDir Path root;

  @ParameterizedTest
  @CsvSource({
    "UTF-8, ''",
    "UTF-8, EFBBBF",
    "ISO-8859-1, ''",
    "windows-1252, ''",
    "UTF-16LE, FFFE",
    "UTF-16BE, FEFF"
  })
  void changesNothingButTheRepair(Charset charset, String mark) throws Exception {
    String code = CODE.replace("\n", "\r\n").stripTrailing();
    Path file = write("src/Form.java", marked(mark, code.getBytes(charset)));
    Charset told = mark.endsWith("FE") || mark.startsWith("FE") ? StandardCharsets.UTF_8 : charset;
    fixed("src/Form.java", told).write();
    byte[] expected = marked(mark, code.replace("YYYY", "uuuu").getBytes(charset));
    byte[] other = marked(mark, code.replace("YYYY", "yyyy").getBytes(charset));
    assertThat(Files.readAllBytes(file)).isIn(expected, other);
  }

  @Test
  void keepsPermissionsAndLeavesNothingBehind() throws Exception {
    Path file = write("src/Form.java", CODE.getBytes(StandardCharsets.UTF_8));
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-x---"));
    fixed("src/Form.java", StandardCharsets.UTF_8).write();
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rwxr-x---");
    try (var files = Files.list(file.getParent())) {
      assertThat(files).containsExactly(file);
    }
  }

  @Test
  void leavesAFileAloneThatChangedSinceItWasAnalysed() throws Exception {
    Path file = write("src/Form.java", CODE.getBytes(StandardCharsets.UTF_8));
    FileRecord record = record("src/Form.java", StandardCharsets.UTF_8);
    FixedFile fixed = FixedFile.of(root, record, findings(record), StandardCharsets.UTF_8);
    Files.writeString(file, CODE + "// mine\n");
    assertThatThrownBy(() -> FixedFile.of(root, record, findings(record), StandardCharsets.UTF_8))
        .isInstanceOf(RefusedException.class)
        .hasMessage("src/Form.java changed since it was analysed; run the goal again");
    assertThatThrownBy(fixed::write).isInstanceOf(RefusedException.class);
    assertThat(file).hasContent(CODE + "// mine\n");
  }

  @Test
  void leavesAFileAloneThatIsGone() throws Exception {
    Path file = write("src/Form.java", CODE.getBytes(StandardCharsets.UTF_8));
    FileRecord record = record("src/Form.java", StandardCharsets.UTF_8);
    Files.delete(file);
    assertThatThrownBy(() -> FixedFile.of(root, record, findings(record), StandardCharsets.UTF_8))
        .hasMessage("src/Form.java is gone since it was analysed");
  }

  @Test
  void followsNoLinkOutOfTheProject(@TempDir Path elsewhere) throws Exception {
    Path target = Files.writeString(elsewhere.resolve("Form.java"), CODE);
    Files.createDirectories(root.resolve("src"));
    Files.createSymbolicLink(root.resolve("src/Form.java"), target);
    FileRecord record = record("src/Form.java", StandardCharsets.UTF_8);
    assertThatThrownBy(() -> FixedFile.of(root, record, findings(record), StandardCharsets.UTF_8))
        .hasMessage("src/Form.java lies outside the project");
    assertThat(target).hasContent(CODE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"src/Form.java", "a folder/Form.java"})
  void writesAPatchThatGivesTheSameText(String path) throws Exception {
    for (String code : List.of(CODE, CODE.replace("\n", "\r\n"), CODE.stripTrailing())) {
      write(path, code.getBytes(StandardCharsets.UTF_8));
      FixedFile fixed = fixed(path, StandardCharsets.UTF_8);
      Path patch = root.resolve("out/fixes.patch");
      PatchFile.write(List.of(fixed), patch);
      List<String> diff = List.of(Files.readString(patch).split("\n"));
      assertThat(diff.get(0)).isEqualTo("--- a/" + path + (path.contains(" ") ? "\t" : ""));
      List<String> withoutMarks = diff.stream().filter(each -> !each.startsWith("\\")).toList();
      List<String> patched =
          UnifiedDiffUtils.parseUnifiedDiff(withoutMarks).applyTo(List.of(code.split("\n")));
      assertThat(String.join("\n", patched))
          .isEqualTo(fixed.after().text().replaceFirst("\n$", ""));
      Files.delete(root.resolve(path));
    }
  }

  @Test
  void saysThatTheEndOfTheFileHasNoLineEnd() throws Exception {
    write("Form.java", CODE.stripTrailing().getBytes(StandardCharsets.UTF_8));
    Path patch = root.resolve("out/fixes.patch");
    PatchFile.write(List.of(fixed("Form.java", StandardCharsets.UTF_8)), patch);
    assertThat(Files.readString(patch)).endsWith("\n }\n\\ No newline at end of file\n");
  }

  @Test
  void keepsWideTextOutOfPatches() throws Exception {
    write("Form.java", marked("FFFE", CODE.getBytes(StandardCharsets.UTF_16LE)));
    assertThat(PatchFile.canHold(fixed("Form.java", StandardCharsets.UTF_8))).isFalse();
  }

  private FixedFile fixed(String path, Charset charset) throws RefusedException {
    FileRecord record = record(path, charset);
    FixedFile fixed = FixedFile.of(root, record, findings(record), charset);
    assertThat(fixed.applied()).isEqualTo(1);
    return fixed;
  }

  private static List<Finding> findings(FileRecord record) {
    return record.result().findings().stream().filter(each -> !each.fixes().isEmpty()).toList();
  }

  private FileRecord record(String path, Charset charset) {
    SourceListing listing =
        SourceListing.of(List.of(new SourceRoot(root, Role.MAIN)), root, Filter.ALL);
    Inputs inputs = new Inputs(listing, charset, List.of(), false, 17, 17, Settings.DEFAULT);
    Analysis analysis = new Analysis(Catalogue.rules(), Settings.DEFAULT);
    return SourceAnalysis.of(inputs, FrontEnds.of(inputs), analysis, "").files().stream()
        .filter(each -> each.path().equals(path))
        .findFirst()
        .orElseThrow();
  }

  private Path write(String path, byte[] bytes) throws IOException {
    Path file = root.resolve(path);
    Files.createDirectories(file.getParent());
    return Files.write(file, bytes);
  }

  private static byte[] marked(String mark, byte[] text) {
    byte[] start = java.util.HexFormat.of().parseHex(mark);
    byte[] all = java.util.Arrays.copyOf(start, start.length + text.length);
    System.arraycopy(text, 0, all, start.length, text.length);
    return all;
  }
}
