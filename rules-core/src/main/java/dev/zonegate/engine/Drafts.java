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
  private final boolean isNamed;
  private final List<Draft> drafts = new ArrayList<>();

  /**
   * Starts a collection.
   *
   * @param isNamed whether findings get fingerprints, which cost more than the rest of them
   */
  Drafts(RuleInfo rule, Settings settings, boolean isNamed) {
    this.rule = rule;
    this.settings = settings;
    this.isNamed = isNamed;
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
        Finding finding = draft.finding(rule, isNamed ? fingerprint(draft, seen) : "");
        if (draft.evidence() == null) {
          findings.add(finding);
        } else {
          candidates.add(new Candidate(finding, draft.evidence()));
        }
      }
    }
  }

  private String fingerprint(Draft draft, Map<String, Integer> seen) {
    String pattern = draft.pattern().id();
    Place.Name name = draft.place().name().get();
    String equals = pattern + "\n" + name.member() + "\n" + name.code();
    int ordinal = seen.merge(equals, 1, Integer::sum) - 1;
    return Fingerprints.hash(rule.name(), pattern, name.member(), name.code(), ordinal);
  }
}
