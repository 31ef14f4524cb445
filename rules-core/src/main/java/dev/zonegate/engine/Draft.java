package dev.zonegate.engine;

import dev.zonegate.rule.Confidence;
import dev.zonegate.rule.Evidence;
import dev.zonegate.rule.Finding;
import dev.zonegate.rule.Fix;
import dev.zonegate.rule.Related;
import dev.zonegate.rule.Report;
import dev.zonegate.rule.RuleInfo;
import dev.zonegate.rule.RulePattern;
import dev.zonegate.rule.Severity;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** What a rule reports on a file, before it is counted among its equals. */
final class Draft implements Report, Comparable<Draft> {
  private final Place place;
  private final RulePattern pattern;
  private final Evidence evidence;
  private final String message;
  private Severity severity;
  private Confidence confidence;
  private boolean isPreview;
  private final List<Related> related = new ArrayList<>();
  private final List<Fix> fixes = new ArrayList<>();

  /**
   * Starts a report.
   *
   * @param evidence null if nothing is left open
   */
  Draft(Place place, RulePattern pattern, Evidence evidence, String message) {
    this.place = place;
    this.pattern = pattern;
    this.evidence = evidence;
    this.message = message;
    this.severity = pattern.severity();
    this.confidence = pattern.confidence();
    this.isPreview = pattern.isPreview();
  }

  Place place() {
    return place;
  }

  RulePattern pattern() {
    return pattern;
  }

  /** Null if nothing is left open. */
  Evidence evidence() {
    return evidence;
  }

  /** What makes two reports one. */
  Object identity() {
    return List.of(pattern.id(), place.at(), place.span(), message);
  }

  Finding finding(RuleInfo rule, String fingerprint) {
    return new Finding(
        rule.id(),
        rule.name(),
        pattern.id(),
        place.path(),
        place.at(),
        place.span(),
        message,
        fingerprint,
        severity,
        confidence,
        isPreview,
        List.copyOf(related),
        List.copyOf(fixes));
  }

  @Override
  public int compareTo(Draft other) {
    return Comparator.comparing((Draft each) -> each.place.at())
        .thenComparing(each -> each.place.span())
        .thenComparing(each -> each.pattern.id())
        .thenComparing(each -> each.message)
        .compare(this, other);
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
  public Report preview() {
    isPreview = true;
    return this;
  }

  @Override
  public Report related(Related other) {
    related.add(other);
    return this;
  }

  @Override
  public Report fix(Fix fix) {
    fixes.add(fix);
    return this;
  }
}
