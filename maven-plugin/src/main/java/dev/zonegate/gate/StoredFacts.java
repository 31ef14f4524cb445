package dev.zonegate.gate;

import dev.zonegate.engine.Deferred;
import dev.zonegate.facts.Fact;
import dev.zonegate.stored.Section;
import dev.zonegate.stored.Sections;
import java.util.ArrayList;
import java.util.List;

/** The facts of a file as they are stored, a section for each run of one kind. */
final class StoredFacts extends Deferred<Fact> {
  private final Sections sections;

  StoredFacts(Sections sections) {
    super(sections.records());
    this.sections = sections;
  }

  /** Facts in the form in which they are stored; those that are stored as they are. */
  static Sections sections(List<Fact> facts) {
    return facts instanceof StoredFacts stored ? stored.sections : Sections.of(packed(facts));
  }

  private static List<Section> packed(List<Fact> facts) {
    List<Section> sections = new ArrayList<>();
    int from = 0;
    for (int to = 1; to <= facts.size(); to++) {
      Class<? extends Fact> kind = facts.get(from).getClass();
      if (to == facts.size() || facts.get(to).getClass() != kind) {
        List<Fact> run = facts.subList(from, to);
        sections.add(Section.of(kind.getName(), new Section.Column<>(kind, run)));
        from = to;
      }
    }
    return sections;
  }

  /** The facts of one kind among some facts. */
  static <F extends Fact> List<F> of(Class<F> kind, List<Fact> facts) {
    List<F> wanted = new ArrayList<>();
    if (facts instanceof StoredFacts stored) {
      for (Section each : stored.sections.all()) {
        if (each.name().equals(kind.getName())) {
          each.read(kind).get(0).forEach(fact -> wanted.add(kind.cast(fact)));
        }
      }
    } else {
      facts.stream().filter(each -> each.getClass() == kind).map(kind::cast).forEach(wanted::add);
    }
    return wanted;
  }

  @Override
  protected List<Fact> read() {
    List<Fact> facts = new ArrayList<>();
    for (Section each : sections.all()) {
      Class<? extends Fact> kind = StoredTypes.of(each.name(), Fact.class);
      each.read(kind).get(0).forEach(fact -> facts.add((Fact) fact));
    }
    return List.copyOf(facts);
  }
}
