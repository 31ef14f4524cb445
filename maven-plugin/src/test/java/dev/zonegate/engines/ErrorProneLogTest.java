package dev.zonegate.engines;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zonegate.rule.Confidence;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ErrorProneLogTest {
  @TempDir Path folder;

  @Test
  void readsWhatJavacWrites() throws Exception {
    assertThat(
            told(
                """
                /builds/My Shop/Orders.java:12: warning: [DefaultCharset] Implicit use of the charset
                    new String(bytes);
                    ^
                    (see https://errorprone.info/bugpattern/DefaultCharset)
                  Did you mean 'new String(bytes, UTF_8);'?
                Orders.java:14: error: [InvalidZoneId] Invalid zone
                Orders.java:15: error: ';' expected
                Orders.java:16: warning: no brackets
                2 warnings
                """))
        .containsExactly(
            new Told(
                "DefaultCharset",
                "/builds/My Shop/Orders.java",
                12,
                1,
                Confidence.MEDIUM,
                "Implicit use of the charset"),
            new Told("InvalidZoneId", "Orders.java", 14, 1, Confidence.HIGH, "Invalid zone"));
  }

  @Test
  void readsWhatMavenMakesOfIt() throws Exception {
    assertThat(
            told(
                """
                [INFO] Compiling 2 source files
                [\u001b[1;33mWARNING\u001b[m] /C:/shop/A.java:[3,5] [EmptyCatch] Caught and lost
                [ERROR] /shop/A.java:[4,9] [InvalidZoneId] Invalid zone
                [WARNING] /shop/A.java: [5,9] elsewhere
                """))
        .containsExactly(
            new Told("EmptyCatch", "C:/shop/A.java", 3, 5, Confidence.MEDIUM, "Caught and lost"),
            new Told("InvalidZoneId", "/shop/A.java", 4, 9, Confidence.HIGH, "Invalid zone"));
  }

  private List<Told> told(String text) throws Exception {
    List<Told> told = new ArrayList<>();
    ErrorProneLog.read(Files.writeString(folder.resolve("errorprone.log"), text), told);
    return told;
  }
}
