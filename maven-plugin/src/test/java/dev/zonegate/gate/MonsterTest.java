package dev.zonegate.gate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zonegate.catalogue.Catalogue;
import dev.zonegate.engine.Analysis;
import dev.zonegate.engine.FileResult;
import dev.zonegate.engine.Settings;
import dev.zonegate.frontend.SourceInput;
import dev.zonegate.frontend.SourceSet;
import dev.zonegate.frontend.javac.JavacFrontEnd;
import dev.zonegate.model.Notification;
import dev.zonegate.model.SourceFile.Role;
import dev.zonegate.model.SourceText;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What generators write and no person does: judged in seconds, or a clear word why not. */
final class MonsterTest {
  /** A machine may be slow and busy; what grows with the square takes minutes. */
  private static final Duration SECONDS = Duration.ofSeconds(60);

  static Stream<Arguments> monsters() {
    return Stream.of(
        monster(
            "a method of 20,000 lines", method(lines(20_000, i -> "go(list, \"v" + i + "\");"))),
        monster(
            "a switch of 5,000 cases",
            method(
                "switch (n) {\n"
                    + lines(5_000, i -> "case " + i + ": list.add(\"c" + i + "\"); break;")
                    + "}")),
        monster(
            "a sum of 10,000 terms",
            method("String s = name" + lines(10_000, i -> "+ \"t" + i + "\" + n") + ";")),
        monster(
            "400 blocks in each other", method("if (n > 1) {\n".repeat(400) + "}\n".repeat(400))),
        monster("a literal of 3 MB", method("String s = \"" + "x".repeat(3 << 20) + "\";")),
        monster(
            "an array of 50,000",
            "static final int[] ALL = {\n" + lines(50_000, i -> i + ",") + "};"),
        monster(
            "2,000 methods",
            lines(2_000, i -> "String m" + i + "(String a) { return a.trim() + " + i + "; }")),
        monster(
            "200 lambdas in each other",
            "Runnable r = "
                + "() -> { Runnable r = ".repeat(200)
                + "null"
                + "; }".repeat(200)
                + ";"),
        monster(
            "1,000 conditions in each other",
            method("int k = " + lines(1_000, i -> "n == " + i + " ? " + i + " :") + " 0;")),
        monster(
            "a chain of 2,000 calls",
            method("StringBuilder b = new StringBuilder()" + ".append(name)".repeat(2_000) + ";")));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("monsters")
  void aMonsterIsJudgedInSecondsOrSaysWhyNot(String name, String source) {
    Judged judged = judge(source);
    assertThat(judged.duration()).as(name).isLessThan(SECONDS);
    assertThat(judged.result().notifications())
        .as(name)
        .noneMatch(each -> each.kind() == Notification.Kind.LOWERING);
    if (!judged.result().isComplete()) {
      assertThat(judged.result().notifications())
          .extracting(Notification::message)
          .allMatch(each -> each.matches(".*(nested too deeply|; report it|[;,] ).*"));
    }
  }

  private record Judged(FileResult result, Duration duration) {}

  private static Judged judge(String source) {
    Analysis analysis = new Analysis(Catalogue.rules(), Settings.DEFAULT);
    SourceInput input = new SourceInput("Monster.java", SourceText.of(source), Role.MAIN);
    List<Judged> judged = new ArrayList<>();
    // the front-end has a thread of its own, so that its time is this file's
    new JavacFrontEnd()
        .read(
            new SourceSet(List.of(input), List.of(), 17, 17),
            file -> {
              FileResult result = analysis.check(file);
              long nanos = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
              judged.add(new Judged(result, Duration.ofNanos(nanos)));
            });
    assertThat(judged).hasSize(1);
    return judged.get(0);
  }

  private static Arguments monster(String name, String members) {
    String source =
        "import java.util.*;\nclass Monster {\n  void go(List<String> l, String s) { l.add(s); }\n"
            + members
            + "\n}\n";
    return Arguments.of(name, source);
  }

  private static String method(String body) {
    return "void run(List<String> list, String name, int n) {\n" + body + "\n}\n";
  }

  private static String lines(int count, IntFunction<String> line) {
    return IntStream.range(0, count).mapToObj(line).collect(Collectors.joining("\n", "", "\n"));
  }
}
