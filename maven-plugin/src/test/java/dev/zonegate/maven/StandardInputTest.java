package dev.zonegate.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.apache.maven.plugin.MojoExecutionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class StandardInputTest {
  @TempDir Path root;

  @Test
  void isAFileOfTheProject() throws Exception {
    assertThat(read("src/./main/java/A.java", "class A { String s = \"\u00fc\"; }"))
        .returns(root.resolve("src/main/java/A.java"), StandardInput::file)
        .returns("class A { String s = \"\u00fc\"; }", StandardInput::text);
  }

  @Test
  void isNoFileOutsideOfIt() {
    for (String each : new String[] {"../A.java", "/etc/A.java", "a/../..", "", "."}) {
      assertThatThrownBy(() -> read(each, ""))
          .isInstanceOf(MojoExecutionException.class)
          .hasMessage(
              "zonegate.stdin: `" + each + "` is not in " + root + "; name a file relative to it");
    }
    assertThatThrownBy(() -> read("a\0b", ""))
        .isInstanceOf(MojoExecutionException.class)
        .hasMessageContaining("is no path");
  }

  @Test
  void hasAnEnd() {
    InputStream endless =
        new InputStream() {
          @Override
          public int read() {
            return 'x';
          }
        };
    assertThatThrownBy(() -> StandardInput.read(root, "A.java", endless, StandardCharsets.UTF_8))
        .isInstanceOf(MojoExecutionException.class)
        .hasMessage("zonegate.stdin: the input is larger than 10 MiB; hand over one source file");
  }

  private StandardInput read(String name, String text) throws MojoExecutionException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    return StandardInput.read(root, name, new ByteArrayInputStream(bytes), StandardCharsets.UTF_8);
  }
}
