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

  /** Reports it if one of the methods asks. */
  void settle(Candidate candidate, Settler settler) {
    for (OutsideWork.Onward call : calls) {
      Optional<OutsideWork> asking = asking(settler.project(), call, hops);
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

  private Optional<OutsideWork> asking(Project project, OutsideWork.Onward call, int left) {
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
        .flatMap(each -> each.calls().stream())
        .flatMap(next -> asking(project, next, left - 1).stream())
        .findFirst();
  }
}
