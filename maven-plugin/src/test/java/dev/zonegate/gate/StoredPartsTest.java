package dev.zonegate.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.zonegate.facts.ApiHabit;
import dev.zonegate.facts.Fact;
import dev.zonegate.facts.SideUse;
import dev.zonegate.gate.StoredHead.Part;
import dev.zonegate.rule.Candidate;
import dev.zonegate.rule.Evidence;
import dev.zonegate.rule.Finding;
import dev.zonegate.stored.Section;
import dev.zonegate.stored.Sections;
import dev.zonegate.stored.UnreadableException;
import java.lang.reflect.Constructor;
import java.util.List;
import org.junit.jupiter.api.Test;

final class StoredPartsTest {
  private static final ApiHabit HABIT = new ApiHabit("a/B.java", "a.B", "json", true, false);
  private static final SideUse USE = new SideUse("a/B.java", List.of("UserUtil"));

  @Test
  void storesFactsByRunsOfOneKindAndKeepsTheirOrder() {
    List<Fact> facts = List.of(HABIT, HABIT, USE, HABIT);
    Sections sections = StoredFacts.sections(facts);
    assertThat(sections.all()).extracting(Section::count).containsExactly(2, 1, 1);
    StoredFacts stored = new StoredFacts(sections);
    assertThat(stored).isEqualTo(facts);
    assertThat(StoredFacts.sections(stored)).isSameAs(sections);
    assertThat(StoredFacts.sections(List.of()).length()).isZero();
  }

  @Test
  void givesTheFactsOfOneKindStoredOrNot() {
    List<Fact> facts = List.of(HABIT, USE, HABIT);
    for (List<Fact> each : List.of(facts, new StoredFacts(StoredFacts.sections(facts)))) {
      assertThat(StoredFacts.of(ApiHabit.class, each)).containsExactly(HABIT, HABIT);
      assertThat(StoredFacts.of(SideUse.class, each)).containsExactly(USE);
    }
  }

  @Test
  void storesCandidatesByRuleAndEvidence() throws ReflectiveOperationException {
    Candidate first = candidate(1, delegate("a"));
    Candidate second = candidate(2, answered("b"));
    Candidate third = candidate(3, delegate("c"));
    List<Candidate> all = List.of(first, second, third);
    Sections sections = StoredCandidates.sections(all);
    assertThat(sections.all()).extracting(Section::count).containsExactly(2, 1);
    assertThat(StoredCandidates.read(sections.all().get(0))).containsExactly(first, third);
    StoredCandidates stored = new StoredCandidates(sections);
    assertThat(stored).isEqualTo(all);
    assertThat(StoredCandidates.sections(stored)).isSameAs(sections);
  }

  @Test
  void makesRecordsOfFactsAndOfRulesOnly() throws ReflectiveOperationException {
    String evidence = delegate("a").getClass().getName();
    assertThat(StoredTypes.of(evidence, Evidence.class)).isEqualTo(delegate("a").getClass());
    assertThat(StoredTypes.of(SideUse.class.getName(), Fact.class)).isEqualTo(SideUse.class);
    for (String other :
        List.of(
            Quality.class.getName(),
            "dev.zonegate.facts.Project",
            "dev.zonegate.facts.NoSuch",
            Finding.class.getName())) {
      assertThatThrownBy(() -> StoredTypes.of(other, Object.class))
          .isInstanceOf(UnreadableException.class)
          .hasMessage("it holds a " + other);
    }
    assertThatThrownBy(() -> StoredTypes.of(evidence, Fact.class))
        .isInstanceOf(UnreadableException.class);
  }

  @Test
  void readsUpToTheChecksumAndNoFurther() {
    byte[] bytes = new byte[30];
    for (Part each : List.of(new Part(2, 12), new Part(0, 12), new Part(0, 0))) {
      assertThat(each.in(bytes, 10).length()).isEqualTo(each.length());
    }
    for (Part each : List.of(new Part(1, 13), new Part(-1, 1), new Part(2, 1), new Part(-1, -1))) {
      assertThatThrownBy(() -> each.in(bytes, 10))
          .isInstanceOf(UnreadableException.class)
          .hasMessage("it promises more than it holds");
    }
  }

  private static Candidate candidate(int line, Evidence evidence) {
    Findings findings = Findings.in("a/B.java").of(Rules.CONCAT, line);
    return new Candidate(findings.record().result().findings().get(0), evidence);
  }

  private static Evidence delegate(String type) throws ReflectiveOperationException {
    return evidence("hollowtest.MockEcho$Delegate", String.class, type, String.class, "m");
  }

  private static Evidence answered(String handler) throws ReflectiveOperationException {
    return evidence(
        "sensitivedataexposure.RawEntity$Answered", String.class, handler, List.class, List.of());
  }

  /** Only the rules themselves see their evidence. */
  private static Evidence evidence(
      String name, Class<?> type, Object value, Class<?> otherType, Object other)
      throws ReflectiveOperationException {
    Constructor<?> made =
        Class.forName("dev.zonegate.rules." + name).getDeclaredConstructor(type, otherType);
    made.setAccessible(true);
    return (Evidence) made.newInstance(value, other);
  }
}
