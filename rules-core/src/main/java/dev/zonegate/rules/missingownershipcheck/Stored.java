package dev.zonegate.rules.missingownershipcheck;

import dev.zonegate.facts.Project;
import dev.zonegate.facts.StoredType;
import dev.zonegate.facts.TableOwner;
import dev.zonegate.match.OwnerNames;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The stored types of a project by their names. */
final class Stored {
  private static final Pattern MADE_BY =
      Pattern.compile("(?i)(created?|insert(ed)?|add(ed)?|cr_?)_?(by|user)\\w*|creator\\w*");
  private static final Pattern CHANGED_BY =
      Pattern.compile("(?i)(last_?)?(updated?|modified|changed|upd)_?(by|user)\\w*|modifier\\w*");
  private final Map<String, StoredType> byName = new HashMap<>();

  private Stored(Project project) {
    project.all(StoredType.class).forEach(each -> byName.put(each.name(), each));
  }

  /** The stored type of this name and those that it inherits from; none if it is not known. */
  static List<StoredType> withSupertypes(Project project, String name) {
    Map<String, StoredType> known = project.derived(Stored.class, Stored::new).byName;
    StoredType type = known.get(name);
    return type == null
        ? List.of()
        : Stream.concat(
                Stream.of(type),
                type.supertypes().stream().map(known::get).filter(Objects::nonNull))
            .toList();
  }

  /** The field that tells whose an entity is; the surest one. */
  static Optional<String> owner(Project project, String name) {
    List<String> all =
        withSupertypes(project, name).stream()
            .flatMap(each -> each.fields().stream())
            .map(StoredType.StoredField::name)
            .toList();
    boolean isAudited = all.stream().anyMatch(each -> CHANGED_BY.matcher(each).matches());
    List<String> fields =
        all.stream().filter(each -> !isAudited || !MADE_BY.matcher(each).matches()).toList();
    return Stream.of(
            fields.stream().filter(OwnerNames::isStrong),
            fields.stream().filter(OwnerNames::isOwner),
            project.all(TableOwner.class).stream()
                .filter(each -> each.table().equals(name))
                .map(TableOwner::column))
        .flatMap(each -> each)
        .findFirst();
  }
}
