package dev.zonegate.rules.missingownershipcheck;

import dev.zonegate.facts.DeclaredType;
import dev.zonegate.facts.Endpoint;
import dev.zonegate.facts.Project;
import dev.zonegate.facts.StoredType;
import dev.zonegate.match.OwnerNames;
import dev.zonegate.match.Vocabulary;
import dev.zonegate.rule.Candidate;
import dev.zonegate.rule.Confidence;
import dev.zonegate.rule.Settler;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Decides whether a client can fill a field of an entity that is not the client's to fill. */
final class FilledFields {
  private static final Vocabulary SENSITIVE = Vocabulary.load("ownership/sensitive-fields.words");

  private FilledFields() {}

  static void settle(Candidate candidate, MassAssignment.Filled filled, Settler settler) {
    Project project = settler.project();
    Optional<Endpoint> endpoint =
        Admission.endpoint(project, candidate.finding().path(), filled.where());
    if (endpoint.isPresent() && !Admission.isForEveryUser(project, endpoint.get())) {
      return;
    }
    List<String> fields = open(project, filled);
    if (fields == null) {
      if (filled.source().isEmpty()) {
        settler.report(candidate).confidence(Confidence.MEDIUM);
      }
      return;
    }
    List<String> sensitive =
        fields.stream().filter(each -> OwnerNames.isOwner(each) || SENSITIVE.isIn(each)).toList();
    if (!sensitive.isEmpty()) {
      settler.report(candidate, arguments(candidate, filled, sensitive));
    } else if (filled.source().isEmpty() && fields.contains("id")) {
      settler
          .report(candidate, arguments(candidate, filled, List.of("id")))
          .confidence(Confidence.MEDIUM);
    }
  }

  private static Object[] arguments(
      Candidate candidate, MassAssignment.Filled filled, List<String> fields) {
    String message = candidate.finding().message();
    String shown = message.substring(1, message.indexOf('`', 1));
    String entity = filled.entity().substring(filled.entity().lastIndexOf('.') + 1);
    String named =
        String.join(" and ", fields.stream().limit(2).map(each -> "`" + each + "`").toList());
    return new Object[] {shown, entity, named};
  }

  /** The fields that the source can fill; null if that cannot be said. */
  private static List<String> open(Project project, MassAssignment.Filled filled) {
    List<StoredType> stored = Stored.withSupertypes(project, filled.entity());
    if (stored.isEmpty()) {
      return null;
    }
    Stream<String> fields =
        stored.stream()
            .flatMap(each -> each.fields().stream())
            .filter(each -> each.isBound())
            .map(StoredType.StoredField::name)
            .filter(each -> !filled.reset().contains(each));
    if (filled.source().isEmpty() || filled.source().equals(filled.entity())) {
      return fields.toList();
    }
    List<String> given =
        project.all(DeclaredType.class).stream()
            .filter(each -> each.name().equals(filled.source()))
            .flatMap(each -> each.fields().stream())
            .map(DeclaredType.DeclaredField::name)
            .toList();
    return given.isEmpty() ? null : fields.filter(given::contains).toList();
  }
}
