package dev.zonegate.provenance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class SourceMarkersTest {
  private static final SourceMarkers MARKERS =
      new SourceMarkers(List.of("@com.acme.ByAi", "AI-generated"));

  @Test
  void coversTheDeclarationThatFollows() {
    assertThat(
            marks(
                """
                package a;

                class A {
                  @AiAuthored
                  private int one = list(() -> { return 1; });
                  int two;

                  @Override
                  @AiAuthored("a model")
                  public String toString() {
                    return "}";
                  }

                  void three(@AiAuthored int a,
                      int b) {}

                  @dev.any.AiAuthored enum E { X, Y }
                }
                """))
        .containsExactly("4-5", "9-12", "14-15", "17-17");
  }

  @Test
  void findsConfiguredAnnotationsByName() {
    assertThat(marks("@ByAi class A {}")).containsExactly("1-1");
    assertThat(marks("@com.acme.ByAi\nclass A {\n}")).containsExactly("1-3");
    assertThat(marks("@org.other.ByAi class A {}")).isEmpty();
    assertThat(marks("@interface AiAuthored {}")).isEmpty();
    assertThat(marks("class AiAuthored { String s = \"@AiAuthored\"; } // @AiAuthored")).isEmpty();
  }

  @Test
  void coversTheFileByACommentInItsHeadAndElseWhatFollows() {
    assertThat(marks("// ai-generated, by hand\npackage a;\nclass A {\n}\n"))
        .containsExactly("1-5");
    assertThat(marks("class A {\n  /* AI-generated */\n  void a() {\n  }\n  int b;\n}\n"))
        .containsExactly("2-4");
    assertThat(marks("class A {}\n// AI-generated")).containsExactly("2-2");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "SPDX-FileContributor: Claude Opus 4.8 <noreply@anthropic.com> | true",
        "SPDX-FileContributor: GitHub Copilot | true",
        "SPDX-FileCopyrightText: 2026 Junie <junie@jetbrains.com> | true",
        "SPDX-FileCopyrightText: (c) 2025-2026 Claude <noreply@anthropic.com> */ int a; | true",
        "SPDX-FileContributor: Claude Dupont | false",
        "SPDX-FileContributor: Ann Example <ann@acme.example> | false",
        "SPDX-FileCopyrightText: 2026 Cursor, Inc. | false",
        "SPDX-License-Identifier: Apache-2.0 | false"
      })
  void believesTheTagsOfAFileThatNameATool(String tag, boolean isMeant) {
    String file = "/*\n * " + tag + " */\npackage a;\nclass A {\n}\n";
    assertThat(marks(file)).isEqualTo(isMeant ? List.of("1-6") : List.of());
    assertThat(MARKERS.in(file)).allMatch(each -> each.who() == Authorship.MIXED);
    assertThat(marks("class A { String s = \"" + tag + "\"; }")).isEmpty();
  }

  @Test
  void survivesCodeThatIsNone() {
    assertThat(marks("@AiAuthored")).containsExactly("1-1");
    assertThat(marks("@AiAuthored.")).hasSize(1);
    assertThat(marks("class A { @AiAuthored void a( {{{ ")).hasSize(1);
    String deep = "@AiAuthored (".repeat(3_000);
    assertTimeoutPreemptively(Duration.ofSeconds(20), () -> marks(deep));
  }

  private static List<String> marks(String content) {
    return MARKERS.in(content).stream()
        .map(each -> each.covers().first() + "-" + each.covers().last())
        .toList();
  }
}
