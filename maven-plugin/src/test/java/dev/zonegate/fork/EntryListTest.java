package dev.zonegate.fork;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zonegate.gate.SourceEntry;
import dev.zonegate.model.SourceFile.Role;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

final class EntryListTest {
  @Test
  void readsWhatItWasMadeOf() {
    List<SourceEntry> entries =
        List.of(
            entry("src/a/A.java", "/build/src/a/A.java", Role.MAIN),
            entry(
                "src/a/Grüße\n\ud83d\ude00.java",
                "/build/src/a/Grüße\n\ud83d\ude00.java",
                Role.TEST),
            entry("src/a/application.yml", "/elsewhere/src/a/application.yml", Role.MAIN),
            entry("/away/B.java", "/away/B.java", Role.GENERATED),
            entry("B.java", "/build/B.java", Role.MAIN));
    assertThat(EntryList.of(entries).read()).isEqualTo(entries);
    assertThat(EntryList.of(entries).base()).isEqualTo("/build/");
    List<SourceEntry> others = entries.subList(3, 5);
    assertThat(EntryList.of(others).read()).isEqualTo(others);
    assertThat(EntryList.of(List.of()).read()).isEmpty();
  }

  @Test
  void aPathThatDoesNotEndTheFileIsKeptApart() {
    List<SourceEntry> entries =
        List.of(
            entry("one/A.java", "/x/two/A.java", Role.MAIN),
            entry("A.java", "/x/two/A.java", Role.MAIN));
    assertThat(EntryList.of(entries).base()).isEmpty();
    assertThat(EntryList.of(entries).read()).isEqualTo(entries);
  }

  private static SourceEntry entry(String path, String file, Role role) {
    return new SourceEntry(path, Path.of(file), role);
  }
}
