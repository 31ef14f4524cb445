package dev.zonegate.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.zonegate.engine.Settings;
import dev.zonegate.gate.SourceListing.Filter;
import dev.zonegate.model.SourceFile.Role;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ShardsTest {
  @TempDir Path root;

  @BeforeEach
  void module() throws IOException {
    Files.createDirectories(root.resolve("src/a"));
    List<String> arguments =
        new ArrayList<>(List.of("-d", Files.createDirectories(root.resolve("classes")).toString()));
    for (int i = 0; i < 12; i++) {
      String text =
          "package a;\nclass C"
              + i
              + " {\n  java.time.LocalDate due() { return "
              + (i == 0 ? "java.time.LocalDate.now()" : "new C" + (i - 1) + "().due()")
              + "; }\n  java.time.LocalDate m() { return java.time.LocalDate.now(); }\n}\n";
      arguments.add(write("src/a/C" + i + ".java", text).toString());
    }
    write("src/application.properties", "a=b\n");
    assertThat(
            ToolProvider.getSystemJavaCompiler()
                .run(null, null, null, arguments.toArray(String[]::new)))
        .isZero();
    write("src/a/Broken.java", "package a;\nclass Broken { void m( }\n");
  }

  @Test
  void partsComeToTheSameBytesAsOneRun() throws IOException {
    CachedAnalysis whole = CachedAnalysis.of(inputs(), root.resolve("whole/results.bin"));
    assertThat(whole.results().files()).hasSize(14);
    Path parts = root.resolve("parts");
    int files = 0;
    for (int i = 1; i <= 3; i++) {
      files += Shards.analyse(inputs(), new Shard(i, 3), parts).files().size();
    }
    assertThat(files).isEqualTo(14);
    assertThat(Shards.merged(inputs(), parts, whole.results().key())).contains(whole.results());
    assertThat(CachedAnalysis.of(inputs(), parts.resolve("results.bin")).isNew()).isTrue();
    assertThat(Files.mismatch(root.resolve("whole/results.bin"), parts.resolve("results.bin")))
        .isEqualTo(-1);
  }

  @Test
  void waitsForAllParts() throws IOException {
    Path parts = root.resolve("parts");
    String key = Shards.analyse(inputs(), new Shard(1, 2), parts).key();
    assertThat(Shards.merged(inputs(), parts, key)).isEmpty();
    Shards.analyse(inputs(), new Shard(2, 3), parts);
    assertThat(Shards.merged(inputs(), parts, key)).isEmpty();
    Shards.analyse(inputs(), new Shard(2, 2), parts);
    assertThat(Shards.merged(inputs(), parts, key)).isPresent();
  }

  @Test
  void doesNotTakePartsOfOtherInputs() throws IOException {
    Path parts = root.resolve("parts");
    Shards.analyse(inputs(), new Shard(1, 2), parts);
    String key = Shards.analyse(inputs(), new Shard(2, 2), parts).key();
    assertThat(Shards.merged(inputs(), parts, key)).isPresent();
    byte[] compiled = Files.readAllBytes(root.resolve("classes/a/C0.class"));
    Files.write(root.resolve("classes/a/C0.class"), new byte[] {1});
    assertThat(Shards.merged(inputs(), parts, key)).isEmpty();
    Files.write(root.resolve("classes/a/C0.class"), compiled);
    write("src/a/C1.java", "package a;\nclass C1 {}\n");
    assertThat(Shards.merged(inputs(), parts, key)).isEmpty();
    Files.delete(root.resolve("src/a/C1.java"));
    assertThat(Shards.merged(inputs(), parts, key)).isEmpty();
  }

  @Test
  void doesNotTakeAPartThatHoldsOtherFilesUnderTheSameKey() throws IOException {
    Path parts = root.resolve("parts");
    Results part = Shards.analyse(inputs(), new Shard(1, 1), parts);
    List<FileRecord> files = part.files();
    FileRecord first = files.get(0);
    FileRecord second = files.get(1);
    assertThat(merged(part, files)).isPresent();
    assertThat(merged(part, files.subList(1, files.size()))).isEmpty();
    assertThat(merged(part, with(files, copy(first, second.path(), first.role(), first.sha256()))))
        .isEmpty();
    assertThat(merged(part, with(files, copy(first, first.path(), Role.TEST, first.sha256()))))
        .isEmpty();
    assertThat(merged(part, with(files, copy(first, first.path(), first.role(), "0")))).isEmpty();
  }

  private Optional<Results> merged(Results part, List<FileRecord> files) throws IOException {
    Path parts = root.resolve("parts");
    Results other = new Results(part.key(), files, part.notifications());
    ResultsFile.write(other, parts.resolve(new Shard(1, 1).file()));
    return Shards.merged(inputs(), parts, part.key());
  }

  private static List<FileRecord> with(List<FileRecord> files, FileRecord first) {
    List<FileRecord> all = new ArrayList<>(files);
    all.set(0, first);
    return all;
  }

  private static FileRecord copy(FileRecord file, String path, Role role, String sha256) {
    return new FileRecord(
        path,
        role,
        sha256,
        file.packageName(),
        file.quality(),
        file.lineHashes(),
        file.result(),
        file.marks());
  }

  @Test
  void doesNotTakeADamagedPart() throws IOException {
    Path parts = root.resolve("parts");
    String key = Shards.analyse(inputs(), new Shard(1, 1), parts).key();
    assertThat(Shards.merged(inputs(), parts, key)).isPresent();
    Path part = parts.resolve("shard-1-of-1.bin");
    Files.write(part, Arrays.copyOf(Files.readAllBytes(part), 300));
    assertThat(Shards.merged(inputs(), parts, key)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "1", "0/3", "4/3", "1/0", "-1/3", "1/1001", "1/3/5", "a/b", "99999/99999"})
  void refusesWhatIsNoPart(String text) {
    assertThatThrownBy(() -> Shard.parse(text)).hasMessageContaining("write one such as 2/3");
  }

  @Test
  void readsAPart() {
    assertThat(Shard.parse(" 2/3 ")).isEqualTo(new Shard(2, 3));
  }

  private Inputs inputs() {
    SourceRoot sources = new SourceRoot(root.resolve("src"), Role.MAIN, SourceRoot.Holds.BOTH);
    return new Inputs(
        SourceListing.of(List.of(sources), root, Filter.ALL),
        StandardCharsets.UTF_8,
        List.of(root.resolve("classes")),
        true,
        17,
        17,
        Settings.DEFAULT);
  }

  private Path write(String path, String text) throws IOException {
    return Files.writeString(root.resolve(path), text);
  }
}
