package dev.zonegate.rules.racecondition;

import dev.zonegate.facts.DeclaredType;
import dev.zonegate.facts.DeclaredType.DeclaredField;
import dev.zonegate.facts.Project;
import dev.zonegate.facts.UniqueConstraint;
import dev.zonegate.match.Words;
import dev.zonegate.rule.Candidate;
import dev.zonegate.rule.Confidence;
import dev.zonegate.rule.Evidence;
import dev.zonegate.rule.Settler;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A row that two requests can create or change at once.
 *
 * @param entity qualified name of its type, or empty
 * @param isUpdate whether it is changed, not created
 * @param query the words of the query that decided
 */
record StoredEntity(String entity, boolean isUpdate, List<String> query) implements Evidence {
  private static final Set<String> GRAMMAR =
      Set.of("exists", "find", "get", "count", "by", "and", "or", "ignore", "case", "first", "top");

  /** Reports it, unless the database can tell the two apart. */
  void settle(Candidate candidate, Settler settler) {
    Optional<DeclaredType> declared = declared(settler.project(), entity);
    if (isUpdate) {
      if (declared.isPresent() && !isVersioned(settler.project(), declared.get())) {
        settler.report(candidate);
      }
    } else if (!isUnique(settler.project())) {
      settler
          .report(candidate)
          .confidence(declared.isPresent() ? Confidence.MEDIUM : Confidence.LOW);
    }
  }

  private static Optional<DeclaredType> declared(Project project, String name) {
    return project.all(DeclaredType.class).stream()
        .filter(each -> each.name().equals(name))
        .findFirst();
  }

  private static boolean isVersioned(Project project, DeclaredType entity) {
    boolean isKnown =
        entity.supertypes().stream()
            .allMatch(each -> each.startsWith("java.") || declared(project, each).isPresent());
    return !isKnown
        || hasVersion(entity)
        || entity.supertypes().stream()
            .anyMatch(each -> declared(project, each).filter(it -> hasVersion(it)).isPresent());
  }

  private static boolean hasVersion(DeclaredType type) {
    return type.fields().stream()
        .map(DeclaredField::annotations)
        .flatMap(List::stream)
        .anyMatch(each -> each.endsWith("Version"));
  }

  private boolean isUnique(Project project) {
    Set<String> asked = new HashSet<>(query);
    asked.removeAll(GRAMMAR);
    return project.all(UniqueConstraint.class).stream()
        .filter(each -> each.type().equals(entity))
        .anyMatch(
            each ->
                each.property().isEmpty()
                    || Words.of(each.property()).stream().anyMatch(asked::contains));
  }
}
