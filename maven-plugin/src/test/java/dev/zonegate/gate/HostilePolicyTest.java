package dev.zonegate.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Whatever is in the file: an error soon, with file, line, column and what to do. */
final class HostilePolicyTest {
  private static final String START = "version: 1\nzones:\n- {name: all, tier: ai-assisted";

  @TempDir Path root;

  @TestFactory
  Stream<DynamicTest> endsSoonWithAPlaceAndACure() {
    return Stream.of(
        refuses("10 MB", "version: 1\n" + "# more\n".repeat(1_500_000), ":37449:5: is larger than"),
        refuses("one long line", "a".repeat(10 << 20), ":1:262145: is larger than"),
        refuses(
            "many names", START + ", x: [" + "a,".repeat(120_000) + "]}\n", ":3:34: `x` is no key"),
        refuses("a bomb", bomb(), ":1:5: uses an anchor or alias"),
        refuses("an alias to itself", "a: &a [*a]\n", ":1:4: uses an anchor or alias"),
        refuses("deep lists", "zones: " + "[".repeat(100_000), ":1:15: nests too deeply"),
        refuses("deep blocks", blocks(), "nests too deeply"),
        refuses("a key twice", START + "}\nzones: []\n", ":4:1: `zones` is there twice"),
        refuses(
            "a rule twice", rules("TimeZone: off", "TimeZone: off"), ":6:3: `TimeZone` is there"),
        refuses(
            "a way out", START + ", paths: [\"../../etc\"]}\n", ":3:42: pattern `../../etc` steps"),
        refuses("a way in", START + ", paths: [\"a/../b\"]}\n", ":3:42: pattern `a/../b` steps"),
        refuses(
            "an absolute path", START + ", paths: [\"C:/x\"]}\n", ":3:42: pattern `C:/x` is abs"),
        refuses("a tag", "version: !!java.net.URL [x]\nzones: []\n", ":1:10: `version` is a list"),
        refuses("a merge", START + "}\n<<: {zones: []}\n", ":4:1: `<<` is no key"),
        refuses("a list as key", "? [a]\n: b\n", ":1:3: a key is a list"),
        refuses("a second document", START + "}\n---\nversion: 1\n", ":4:1: starts a second"),
        refuses("a control character", "version: \u0007\n", ":1:10: holds a character"),
        refuses("no end", "version: \"1\n", "is not YAML"),
        refuses("a huge number", START + "}\nrulesetVersion: 99999999999.0\n", ":4:17: `rulesetV"));
  }

  private DynamicTest refuses(String name, String text, String problem) {
    return DynamicTest.dynamicTest(
        name,
        () -> {
          Path file = Files.writeString(root.resolve(PolicyFile.NAME), text);
          PolicyException e =
              assertTimeoutPreemptively(Duration.ofSeconds(20), () -> refused(file));
          assertThat(e).as("it is refused").isNotNull();
          assertThat(e.getMessage()).contains(problem).hasSizeLessThan(5000);
          assertThat(e.getMessage().lines())
              .allMatch(each -> each.matches(".*zonegate\\.yml:\\d+:\\d+: .*[;?].*"));
        });
  }

  @Test
  void tellsWhereTheTextIsNotUtf8() throws IOException {
    byte[] latin = "version: 1\n# \u00fcber\n".getBytes(StandardCharsets.ISO_8859_1);
    Path file = Files.write(root.resolve(PolicyFile.NAME), latin);
    assertThat(refused(file)).hasMessageEndingWith(":2:3: is not UTF-8; save it as UTF-8");
  }

  private static PolicyException refused(Path file) {
    return catchThrowableOfType(PolicyException.class, () -> PolicyFile.load(file, Rules.NAMES));
  }

  private static String rules(String... lines) {
    return START + "}\nrules:\n  " + String.join("\n  ", lines) + "\n";
  }

  private static String bomb() {
    StringBuilder bomb = new StringBuilder("a0: &a0 [x,x,x,x,x,x,x,x,x,x]\n");
    for (int i = 1; i < 12; i++) {
      bomb.append("a").append(i).append(": &a").append(i).append(" [");
      bomb.append(("*a" + (i - 1) + ",").repeat(10)).append("]\n");
    }
    return bomb.toString();
  }

  private static String blocks() {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < 200; i++) {
      text.append(" ".repeat(i)).append("a:\n");
    }
    return text.toString();
  }
}
