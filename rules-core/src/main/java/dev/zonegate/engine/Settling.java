package dev.zonegate.engine;

import dev.zonegate.facts.Project;
import dev.zonegate.model.Notification;
import dev.zonegate.model.Span;
import dev.zonegate.rule.Candidate;
import dev.zonegate.rule.Confidence;
import dev.zonegate.rule.Finding;
import dev.zonegate.rule.Fix;
import dev.zonegate.rule.Related;
import dev.zonegate.rule.Report;
import dev.zonegate.rule.Rule;
import dev.zonegate.rule.RulePattern;
import dev.zonegate.rule.Settler;
import dev.zonegate.rule.Severity;
import java.util.ArrayList;
import java.util.List;

/** Collects what one rule makes of its candidates. */
final class Settling implements Settler {
  private final Rule rule;
  private final Project project;
  private final Settings settings;
  private final List<Kept> kept = new ArrayList<>();

  Settling(Rule rule, Project project, Settings settings) {
    this.rule = rule;
    this.project = project;
    this.settings = settings;
  }

  /** Decides on a candidate; a failure of the rule is notified. */
  void settle(Candidate candidate, List<Notification> notifications) {
    try {
      rule.settle(candidate, this);
    } catch (RuntimeException | VirtualMachineError e) {
      notifications.add(
          new Notification(
              candidate.finding().path(),
              Span.NONE,
              Notification.Kind.RULE,
              Failures.message(rule, e)));
    }
  }

  List<Finding> findings() {
    return kept.stream().map(each -> each.finding).toList();
  }

  @Override
  public Project project() {
    return project;
  }

  @Override
  public boolean isOn(String option) {
    return settings.isOn(rule.info(), option);
  }

  @Override
  public Report report(Candidate candidate, Object... arguments) {
    Finding finding = candidate.finding();
    if (arguments.length > 0) {
      finding = finding.withMessage(pattern(finding.pattern()).text(arguments));
    }
    Kept report = new Kept(finding);
    kept.add(report);
    return report;
  }

  private RulePattern pattern(String id) {
    return rule.info().patterns().stream()
        .filter(each -> each.id().equals(id))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no pattern " + id));
  }

  private static final class Kept implements Report {
    private Finding finding;

    Kept(Finding finding) {
      this.finding = finding;
    }

    @Override
    public Report confidence(Confidence confidence) {
      finding = finding.with(finding.severity(), confidence);
      return this;
    }

    @Override
    public Report severity(Severity severity) {
      finding = finding.with(severity, finding.confidence());
      return this;
    }

    @Override
    public Report preview() {
      finding = finding.asPreview();
      return this;
    }

    @Override
    public Report related(Related place) {
      finding = finding.with(place);
      return this;
    }

    @Override
    public Report fix(Fix fix) {
      finding = finding.with(fix);
      return this;
    }
  }
}
