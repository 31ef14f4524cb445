package dev.zonegate.rules.scaletrap;

import dev.zonegate.facts.ConfigSetting;
import dev.zonegate.facts.DataStore;
import dev.zonegate.facts.LazyAssociation;
import dev.zonegate.facts.OutsideWork;
import dev.zonegate.facts.Project;
import dev.zonegate.rule.Candidate;
import dev.zonegate.rule.Evidence;
import dev.zonegate.rule.Related;
import dev.zonegate.rule.Settler;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Something that is read off each result of a query.
 *
 * @param entity qualified name of the result's type
 * @param getter what is called; empty if a method of another file does it
 * @param reader {@link #USED} if something is read off what the getter gives; else the type whose
 *     method reads
 * @param method the method that reads
 * @param store qualified name of the store that was asked
 * @param query the method of the store
 */
record Lazy(String entity, String getter, String reader, String method, String store, String query)
    implements Evidence {
  static final String USED = "used";

  /** Reports it if the entity loads that lazily and nothing loads it for all at once. */
  void settle(Candidate candidate, Settler settler) {
    Project project = settler.project();
    if (isFetched(project) || isBatched(project)) {
      return;
    }
    for (OutsideWork.Read read : reads(project)) {
      Optional<LazyAssociation> lazy = association(project, read);
      if (lazy.isPresent()) {
        LazyAssociation found = lazy.get();
        settler
            .report(
                candidate,
                read.name() + "()",
                entity.substring(entity.lastIndexOf('.') + 1) + "." + found.property())
            .related(new Related(found.path(), found.at(), "loaded when it is first asked for"));
        return;
      }
    }
  }

  private List<OutsideWork.Read> reads(Project project) {
    if (!getter.isEmpty()) {
      return List.of(new OutsideWork.Read(entity, getter, reader.equals(USED)));
    }
    return Works.of(project).meant(new OutsideWork.Onward(reader, method, Behind.ANY)).stream()
        .flatMap(each -> each.reads().stream())
        .filter(each -> each.type().equals(entity))
        .toList();
  }

  private Optional<LazyAssociation> association(Project project, OutsideWork.Read read) {
    return project.all(LazyAssociation.class).stream()
        .filter(each -> each.type().equals(entity) && each.property().equals(property(read.name())))
        .filter(each -> !each.isBatched() && (each.isMany() || read.isUsed()))
        .findFirst();
  }

  /** {@code items} of {@code getItems}. */
  static String property(String getter) {
    String name = getter.startsWith("get") ? getter.substring(3) : getter;
    return name.isEmpty()
        ? name
        : name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1);
  }

  private boolean isFetched(Project project) {
    return project.all(DataStore.class).stream()
        .filter(each -> each.name().equals(store))
        .flatMap(each -> each.finders().stream())
        .filter(each -> each.name().equals(query))
        .anyMatch(each -> each.query().toLowerCase(Locale.ROOT).contains("fetch"));
  }

  private static boolean isBatched(Project project) {
    return project.all(ConfigSetting.class).stream()
        .anyMatch(each -> each.relaxedKey().endsWith("defaultbatchfetchsize"));
  }
}
