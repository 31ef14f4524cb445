package dev.zonegate.engine;

import dev.zonegate.model.ResourceFile;
import dev.zonegate.model.ResourcePart;
import dev.zonegate.model.Span;
import dev.zonegate.rule.Conventions;
import dev.zonegate.rule.Evidence;
import dev.zonegate.rule.Report;
import dev.zonegate.rule.ResourceReporter;
import dev.zonegate.rule.RulePattern;

/** One rule on one resource file. */
record ResourceRun(ResourceFile file, Drafts drafts) implements ResourceReporter {
  @Override
  public Report at(ResourcePart part, RulePattern pattern, Object... arguments) {
    return candidate(part, part.anchor(), pattern, null, arguments);
  }

  @Override
  public Report at(ResourcePart part, Span shown, RulePattern pattern, Object... arguments) {
    return candidate(part, shown, pattern, null, arguments);
  }

  @Override
  public Report candidate(
      ResourcePart part, Span shown, RulePattern pattern, Evidence evidence, Object... arguments) {
    Place.Name name = new Place.Name(part.identity(), "");
    Place place = new Place(file.path(), shown, part.head(), () -> name);
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
