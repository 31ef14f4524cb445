package dev.zonegate.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zonegate.facts.DeclaredType;
import dev.zonegate.facts.Fact;
import dev.zonegate.facts.Project;
import dev.zonegate.model.Decl;
import dev.zonegate.model.Notification;
import dev.zonegate.model.SourceFile;
import dev.zonegate.rule.Candidate;
import dev.zonegate.rule.Confidence;
import dev.zonegate.rule.Evidence;
import dev.zonegate.rule.Finding;
import dev.zonegate.rule.Related;
import dev.zonegate.rule.Reporter;
import dev.zonegate.rule.Rule;
import dev.zonegate.rule.RuleInfo;
import dev.zonegate.rule.RulePattern;
import dev.zonegate.rule.Settler;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A type is lonely unless the project declares another one of the same simple name. */
final class CandidatesTest {
  private static final RulePattern LONELY =
      RulePattern.warning("lonely", "`%s` is alone, %d types are known", "add another");
  private static final Analysis ANALYSIS = new Analysis(List.of(new Lonely()), Settings.DEFAULT);

  record Named(String simpleName) implements Evidence {}

  static final class Lonely implements Rule {
    @Override
    public RuleInfo info() {
      return RuleInfo.named("AI18", "Lonely").summary("Stay together").cwe(1).patterns(LONELY);
    }

    @Override
    public void check(SourceFile file, Reporter report) {
      for (Decl.Type type : file.all(Decl.Type.class)) {
        report.candidate(type, LONELY, new Named(type.name()), type.name(), 1);
      }
    }

    @Override
    public void settle(Candidate candidate, Settler settler) {
      String name = ((Named) candidate.evidence()).simpleName();
      if (name.equals("Broken")) {
        throw new IllegalStateException(name);
      }
      List<DeclaredType> types = settler.project().all(DeclaredType.class);
      List<DeclaredType> same =
          types.stream().filter(each -> each.name().endsWith("." + name)).toList();
      if (same.size() == 1 && settler.project().isWhole()) {
        settler
            .report(candidate, name, types.size())
            .confidence(Confidence.LOW)
            .related(new Related(same.get(0).path(), same.get(0).at(), "here"));
      }
    }
  }

  private static FileResult check(String packageName, String code) {
    return ANALYSIS.check(
        Sample.file(
            packageName + ".java", "package " + packageName + ";\n" + code, SourceFile.Role.MAIN));
  }

  private static Settlement settled(FileResult... results) {
    List<Fact> facts = Stream.of(results).flatMap(each -> each.facts().stream()).toList();
    return ANALYSIS.settle(List.of(results), Project.whole(facts), Sample.TODAY);
  }

  @Test
  void anotherFileExcusesACandidate() {
    Settlement settled =
        settled(check("a", "class Order {}\nclass Due {}"), check("b", "class Order {}"));

    assertThat(settled.findings())
        .extracting(Finding::message)
        .containsExactly("`Due` is alone, 3 types are known; add another");
    assertThat(settled.findings().get(0).confidence()).isEqualTo(Confidence.LOW);
    assertThat(settled.findings().get(0).related()).hasSize(1);
  }

  @Test
  void aPartOfAProjectDecidesForItself() {
    FileResult result = check("a", "class Order {}");

    assertThat(result.candidates()).hasSize(1);
    assertThat(ANALYSIS.settle(List.of(result), Sample.TODAY).findings()).isEmpty();
  }

  @Test
  void aSuppressionHidesWhatACandidateBecomesAndIsInUseWhenItIsExcused() {
    FileResult allowed = check("a", "@SuppressWarnings(\"Lonely\")\nclass Order {}");

    assertThat(settled(allowed).findings()).isEmpty();
    assertThat(settled(allowed).suppressed()).hasSize(1);
    assertThat(settled(allowed, check("b", "class Order {}")).findings())
        .noneMatch(each -> each.pattern().equals("unused"));
  }

  @Test
  void aFailureCostsOneCandidateAndIsTold() {
    Settlement settled = settled(check("a", "class Broken {}\nclass Due {}"));

    assertThat(settled.findings()).hasSize(1);
    assertThat(settled.notifications())
        .extracting(Notification::kind)
        .containsExactly(Notification.Kind.RULE);
  }
}
