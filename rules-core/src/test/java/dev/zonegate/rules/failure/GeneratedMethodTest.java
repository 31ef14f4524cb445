package dev.zonegate.rules.failure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zonegate.engine.Analysis;
import dev.zonegate.engine.FileResult;
import dev.zonegate.engine.Settings;
import dev.zonegate.frontend.SourceInput;
import dev.zonegate.frontend.SourceSet;
import dev.zonegate.frontend.javac.JavacFrontEnd;
import dev.zonegate.match.flow.ControlFlow;
import dev.zonegate.model.Notification;
import dev.zonegate.model.SourceFile;
import dev.zonegate.model.SourceText;
import dev.zonegate.rule.Rule;
import dev.zonegate.rules.missingstate.MissingStateRule;
import dev.zonegate.rules.missingtimeout.MissingTimeoutRule;
import dev.zonegate.rules.naiveretry.NaiveRetryRule;
import dev.zonegate.rules.nullhandling.NullHandlingRule;
import dev.zonegate.rules.racecondition.RaceConditionRule;
import dev.zonegate.rules.resourceleak.ResourceLeakRule;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The rules on what happens when it does not go well follow the control flow of whole methods. */
final class GeneratedMethodTest {
  private static final int LINES = 5_000;
  private static final int SOME_LINES = 1_000;
  private static final double BELOW_QUADRATIC = 20;
  private static final int TRIES = 12;
  private static final Duration FEW_SECONDS = Duration.ofSeconds(10);

  private static final List<Rule> RULES =
      List.of(
          new MissingStateRule(),
          new NullHandlingRule(),
          new RaceConditionRule(),
          new MissingTimeoutRule(),
          new NaiveRetryRule(),
          new ResourceLeakRule());

  /** What generators write over and over; {@code #} counts. */
  static Stream<Arguments> shapes() {
    return Stream.of(
        Arguments.of(
            "a mapper, field by field",
            """
            if (source.get("field#") != null) {
              target.put("field#", source.get("field#").trim());
            }
            String name# = System.getenv("NAME#");
            target.put("name#", name#.trim());
            """,
            1),
        Arguments.of(
            "a parser, case by case",
            """
            if (text.equals("token#")) {
              String value = source.get(text);
              if (value == null) {
                throw new IllegalStateException("token#");
              }
              target.put(value, text);
            } else""",
            0),
        Arguments.of(
            "files, one after the other",
            """
            InputStream in# = new FileInputStream("file#");
            try {
              target.put("file#", String.valueOf(in#.read()));
            } finally {
              in#.close();
            }
            """,
            0),
        Arguments.of(
            "files that nobody closes",
            """
            InputStream open# = new FileInputStream("file#");
            target.put("file#", String.valueOf(open#.read()));
            """,
            1),
        Arguments.of(
            "settings that nobody looks at",
            """
            target.put("name#", System.getenv("NAME#").trim());
            """,
            1),
        Arguments.of(
            "retries around calls",
            """
            for (int attempt = 0; attempt < 3; attempt++) {
              try {
                target.put("call#", String.valueOf(new URL("https://example.org/#").openStream().read()));
                break;
              } catch (IOException e) {
                if (attempt == 2) {
                  throw e;
                }
              }
            }
            """,
            1),
        Arguments.of(
            "one variable for it all",
            """
            text = source.get("key#");
            if (text != null && text.isEmpty()) {
              text = System.getenv("KEY#");
            }
            target.put("key#", text.trim());
            """,
            1),
        Arguments.of(
            "calls with lambdas",
            """
            Map<String, String> row# = new HashMap<>(source);
            row#.computeIfAbsent("key#", key -> source.get(key).trim());
            row#.forEach((key, value) -> target.put(key, value));
            """,
            0));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("shapes")
  void aGeneratedMethodOfFiveThousandLinesTakesSeconds(String name, String shape, int least) {
    Measured whole = measure(file(shape, LINES));
    assertThat(whole.duration()).as(name).isLessThan(FEW_SECONDS);
    assertThat(whole.notifications()).noneMatch(each -> each.kind() == Notification.Kind.RULE);
    assertThat(whole.findings()).as(name).isGreaterThanOrEqualTo(least);
  }

  /** Five times the lines take 5 times as long if linear, 25 times if quadratic. */
  @ParameterizedTest(name = "{0}")
  @MethodSource("shapes")
  void timeGrowsAboutAsTheLines(String name, String shape, int least) {
    SourceFile some = file(shape, SOME_LINES);
    SourceFile many = file(shape, LINES);
    long bestOfSome = Long.MAX_VALUE;
    long bestOfMany = Long.MAX_VALUE;
    for (int i = 0; i < TRIES; i++) { // in turn, so that a busy machine is busy for both
      bestOfSome = Math.min(bestOfSome, measure(some).duration().toNanos());
      bestOfMany = Math.min(bestOfMany, measure(many).duration().toNanos());
    }
    assertThat((double) bestOfMany / bestOfSome).as(name).isLessThan(BELOW_QUADRATIC);
  }

  /** Counted, not timed: what is allocated and how many points of the control flow are searched. */
  @ParameterizedTest(name = "{0}")
  @MethodSource("shapes")
  void workAboutDoublesWithTheLines(String name, String shape, int least) {
    check(file(shape, LINES / 2));
    Work half = work(file(shape, LINES / 2));
    Work whole = work(file(shape, LINES));
    assertThat(whole.steps()).as(name).isLessThan(half.steps() * 5 / 2 + 1);
    assertThat(whole.allocated()).as(name).isLessThan(half.allocated() * 5 / 2);
  }

  private record Work(long steps, long allocated) {}

  private static Work work(SourceFile file) {
    long before = allocated();
    check(file);
    return new Work(ControlFlow.of(file).steps(), allocated() - before);
  }

  private static FileResult check(SourceFile file) {
    return new Analysis(RULES, Settings.DEFAULT).check(file);
  }

  private static long allocated() {
    return ((com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean())
        .getCurrentThreadAllocatedBytes();
  }

  private record Measured(Duration duration, int findings, List<Notification> notifications) {}

  private static Measured measure(SourceFile file) {
    long start = processorTime();
    FileResult result = new Analysis(RULES, Settings.DEFAULT).check(file);
    Duration duration = Duration.ofNanos(processorTime() - start);
    return new Measured(duration, result.findings().size(), result.notifications());
  }

  /** The clock on the wall would tell of the machine's other work. */
  private static long processorTime() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }

  private static SourceFile file(String shape, int lines) {
    int times = lines / (int) shape.lines().count();
    StringBuilder body = new StringBuilder();
    for (int i = 0; i < times; i++) {
      body.append(shape.replace("#", String.valueOf(i))).append('\n');
    }
    if (shape.endsWith("else")) {
      body.append("{ target.clear(); }\n");
    }
    String content =
        "import java.io.*; import java.net.*; import java.util.*;\n"
            + "class Generated { void fill(Map<String, String> source, Map<String, String> target,"
            + " String text) throws IOException {\n"
            + body
            + "} }\n";
    List<SourceFile> files = new ArrayList<>();
    SourceInput input =
        new SourceInput("src/Generated.java", SourceText.of(content), SourceFile.Role.MAIN);
    new JavacFrontEnd().read(new SourceSet(List.of(input), List.of(), 17, 17), files::add);
    return files.get(0);
  }
}
