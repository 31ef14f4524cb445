package dev.zonegate.provenance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class CodeOwnersTest {
  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource({
    "src/A.java, true",
    "src/ledger/A.java, true",
    "src/ledger/free/A.java, false",
    "docs/a.md, true",
    "docs/deep/a.md, false",
    "pom.xml, false",
    "lib/my file.txt, true"
  })
  void letsTheLastLineThatMatchesDecide(String path, boolean isOwned) throws IOException {
    Files.writeString(
        folder.resolve("CODEOWNERS"),
        """
        # comment
        *.java    @all   # everything
        /src/ledger/ ann@acme.example
        free/
        docs/* @writers
        lib/my\\ file.txt @ann
        !pom.xml @nobody
        """);
    assertThat(CodeOwners.in(folder).orElseThrow().isOwned(path)).isEqualTo(isOwned);
  }

  @Test
  void knowsSectionsWithOwnersOfTheirOwn() throws IOException {
    Files.createDirectories(folder.resolve(".gitlab"));
    Files.writeString(
        folder.resolve(".gitlab/CODEOWNERS"), "[Ledger] @ledger\nledger/\n^[Other]\n*.java\n");
    CodeOwners owners = CodeOwners.in(folder).orElseThrow();
    assertThat(owners.file()).isEqualTo(".gitlab/CODEOWNERS");
    assertThat(owners.isOwned("ledger/A.java")).isTrue();
    assertThat(owners.isOwned("orders/A.java")).isFalse();
  }

  @ParameterizedTest
  @CsvSource({"10000, 1, false", "10001, 1, true", "1, 500, false", "1, 501, true"})
  void saysIfNotAllOfItIsRead(int lines, int length, boolean isCut) throws IOException {
    String line = "a".repeat(length) + " @ann\n";
    Files.writeString(folder.resolve("CODEOWNERS"), line.repeat(lines));
    assertThat(CodeOwners.in(folder).orElseThrow().cut().isPresent()).isEqualTo(isCut);
  }

  @Test
  void saysHowMuchOfALargeFileIsRead() throws IOException {
    Files.writeString(folder.resolve("CODEOWNERS"), "# " + "a".repeat(3 * 1024 * 1024));
    assertThat(CodeOwners.in(folder).orElseThrow().cut())
        .contains(
            "CODEOWNERS is read in part: 3 MiB, 10000 lines and patterns of 500 characters at most;"
                + " who owns what is known of these alone");
  }

  @Test
  void isNotThereWhereNobodyWroteIt() throws IOException {
    assertThat(CodeOwners.in(folder)).isEmpty();
  }
}
