package dev.zonegate.gate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zonegate.frontend.JavaScanner;
import dev.zonegate.model.SourceText;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class AnnotationUseTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "@A class B {}|A 1 TYPE",
        "@a.b.A(x = {1}, y = @C(2)) public final class B {}|a.b.A 1 TYPE, C 1 MEMBER",
        "@A @B() interface C {}|A 1 TYPE, B 1 TYPE",
        "public @A abstract non-sealed class C {}|A 1 TYPE",
        "class C { @A static enum D { @B X } }|A 1 TYPE, B 1 MEMBER",
        "@A @interface B {}|A 1 TYPE",
        "@A record B(int c) {}|A 1 TYPE",
        "@A record B<T>(T c) {}|A 1 TYPE",
        "class C { @A record record; }|A 1 MEMBER",
        "class C { @A void m(@B int n) {} }|A 1 MEMBER, B 1 MEMBER",
        "class C { @A int n; @B C() {} }|A 1 MEMBER, B 1 MEMBER",
        "@A package b;|A 1 PACKAGE",
        "/* @A */ class C { String s = \"@B class\"; }|''",
        "@|''",
        "@A|A 1 MEMBER",
        "@A(|A 1 MEMBER"
      })
  void saysWhatAnAnnotationStandsOn(String source, String expected) {
    assertThat(
            uses(source).stream()
                .map(each -> each.name() + " " + each.line() + " " + each.target())
                .collect(Collectors.joining(", ")))
        .isEqualTo(expected);
  }

  @Test
  void namesTheLine() {
    assertThat(uses("package a;\n\n@A\n@B\nclass C {}"))
        .extracting(AnnotationUse::line)
        .containsExactly(3, 4);
  }

  private static List<AnnotationUse> uses(String source) {
    return AnnotationUse.in(JavaScanner.scan(SourceText.of(source)));
  }
}
