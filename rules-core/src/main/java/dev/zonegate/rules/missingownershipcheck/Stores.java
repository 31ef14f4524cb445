package dev.zonegate.rules.missingownershipcheck;

import dev.zonegate.facts.DataAccess;
import dev.zonegate.facts.DataStore;
import dev.zonegate.facts.Project;
import dev.zonegate.facts.StoreNames;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The stores of a project, and what they give. */
final class Stores {
  private final Map<String, DataStore> byName = new HashMap<>();

  private Stores(Project project) {
    project.all(DataStore.class).forEach(each -> byName.put(each.name(), each));
  }

  static Stores of(Project project) {
    return project.derived(Stores.class, Stores::new);
  }

  static boolean isById(String name) {
    return StoreNames.isById(name);
  }

  Optional<DataStore> store(DataAccess.StoreCall call) {
    return Optional.ofNullable(byName.get(call.store()));
  }

  /** Qualified name of what {@code call} gives; of its store if that is all that is known. */
  String entity(DataAccess.StoreCall call) {
    if (!call.entity().isEmpty()) {
      return call.entity();
    }
    return store(call).map(DataStore::entity).filter(each -> !each.isEmpty()).orElse(call.store());
  }

  /** The method of the store that {@code call} calls, if the store declares it. */
  Optional<DataStore.Finder> finder(DataAccess.StoreCall call) {
    return store(call).stream()
        .flatMap(each -> each.finders().stream())
        .filter(each -> each.name().equals(call.name()))
        .findFirst();
  }

  /** A finder of the same store that takes whose the data is. */
  Optional<DataStore.Finder> scoped(DataAccess.StoreCall call) {
    return store(call).stream()
        .flatMap(each -> each.finders().stream())
        .filter(Stores::isScoped)
        .min(Comparator.comparing(each -> !each.name().startsWith(call.name())));
  }

  static boolean isScoped(DataStore.Finder finder) {
    return StoreNames.isScoped(finder.name(), finder.parameters(), finder.query());
  }
}
