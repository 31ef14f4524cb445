package dev.zonegate.gate;

import dev.zonegate.engine.Deferred;
import dev.zonegate.rule.Candidate;
import dev.zonegate.rule.Evidence;
import dev.zonegate.rule.Finding;
import dev.zonegate.stored.Section;
import dev.zonegate.stored.Sections;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The candidates of a file as they are stored, a section for each rule and kind of evidence. */
final class StoredCandidates extends Deferred<Candidate> {
  private static final char BETWEEN = ' ';

  private final Sections sections;

  StoredCandidates(Sections sections) {
    super(sections.records());
    this.sections = sections;
  }

  /** Candidates in the form in which they are stored; those that are stored as they are. */
  static Sections sections(List<Candidate> candidates) {
    return candidates instanceof StoredCandidates stored
        ? stored.sections
        : Sections.of(packed(candidates));
  }

  private static List<Section> packed(List<Candidate> candidates) {
    Map<String, List<Candidate>> groups = new LinkedHashMap<>();
    for (Candidate each : candidates) {
      String name = each.finding().rule() + BETWEEN + each.evidence().getClass().getName();
      groups.computeIfAbsent(name, key -> new ArrayList<>()).add(each);
    }
    List<Section> sections = new ArrayList<>();
    groups.forEach((name, group) -> sections.add(section(name, group)));
    return sections;
  }

  private static Section section(String name, List<Candidate> group) {
    List<Evidence> evidence = group.stream().map(Candidate::evidence).toList();
    return Section.of(
        name,
        new Section.Column<>(Finding.class, group.stream().map(Candidate::finding).toList()),
        new Section.Column<>(evidence.get(0).getClass(), evidence));
  }

  @Override
  protected List<Candidate> read() {
    List<Candidate> candidates = new ArrayList<>();
    sections.all().forEach(each -> candidates.addAll(read(each)));
    candidates.sort(null);
    return List.copyOf(candidates);
  }

  /** The candidates of a section. */
  static List<Candidate> read(Section section) {
    String type = section.name().substring(section.name().indexOf(BETWEEN) + 1);
    List<List<?>> columns = section.read(Finding.class, StoredTypes.of(type, Evidence.class));
    List<Candidate> candidates = new ArrayList<>();
    for (int i = 0; i < section.count(); i++) {
      candidates.add(
          new Candidate((Finding) columns.get(0).get(i), (Evidence) columns.get(1).get(i)));
    }
    return candidates;
  }
}
