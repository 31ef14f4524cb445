package dev.zonegate.match.flow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zonegate.frontend.SourceInput;
import dev.zonegate.frontend.SourceSet;
import dev.zonegate.frontend.javac.JavacFrontEnd;
import dev.zonegate.model.Expr;
import dev.zonegate.model.SourceFile;
import dev.zonegate.model.SourceText;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class NullnessTest {
  @Test
  void aFinallyBlockKeepsTheWaysApartThatEnterIt() {
    assertThat(
            nullableNames(
                """
                String home = null;
                try {
                  home = System.getenv("A");
                  if (home == null) {
                    return;
                  }
                } finally {
                  System.gc();
                }
                home.trim();
                """))
        .isEmpty();
  }

  @Test
  void aLoopIsLeftByItsBreakWithWhatWasChecked() {
    assertThat(
            nullableNames(
                """
                String home;
                while (true) {
                  home = System.getenv("A");
                  if (home != null) {
                    break;
                  }
                }
                home.trim();
                """))
        .isEmpty();
  }

  @Test
  void aHandlerIsReachedBeforeTheCheckInItsTry() {
    assertThat(
            nullableNames(
                """
                String home = System.getenv("A");
                try {
                  check();
                  if (home == null) {
                    return;
                  }
                } catch (IllegalStateException e) {
                  home.trim();
                }
                """))
        .containsExactly("home");
  }

  @Test
  void aSwitchThatThrowsInOneCaseSaysNothingOfTheOthers() {
    assertThat(
            nullableNames(
                """
                String home = System.getenv("A");
                switch (number()) {
                  case 1:
                    if (home == null) {
                      throw new IllegalStateException();
                    }
                    break;
                  default:
                    break;
                }
                home.trim();
                """))
        .containsExactly("home");
  }

  @Test
  void aLambdaKnowsWhatWasCheckedWhereItIsMade() {
    assertThat(
            nullableNames(
                """
                String home = System.getenv("A");
                if (home != null) {
                  Runnable later = () -> home.trim();
                }
                Runnable now = () -> home.trim();
                """))
        .hasSize(1);
  }

  @Test
  void aGeneratedMethodOfFiveThousandLinesIsJudgedInTwoSeconds() {
    StringBuilder body = new StringBuilder();
    for (int i = 0; i < 2_500; i++) {
      body.append("String v").append(i).append(" = System.getenv(\"V").append(i).append("\");\n");
      body.append("if (number() > ").append(i).append(") { v").append(i).append(".trim(); }\n");
    }
    SourceFile file = file(body.toString());
    file.all(Expr.class);
    long start = processorTime();
    int found = nullableNames(file).size();
    assertThat(Duration.ofNanos(processorTime() - start)).isLessThan(Duration.ofSeconds(2));
    assertThat(found).isEqualTo(2_500);
  }

  @Test
  void aSearchThatWouldGoOnForLongIsGivenUp() {
    StringBuilder body = new StringBuilder("String home = System.getenv(\"A\");\n");
    for (int i = 0; i < 5_000; i++) {
      body.append("if (number() > ").append(i).append(") { home.trim(); }\n");
    }
    SourceFile file = file(body.toString());
    file.all(Expr.class);
    long start = processorTime();
    nullableNames(file);
    assertThat(Duration.ofNanos(processorTime() - start)).isLessThan(Duration.ofSeconds(5));
  }

  /** The clock on the wall would tell of the machine's other work. */
  private static long processorTime() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }

  private static List<String> nullableNames(String statements) {
    return nullableNames(file(statements));
  }

  private static List<String> nullableNames(SourceFile file) {
    return file.all(Expr.Name.class).stream()
        .filter(each -> Dereferences.of(file, each) != null)
        .filter(each -> Nullness.of(file).possibleNull(each).isPresent())
        .map(Expr.Name::name)
        .toList();
  }

  private static SourceFile file(String statements) {
    String content =
        "class Homes { static native int number(); static native void check(); void run() {\n"
            + statements
            + "} }\n";
    List<SourceFile> files = new ArrayList<>();
    SourceInput input =
        new SourceInput("src/Homes.java", SourceText.of(content), SourceFile.Role.MAIN);
    new JavacFrontEnd().read(new SourceSet(List.of(input), List.of(), 17, 17), files::add);
    return files.get(0);
  }
}
