package dev.zonegate.gate;

import dev.zonegate.facts.Fact;
import dev.zonegate.facts.Project;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The facts of files, of which a kind is read when a rule asks for it. */
final class FactsByKind implements Project.Source {
  private final List<FileRecord> files;
  private final Map<Class<? extends Fact>, List<? extends Fact>> known = new ConcurrentHashMap<>();

  FactsByKind(List<FileRecord> files) {
    this.files = files.stream().sorted(Comparator.comparing(FileRecord::path)).toList();
  }

  @Override
  public List<? extends Fact> all(Class<? extends Fact> kind) {
    return known.computeIfAbsent(kind, this::read);
  }

  private <F extends Fact> List<F> read(Class<F> kind) {
    List<F> all = new ArrayList<>();
    files.forEach(each -> all.addAll(StoredFacts.of(kind, each.result().facts())));
    return all;
  }
}
