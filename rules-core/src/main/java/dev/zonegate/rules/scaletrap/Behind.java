package dev.zonegate.rules.scaletrap;

import dev.zonegate.facts.OutsideCalls.Kind;
import dev.zonegate.facts.OutsideWork;
import dev.zonegate.facts.Project;
import dev.zonegate.rule.Candidate;
import dev.zonegate.rule.Confidence;
import dev.zonegate.rule.Evidence;
import dev.zonegate.rule.Related;
import dev.zonegate.rule.Settler;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Methods of other files that may ask a database or another machine.
 *
 * @param kind what they are looked through for; sending includes asking another machine
 * @param calls the methods
 * @param hops how many of them may lead to another one
 */
record Behind(Kind kind, List<OutsideWork.Onward> calls, int hops) implements Evidence {
  /** The number of arguments of a method reference. */
  static final int ANY = -1;

  /** How many more methods of one class may lead to where it asks another machine. */
  private static final int WITHIN = 2;

  /** Reports it if one of the methods asks. */
  void settle(Candidate candidate, Settler settler) {
    for (OutsideWork.Onward call : calls) {
      Optional<OutsideWork> asking = asking(settler.project(), call, hops, WITHIN);
      if (asking.isPresent()) {
        OutsideWork found = asking.get();
        settler
            .report(candidate)
            .confidence(Confidence.MEDIUM)
            .related(new Related(found.path(), found.at(), "asks through `" + asked(found) + "`"));
        return;
      }
    }
  }

  private String asked(OutsideWork work) {
    List<String> asked = asked(work, kind);
    return asked.isEmpty() ? work.method() : asked.get(0);
  }

  private static List<String> asked(OutsideWork work, Kind kind) {
    return switch (kind) {
      case QUERY -> work.queries();
      case REMOTE -> work.remotes();
      case SEND -> work.remotes().isEmpty() ? work.sends() : work.remotes();
    };
  }

  private Optional<OutsideWork> asking(
      Project project, OutsideWork.Onward call, int left, int within) {
    List<OutsideWork> meant = Works.of(project).meant(call);
    if (left == 0 || meant.isEmpty()) {
      return Optional.empty();
    }
    for (OutsideWork each : meant) {
      if (!asked(each, kind).isEmpty()) {
        return Optional.of(each);
      }
    }
    return meant.stream()
        .flatMap(
            each ->
                each.calls().stream().flatMap(next -> onward(project, each, next, left, within)))
        .findFirst();
  }

  /** A call within a class that has a client of its own is no step to another one. */
  private Stream<OutsideWork> onward(
      Project project, OutsideWork from, OutsideWork.Onward next, int left, int within) {
    boolean isWithin = kind != Kind.QUERY && within > 0 && next.type().equals(from.type());
    return (isWithin
            ? asking(project, next, left, within - 1)
            : asking(project, next, left - 1, within))
        .stream();
  }
}
