package dev.zonegate.match;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class DesktopTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "import javax.swing.JFrame; class Window { }",
        "import javax.swing.*; class Window { }",
        "import java.awt.event.ActionEvent; class Window { }",
        "import picocli.CommandLine; class Tool { }",
        "class Window extends javax.swing.JFrame { }",
        "class Window { java.awt.Color color; }",
      })
  void runsOnTheMachineOfItsUser(String code) {
    assertThat(Desktop.isDesktop(Snippet.file(code))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "import java.util.List; class Service { List<String> names; }",
        "import javax.swingers.Dance; class Service { }",
        "import java.*; class Service { }",
        "class Service { }",
      })
  void runsElsewhere(String code) {
    assertThat(Desktop.isDesktop(Snippet.file(code))).isFalse();
  }
}
