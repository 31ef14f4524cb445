package dev.zonegate.rules.scaletrap;

import dev.zonegate.facts.DataStore;
import dev.zonegate.facts.Project;
import dev.zonegate.facts.StoredType;
import dev.zonegate.rule.Candidate;
import dev.zonegate.rule.Evidence;
import dev.zonegate.rule.Settler;
import java.util.Optional;

/**
 * A table that is read as a whole.
 *
 * @param store qualified name of the store that is asked, or of the entity
 */
record WholeTable(String store) implements Evidence {
  private static final int FEW_FIELDS = 3;

  /** Reports it, unless the table is one of a few rows: by its name, or by what its rows hold. */
  void settle(Candidate candidate, Settler settler) {
    String entity = entity(settler.project());
    boolean isSmall =
        UnboundedRead.isSmall(simple(store))
            || UnboundedRead.isSmall(simple(entity))
            || isLookup(settler.project(), entity);
    if (!isSmall) {
      settler.report(candidate);
    }
  }

  private String entity(Project project) {
    return project.all(DataStore.class).stream()
        .filter(each -> each.name().equals(store) && !each.entity().isEmpty())
        .map(DataStore::entity)
        .findFirst()
        .orElse(store);
  }

  /** A key, a code and a name. */
  private static boolean isLookup(Project project, String entity) {
    Optional<StoredType> stored =
        project.all(StoredType.class).stream()
            .filter(each -> each.name().equals(entity))
            .findFirst();
    return stored
        .filter(each -> each.fields().size() <= FEW_FIELDS)
        .filter(
            each ->
                each.fields().stream()
                    .anyMatch(field -> field.name().matches("(?i)(name|code|label|title|key)")))
        .isPresent();
  }

  private static String simple(String name) {
    return name.substring(name.lastIndexOf('.') + 1);
  }
}
