package dev.zonegate.rules.scaletrap;

import dev.zonegate.facts.DeclaredTypes;
import dev.zonegate.facts.PassedNumber;
import dev.zonegate.facts.PassedNumber.Place;
import dev.zonegate.facts.Project;
import dev.zonegate.rule.Candidate;
import dev.zonegate.rule.Confidence;
import dev.zonegate.rule.Evidence;
import dev.zonegate.rule.Related;
import dev.zonegate.rule.Settler;
import java.util.Optional;

/** A page as long as callers of other files say, who may have been told by a request. */
record RequestedSize(Place size) implements Evidence {
  private static final int HOPS = 2;

  /** Reports it if a request says how long it is. */
  void settle(Candidate candidate, Settler settler) {
    requested(settler.project(), size, HOPS)
        .ifPresent(
            given ->
                settler
                    .report(candidate)
                    .confidence(Confidence.MEDIUM)
                    .related(
                        new Related(given.path(), given.at(), "hands on what the request says")));
  }

  private static Optional<PassedNumber> requested(Project project, Place size, int hops) {
    return project.all(PassedNumber.class).stream()
        .filter(each -> isGivenTo(project, each, size))
        .flatMap(
            each ->
                each.isRequested()
                    ? Optional.of(each).stream()
                    : hops > 1
                        ? requested(project, each.from(), hops - 1).stream()
                        : Optional.<PassedNumber>empty().stream())
        .findFirst();
  }

  /** Called on the class itself or on what it implements. */
  private static boolean isGivenTo(Project project, PassedNumber number, Place size) {
    return number.to().in(size.type()).equals(size)
        && (number.to().type().equals(size.type())
            || DeclaredTypes.of(project).named(size.type()).stream()
                .anyMatch(each -> each.supertypes().contains(number.to().type())));
  }
}
