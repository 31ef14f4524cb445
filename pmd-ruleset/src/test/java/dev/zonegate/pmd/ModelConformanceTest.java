package dev.zonegate.pmd;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zonegate.frontend.ModelPrinter;
import dev.zonegate.frontend.SourceSet;
import dev.zonegate.frontend.SyntaxFiles;
import dev.zonegate.model.Notification;
import dev.zonegate.model.SourceFile;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import net.sourceforge.pmd.PMDVersion;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** PMD makes the same model of each construct file as the other front-ends, on any JDK. */
final class ModelConformanceTest {
  private static final int NEWEST = 25;

  /** PMD's lexer has no identifiers of two UTF-16 units. */
  private static final String UNREADABLE = "Astral.java";

  static Stream<String> files() {
    return SyntaxFiles.upTo(NEWEST).stream().filter(each -> !each.equals(UNREADABLE));
  }

  @ParameterizedTest
  @MethodSource("files")
  void pmdMakesTheExpectedModel(String path) {
    SourceFile file = read(path);

    assertThat(file.notifications()).isEmpty();
    if (isFullyResolved(path)) {
      assertThat(ModelPrinter.print(file)).isEqualTo(SyntaxFiles.expected(path));
    } else {
      assertThat(shape(ModelPrinter.print(file))).isEqualTo(shape(SyntaxFiles.expected(path)));
    }
  }

  @Test
  void whatPmdCannotReadIsASyntaxError() {
    assertThat(read(UNREADABLE).notifications())
        .extracting(Notification::kind)
        .containsExactly(Notification.Kind.SYNTAX);
  }

  /** What a known gap of PMD's inference does not touch. */
  private static boolean isFullyResolved(String path) {
    return switch (path) {
      // a variable that is declared with var and holds an anonymous class
      case "Java17.java" -> false;
      // bindings in the guard of a case
      case "Java21.java" -> PMDVersion.VERSION.compareTo("7.18") >= 0;
      // java.lang.IO
      case "Java25.java" -> Runtime.version().feature() >= NEWEST;
      default -> true;
    };
  }

  /** A printed model without what its names mean. */
  private static String shape(String model) {
    return model.replaceAll(" (type|ref|method|variable|symbol)=[^\\n]*?(?= \\w+=|\\n)", "");
  }

  private static SourceFile read(String path) {
    List<SourceFile> files = new ArrayList<>();
    SourceSet sources = new SourceSet(List.of(SyntaxFiles.input(path)), List.of(), 0, 0);
    new PmdFrontend().read(sources, files::add);
    return files.get(0);
  }
}
