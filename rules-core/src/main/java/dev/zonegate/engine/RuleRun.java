package dev.zonegate.engine;

import dev.zonegate.model.Node;
import dev.zonegate.model.SourceFile;
import dev.zonegate.rule.Conventions;
import dev.zonegate.rule.Evidence;
import dev.zonegate.rule.Report;
import dev.zonegate.rule.Reporter;
import dev.zonegate.rule.RulePattern;

/** One rule on one source file. */
record RuleRun(SourceFile file, Drafts drafts) implements Reporter {
  @Override
  public Report at(Node node, RulePattern pattern, Object... arguments) {
    return candidate(node, pattern, null, arguments);
  }

  @Override
  public Report candidate(Node node, RulePattern pattern, Evidence evidence, Object... arguments) {
    Place place = pattern.hidesText() ? Place.hiding(file, node) : Place.of(file, node);
    return drafts.add(place, pattern, evidence, arguments);
  }

  @Override
  public boolean isOn(String option) {
    return drafts.isOn(option);
  }

  @Override
  public Conventions conventions() {
    return drafts.conventions();
  }
}
