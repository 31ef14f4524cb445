package dev.zonegate.rules.architecturedrift;

import dev.zonegate.facts.Component;
import dev.zonegate.facts.DataStore;
import dev.zonegate.facts.DeclaredType;
import dev.zonegate.facts.Project;
import dev.zonegate.match.Vocabulary;
import java.util.HashSet;
import java.util.Set;

/**
 * What a project keeps its data in and asks other programs by, and what stands before it.
 *
 * @param names qualified names of repositories, templates and clients
 * @param servants qualified names of the classes that use them for others
 */
record Stores(Set<String> names, Set<String> servants) {
  private static final Set<String> LIBRARIES = Set.copyOf(Vocabulary.lines("drift/stores.types"));

  static Stores of(Project project) {
    return project.derived(Stores.class, Stores::read);
  }

  private static Stores read(Project project) {
    Set<String> names = new HashSet<>(LIBRARIES);
    Set<String> mappers = new HashSet<>();
    for (DataStore each : project.all(DataStore.class)) {
      (each.name().endsWith("Mapper") ? mappers : names).add(each.name());
    }
    for (DeclaredType each : project.all(DeclaredType.class)) {
      // most mappers turn one object into another
      if (mappers.contains(each.name()) && isSqlMapper(each) || isClient(each)) {
        names.add(each.name());
      }
    }
    Set<String> servants = new HashSet<>();
    for (Component each : project.all(Component.class)) {
      if (each.layer() == Component.Layer.SERVICE || each.layer() == Component.Layer.OTHER) {
        boolean isServant =
            each.collaborators().stream().anyMatch(given -> names.contains(given.type()));
        if (isServant) {
          servants.add(each.name());
        }
      }
    }
    return new Stores(names, servants);
  }

  private static boolean isSqlMapper(DeclaredType type) {
    return type.annotations().stream().anyMatch(each -> each.startsWith("org.apache.ibatis."))
        || type.supertypes().stream().anyMatch(each -> each.endsWith(".BaseMapper"));
  }

  private static boolean isClient(DeclaredType type) {
    return type.annotations().stream().anyMatch(each -> each.endsWith("FeignClient"));
  }

  /** Whether a class is handed one of them. */
  boolean areUsedBy(Component component) {
    return component.collaborators().stream().anyMatch(each -> names.contains(each.type()));
  }

  /** Whether a class goes through others to them. */
  boolean serve(Component component) {
    return component.collaborators().stream()
        .anyMatch(
            each ->
                servants.contains(each.type())
                    || Component.isServiceName(LayerSkip.simple(each.type())));
  }
}
