package dev.zonegate.engine;

import dev.zonegate.model.Node;
import dev.zonegate.model.SourceFile;
import dev.zonegate.rule.Confidence;
import dev.zonegate.rule.Finding;
import dev.zonegate.rule.Fix;
import dev.zonegate.rule.Related;
import dev.zonegate.rule.Report;
import dev.zonegate.rule.Reporter;
import dev.zonegate.rule.RuleInfo;
import dev.zonegate.rule.RulePattern;
import dev.zonegate.rule.Severity;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/** Collects what one rule reports on one file. */
final class RuleRun implements Reporter {
  private final SourceFile file;
  private final RuleInfo rule;
  private final Settings settings;
  private final List<Draft> drafts = new ArrayList<>();

  RuleRun(SourceFile file, RuleInfo rule, Settings settings) {
    this.file = file;
    this.rule = rule;
    this.settings = settings;
  }

  @Override
  public Report at(Node node, RulePattern pattern, Object... arguments) {
    Draft draft = new Draft(node, pattern, pattern.text(arguments));
    drafts.add(draft);
    return draft;
  }

  @Override
  public boolean isOn(String option) {
    return settings.isOn(rule, option);
  }

  /** The findings on the nodes that are wanted, sorted, each once. */
  List<Finding> findings(Predicate<Node> wanted) {
    Map<String, Integer> seen = new HashMap<>();
    List<Finding> findings = new ArrayList<>();
    Set<Object> places = new HashSet<>();
    drafts.sort(
        Comparator.comparing((Draft each) -> each.node.anchor())
            .thenComparing(each -> each.node.span())
            .thenComparing(each -> each.pattern.id())
            .thenComparing(each -> each.message));
    for (Draft draft : drafts) {
      boolean isWanted = !settings.isDisabled(rule, draft.pattern.id()) && wanted.test(draft.node);
      if (isWanted && places.add(draft.identity())) {
        findings.add(finding(draft, seen));
      }
    }
    return findings;
  }

  private Finding finding(Draft draft, Map<String, Integer> seen) {
    String member = Fingerprints.member(file, draft.node);
    String code = Fingerprints.normalised(file, draft.node.span());
    int ordinal = seen.merge(draft.pattern.id() + "\n" + member + "\n" + code, 1, Integer::sum) - 1;
    return new Finding(
        rule.id(),
        rule.name(),
        draft.pattern.id(),
        file.path(),
        draft.node.anchor(),
        draft.node.span(),
        draft.message,
        Fingerprints.hash(rule.name(), draft.pattern.id(), member, code, ordinal),
        draft.severity,
        draft.confidence,
        draft.pattern.isPreview(),
        List.copyOf(draft.related),
        List.copyOf(draft.fixes));
  }

  private final class Draft implements Report {
    private final Node node;
    private final RulePattern pattern;
    private final String message;
    private Severity severity;
    private Confidence confidence;
    private final List<Related> related = new ArrayList<>();
    private final List<Fix> fixes = new ArrayList<>();

    Draft(Node node, RulePattern pattern, String message) {
      this.node = node;
      this.pattern = pattern;
      this.message = message;
      this.severity = pattern.severity();
      this.confidence = pattern.confidence();
    }

    Object identity() {
      return List.of(pattern.id(), node.anchor(), node.span(), message);
    }

    @Override
    public Report confidence(Confidence value) {
      confidence = value;
      return this;
    }

    @Override
    public Report severity(Severity value) {
      severity = value;
      return this;
    }

    @Override
    public Report related(Node other, String text) {
      related.add(new Related(file.path(), other.anchor(), text));
      return this;
    }

    @Override
    public Report fix(Fix fix) {
      fixes.add(fix);
      return this;
    }
  }
}
