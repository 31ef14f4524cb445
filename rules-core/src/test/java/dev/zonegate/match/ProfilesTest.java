package dev.zonegate.match;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zonegate.frontend.SourceInput;
import dev.zonegate.frontend.SourceSet;
import dev.zonegate.frontend.javaparser.JavaparserFrontEnd;
import dev.zonegate.model.Expr;
import dev.zonegate.model.SourceFile;
import dev.zonegate.model.SourceText;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ProfilesTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "dev; true",
        "DEV; true",
        "it-local; true",
        "acme-test-2; true",
        "test | local; true",
        "test, local; true",
        "test | prod; false",
        "test & eu; true",
        "eu & us; false",
        "!prod; true",
        "!(prod); true",
        "! live; true",
        "!eu; false",
        "prod; false",
        "contest; false",
        "''; false",
        "' '; false"
      })
  void isForTestsIfItNeverRunsInProduction(String profile, boolean isForTests) {
    assertThat(Profiles.isForTests(profile)).isEqualTo(isForTests);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "@Profile(\"dev\"); ; true",
        "@Profile({\"dev\", \"test\"}); ; true",
        "@Profile({\"dev\", \"prod\"}); ; false",
        "@Profile({}); ; false",
        "@Profile; ; false",
        "@Profile(NAME); ; true",
        "@Profile(UNKNOWN); ; false",
        "@Deprecated; ; false",
        "; @Profile(\"dev\"); true",
        "@Profile(\"prod\"); @Profile(\"dev\"); true",
        "@Profile(\"dev\"); @Profile(\"prod\"); true",
        "; ; false"
      })
  void keepsWhatItIsOnAwayFromProduction(String onType, String onMethod, boolean isForTests) {
    SourceFile file =
        read(
            "import org.springframework.context.annotation.Profile;\n"
                + (onType == null ? "" : onType)
                + " class Order {\n  static final String NAME = \"dev\";\n"
                + (onMethod == null ? "" : onMethod)
                + " void send() { ship(); }\n}\n");
    Expr.Call call = file.all(Expr.Call.class).get(0);
    assertThat(Profiles.isForTests(file, call)).isEqualTo(isForTests);
  }

  private static SourceFile read(String text) {
    SourceInput input = new SourceInput("Order.java", SourceText.of(text), SourceFile.Role.MAIN);
    List<SourceFile> files = new ArrayList<>();
    new JavaparserFrontEnd().read(new SourceSet(List.of(input), List.of(), 0, 0), files::add);
    return files.get(0);
  }
}
