package dev.zonegate.engine;

import dev.zonegate.model.Span;
import dev.zonegate.rule.Candidate;
import dev.zonegate.rule.Conventions;
import dev.zonegate.rule.Evidence;
import dev.zonegate.rule.Finding;
import dev.zonegate.rule.Report;
import dev.zonegate.rule.RuleInfo;
import dev.zonegate.rule.RulePattern;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/** Collects what one rule reports on one file. */
final class Drafts {
  private final RuleInfo rule;
  private final Settings settings;
  private final List<Draft> drafts = new ArrayList<>();

  Drafts(RuleInfo rule, Settings settings) {
    this.rule = rule;
    this.settings = settings;
  }

  /** Adds a report; {@code evidence} is null if nothing is left open. */
  Report add(Place place, RulePattern pattern, Evidence evidence, Object... arguments) {
    Draft draft = new Draft(place, pattern, evidence, pattern.text(arguments));
    drafts.add(draft);
    return draft;
  }

  boolean isOn(String option) {
    return settings.isOn(rule, option);
  }

  Conventions conventions() {
    return settings.conventions();
  }

  /** Hands over what is reported at wanted places, sorted, each once. */
  void hand(Predicate<Span> wanted, List<Finding> findings, List<Candidate> candidates) {
    Map<String, Integer> seen = new HashMap<>();
    Set<Object> places = new HashSet<>();
    drafts.sort(null);
    for (Draft draft : drafts) {
      boolean isWanted =
          !settings.isDisabled(rule, draft.pattern().id()) && wanted.test(draft.place().at());
      if (isWanted && places.add(draft.identity())) {
        Finding finding = draft.finding(rule, ordinal(draft, seen));
        if (draft.evidence() == null) {
          findings.add(finding);
        } else {
          candidates.add(new Candidate(finding, draft.evidence()));
        }
      }
    }
  }

  private static int ordinal(Draft draft, Map<String, Integer> seen) {
    Place place = draft.place();
    String code = draft.pattern().id() + "\n" + place.member() + "\n" + place.code();
    return seen.merge(code, 1, Integer::sum) - 1;
  }
}
