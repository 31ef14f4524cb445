package dev.zonegate.gate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zonegate.engine.FileResult;
import dev.zonegate.engine.Suppression;
import dev.zonegate.facts.DeclaredType;
import dev.zonegate.model.Notification;
import dev.zonegate.model.SourceFile.Role;
import dev.zonegate.model.Span;
import dev.zonegate.model.TypeShape;
import dev.zonegate.rule.Confidence;
import dev.zonegate.rule.Finding;
import dev.zonegate.rule.Fix;
import dev.zonegate.rule.Related;
import dev.zonegate.rule.Severity;
import dev.zonegate.rule.TextEdit;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ResultsFileTest {
  private static final Span AT = new Span(3, 5, 3, 8);

  @TempDir Path folder;

  @Test
  void readsWhatItWrote() throws IOException {
    Finding finding =
        new Finding(
            "AI11",
            "TimeZone",
            "implicitNow",
            "a/B.java",
            AT,
            AT,
            "`now()` reads",
            "0123456789abcdef",
            Severity.WARNING,
            Confidence.MEDIUM,
            true,
            List.of(new Related("a/C.java", AT, "set here")),
            List.of(Fix.of("Pass it", TextEdit.replace(AT, "x")).importing("java.time.Clock")));
    Suppression suppression =
        new Suppression(
            "a/B.java",
            AT,
            AT,
            Suppression.Origin.COMMENT,
            "TimeZone",
            "a.B.m()",
            "in UTC",
            LocalDate.of(2027, 1, 31));
    Suppression withoutEnd =
        new Suppression(
            "a/B.java", AT, AT, Suppression.Origin.ANNOTATION, "TimeZone", "a.B.m()", "", null);
    Notification notification =
        new Notification("a/B.java", Span.NONE, Notification.Kind.TYPES, "some unknown");
    DeclaredType type =
        new DeclaredType(
            "a/B.java",
            new Span(3, 7, 3, 8),
            "a.B",
            TypeShape.Kind.CLASS,
            List.of("java.lang.Object"),
            List.of("jakarta.persistence.Entity"),
            List.of(new DeclaredType.DeclaredField("id", "java.lang.Long", List.of(), List.of())));
    TreeMap<Integer, String> hashes = new TreeMap<>();
    hashes.put(3, "abc:1");
    FileRecord file =
        new FileRecord(
            "a/B.java",
            Role.MAIN,
            "ff",
            "a",
            new Quality(10, 1),
            hashes,
            new FileResult(
                "a/B.java",
                List.of(finding),
                List.of(),
                List.of(type),
                List.of(suppression, withoutEnd),
                List.of(notification)));
    Results results = new Results("key", List.of(file), List.of(notification));

    ResultsFile.write(results, folder.resolve("results.jsonl"));

    assertThat(ResultsFile.read(folder.resolve("results.jsonl"))).contains(results);
  }

  @Test
  void givesNothingForAFileThatIsNotThereOrNotIntact() throws IOException {
    Path file = folder.resolve("results.jsonl");
    assertThat(ResultsFile.read(file)).isEmpty();
    Files.writeString(file, "{\"format\":2,\"key\":\"k\",\"notifications\":[]}\n{\"path\":\"half");
    assertThat(ResultsFile.read(file)).isEmpty();
    Files.writeString(file, "");
    assertThat(ResultsFile.read(file)).isEmpty();
    Files.writeString(file, "{\"format\":99,\"key\":\"k\",\"notifications\":[]}\n");
    assertThat(ResultsFile.read(file)).isEmpty();
  }
}
