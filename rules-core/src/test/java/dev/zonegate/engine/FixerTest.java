package dev.zonegate.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zonegate.model.SourceText;
import dev.zonegate.model.Span;
import dev.zonegate.rule.Fix;
import dev.zonegate.rule.TextEdit;
import java.util.List;
import org.junit.jupiter.api.Test;

final class FixerTest {
  private static final String ORDERS =
      """
      package acme.orders;

      import java.util.List;
      import static java.util.Objects.hash;

      class Orders {}
      """;

  @Test
  void editsAreAppliedFromTheOriginalPlaces() {
    SourceText text = SourceText.of("int a = 1;\nint b = 2;\n");
    Fix first = Fix.of("widen", TextEdit.replace(new Span(1, 1, 1, 4), "long"));
    Fix second =
        Fix.of(
            "annotate",
            TextEdit.insertBefore(new Span(2, 1, 2, 4), "final "),
            TextEdit.insertAfter(new Span(2, 9, 2, 10), "0"));

    Fixer.Fixed fixed = Fixer.apply(text, List.of(second, first));

    assertThat(fixed.text()).isEqualTo("long a = 1;\nfinal int b = 20;\n");
    assertThat(fixed.applied()).containsExactly(second, first);
    assertThat(fixed.rejected()).isEmpty();
  }

  @Test
  void aFixThatOverlapsAnEarlierOneIsLeftOutWhole() {
    SourceText text = SourceText.of("int a = 1;\n");
    Fix first = Fix.of("widen", TextEdit.replace(new Span(1, 1, 1, 6), "long c"));
    Fix second =
        Fix.of(
            "rename",
            TextEdit.replace(new Span(1, 5, 1, 6), "b"),
            TextEdit.replace(new Span(1, 9, 1, 10), "2"));

    Fixer.Fixed fixed = Fixer.apply(text, List.of(first, second));

    assertThat(fixed.text()).isEqualTo("long c = 1;\n");
    assertThat(fixed.rejected()).containsExactly(second);
  }

  @Test
  void theSameInsertionTwiceIsDoneOnce() {
    SourceText text = SourceText.of("int a;\n");
    Fix fix = Fix.of("seal", TextEdit.insertBefore(new Span(1, 1, 1, 4), "final "));

    assertThat(Fixer.apply(text, List.of(fix, fix)).text()).isEqualTo("final int a;\n");
  }

  @Test
  void anImportGoesToItsAlphabeticalPlace() {
    assertThat(importing(ORDERS, "java.time.Clock", "java.util.Locale"))
        .contains(
            "import java.time.Clock;\nimport java.util.List;\nimport java.util.Locale;\nimport static");
  }

  @Test
  void theFirstImportGoesBelowThePackage() {
    assertThat(importing("package acme;\n\nclass Orders {}\n", "java.util.List", "java.util.Map"))
        .isEqualTo(
            "package acme;\n\nimport java.util.List;\nimport java.util.Map;\n\nclass Orders {}\n");
  }

  @Test
  void withoutAPackageItGoesBelowTheHeadComment() {
    assertThat(importing("// Acme\nclass Orders {}\n", "java.util.List"))
        .isEqualTo("// Acme\nimport java.util.List;\n\nclass Orders {}\n");
  }

  @Test
  void whatIsVisibleIsNotImported() {
    assertThat(importing(ORDERS, "java.util.List", "java.lang.String", "acme.orders.Order"))
        .isEqualTo(ORDERS);
  }

  @Test
  void anImportThatWouldClashRejectsItsFix() {
    Fix fix = Fix.of("use").importing("java.awt.List");

    assertThat(Fixer.apply(SourceText.of(ORDERS), List.of(fix)).rejected()).containsExactly(fix);
  }

  @Test
  void anImportThatIsThereIsNoneThatIsNeeded() {
    Fix fix = Fix.of("use").importing("java.util.List", "java.time.Clock");

    Fix completed = Imports.of(SourceText.of(ORDERS)).completed(fix);

    assertThat(completed.imports()).containsExactly("java.time.Clock");
    assertThat(completed.importEdits())
        .containsExactly(TextEdit.insertBefore(new Span(3, 1, 3, 2), "import java.time.Clock;\n"));
    assertThat(completed.isWhole()).isTrue();
  }

  @Test
  void anImportThatWouldClashLeavesItsFixIncomplete() {
    Fix fix = Fix.of("use").importing("java.awt.List");

    assertThat(Imports.of(SourceText.of(ORDERS)).completed(fix).isWhole()).isFalse();
  }

  @Test
  void lineEndsStayAsTheyAre() {
    assertThat(importing(ORDERS.replace("\n", "\r\n"), "java.util.Map"))
        .isEqualTo(importing(ORDERS, "java.util.Map").replace("\n", "\r\n"));
  }

  private static String importing(String text, String... types) {
    return Fixer.apply(SourceText.of(text), List.of(Fix.of("use").importing(types))).text();
  }
}
