package dev.zonegate.gate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zonegate.catalogue.Catalogue;
import dev.zonegate.engine.Analysis;
import dev.zonegate.engine.FileResult;
import dev.zonegate.engine.Settings;
import dev.zonegate.frontend.FrontEnd;
import dev.zonegate.frontend.SourceInput;
import dev.zonegate.frontend.SourceSet;
import dev.zonegate.frontend.javac.JavacFrontEnd;
import dev.zonegate.frontend.javaparser.JavaparserFrontEnd;
import dev.zonegate.model.Notification;
import dev.zonegate.model.SourceFile.Role;
import dev.zonegate.model.SourceText;
import dev.zonegate.pmd.PmdFrontend;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Monsters are judged in seconds, or it is said why not. */
final class MonsterTest {
  /** Time of the processor on a slow machine; what grows with the square takes minutes. */
  private static final Duration SECONDS = Duration.ofSeconds(40);

  private static final double PART = 0.2;

  /** Four times the code: 4 by its length, 16 by its square. */
  private static final double GROWTH = 11;

  private static final Duration NOTHING = Duration.ofMillis(400);

  private record Judged(FileResult result, Duration time) {}

  static List<Monster> monsters() {
    return Monster.ALL;
  }

  @ParameterizedTest
  @MethodSource("monsters")
  void aSmallMonsterIsJudged(Monster monster) {
    judgedWell(new JavacFrontEnd(), monster.source(PART));
  }

  static Stream<Arguments> monstersByFrontEnd() {
    return Monster.ALL.stream()
        .flatMap(
            each ->
                Stream.of(new JavacFrontEnd(), new JavaparserFrontEnd(), new PmdFrontend())
                    .map(frontEnd -> Arguments.of(each, frontEnd.name(), frontEnd)));
  }

  @Tag("robustness")
  @ParameterizedTest(name = "{0} by {1}")
  @MethodSource("monstersByFrontEnd")
  void aMonsterIsJudgedInTimeByItsLength(Monster monster, String name, FrontEnd frontEnd) {
    Judged quarter = judgedWell(frontEnd, monster.source(0.25));
    Judged whole = judgedWell(frontEnd, monster.source(1));

    assertThat(whole.time()).isLessThan(SECONDS);
    double before = Math.max(quarter.time().toNanos(), NOTHING.toNanos());
    assertThat(whole.time().toNanos() / before).as("growth").isLessThan(GROWTH);
  }

  private static Judged judgedWell(FrontEnd frontEnd, String source) {
    Judged judged = judged(frontEnd, source);
    assertThat(judged.result().notifications())
        .noneMatch(each -> each.kind() == Notification.Kind.LOWERING)
        .noneMatch(each -> each.kind() == Notification.Kind.RULE);
    return judged;
  }

  private static Judged judged(FrontEnd frontEnd, String source) {
    Analysis analysis = new Analysis(Catalogue.rules(), Settings.DEFAULT);
    SourceInput input = new SourceInput("Monster.java", SourceText.of(source), Role.MAIN);
    List<Judged> judged = new ArrayList<>();
    long before = ownTime();
    Thread caller = Thread.currentThread();
    frontEnd.read(
        new SourceSet(List.of(input), List.of(), 17, 17),
        file -> {
          FileResult result = analysis.check(file);
          // a front-end may have threads of its own, so that all their time is this file's
          long nanos = ownTime() - (Thread.currentThread().equals(caller) ? before : 0);
          judged.add(new Judged(result, Duration.ofNanos(nanos)));
        });
    assertThat(judged).hasSize(1);
    return judged.get(0);
  }

  private static long ownTime() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }
}
