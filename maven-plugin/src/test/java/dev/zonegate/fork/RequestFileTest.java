package dev.zonegate.fork;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.zonegate.engine.Settings;
import dev.zonegate.gate.AnalysisRequest;
import dev.zonegate.gate.Inputs;
import dev.zonegate.gate.ResultsFile;
import dev.zonegate.gate.SourceEntry;
import dev.zonegate.gate.SourceListing;
import dev.zonegate.model.Notification;
import dev.zonegate.model.SourceFile.Role;
import dev.zonegate.model.Span;
import dev.zonegate.rule.Conventions;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What one virtual machine asks is what the other reads. */
final class RequestFileTest {
  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void anAnalysisIsReadAsItWasWritten(boolean flag) throws IOException {
    Notification notification =
        new Notification("a/C.java", Span.NONE, Notification.Kind.SYNTAX, "is no file");
    SourceListing listing =
        new SourceListing(
            List.of(entry("a/A.java", Role.MAIN), entry("a/Grüße.java", Role.TEST)),
            List.of(notification));
    Inputs inputs =
        new Inputs(
            listing,
            StandardCharsets.ISO_8859_1,
            List.of(folder.resolve("b.jar"), folder.resolve("a.jar")),
            flag,
            11,
            17,
            settings(flag));
    AnalysisRequest request =
        new AnalysisRequest(inputs, List.of(entry("b/B.java", Role.GENERATED)), "key");
    Path file = folder.resolve("request.bin");
    RequestFile.write(request, file);
    AnalysisRequest read = RequestFile.read(file);
    assertThat(read.key()).isEqualTo("key");
    assertThat(read.others()).isEqualTo(request.others());
    assertThat(read.inputs().listing().entries()).isEqualTo(listing.entries());
    assertThat(read.inputs().listing().notifications()).containsExactly(notification);
    assertThat(read.inputs().encoding()).isEqualTo(StandardCharsets.ISO_8859_1);
    assertThat(read.inputs().classpath()).isEqualTo(inputs.classpath());
    assertThat(read.inputs().areClassesComplete()).isEqualTo(flag);
    assertThat(read.inputs().languageLevel()).isEqualTo(11);
    assertThat(read.inputs().targetRelease()).isEqualTo(17);
    assertThat(read.inputs().settings()).isEqualTo(settings(flag));
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void aSettlingIsReadAsItWasWritten(boolean flag) throws IOException {
    RequestFile.Settling request =
        new RequestFile.Settling(
            new ResultsFile.Stored(folder.resolve("open.bin"), 1L << 40),
            folder.resolve("decided.bin"),
            settings(!flag),
            flag,
            LocalDate.of(2026, 11, 22));
    Path file = folder.resolve("request.bin");
    RequestFile.write(request, file);
    assertThat(RequestFile.readSettling(file)).isEqualTo(request);
  }

  @Test
  void whatIsNoRequestIsRefused() throws IOException {
    Path file = Files.writeString(folder.resolve("request.bin"), "nothing of the kind");
    assertThatThrownBy(() -> RequestFile.read(file))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("holds no request");
    assertThatThrownBy(() -> RequestFile.readSettling(file))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("holds no request");
  }

  private SourceEntry entry(String path, Role role) {
    return new SourceEntry(path, folder.resolve(path), role);
  }

  private static Settings settings(boolean leavesTests) {
    Conventions conventions =
        new Conventions(
            Map.of("java.util.Date", "use java.time"), Set.of("a:b"), Map.of("a..", Set.of("b..")));
    return new Settings(Set.of("AI17"), Set.of("RawSql.strict"), leavesTests, conventions);
  }
}
