package dev.zonegate.rules.sensitivedataexposure;

import dev.zonegate.facts.DeclaredType;
import dev.zonegate.facts.WebPayload;
import dev.zonegate.match.TypeSet;
import dev.zonegate.model.Decl;
import dev.zonegate.model.SourceFile;
import dev.zonegate.model.TypeRef;
import dev.zonegate.rule.Candidate;
import dev.zonegate.rule.Confidence;
import dev.zonegate.rule.Evidence;
import dev.zonegate.rule.Reporter;
import dev.zonegate.rule.Settler;
import dev.zonegate.rules.sensitivedataexposure.Disclosure.Told;
import java.util.List;

/** Finds handlers that answer with an entity, and settles by what the project says of the types. */
final class RawEntity {
  private static final TypeSet ASSOCIATIONS = TypeSet.load("exposure/associations.types");
  private static final TypeSet VIEWS = TypeSet.load("exposure/views.types");
  private static final TypeSet EXPORTING = TypeSet.load("exposure/exporting.types");

  /**
   * An answer.
   *
   * @param handler {@code OrderController.find}
   * @param types what the answer is made of
   */
  record Answered(String handler, List<String> types) implements Evidence {}

  private RawEntity() {}

  static void find(SourceFile file, Reporter report) {
    for (Decl.Method method : file.all(Decl.Method.class)) {
      if (WebPayload.isAnswering(file, method)
          && !isExported(file, method)
          && VIEWS.annotationIn(method.annotations()) == null) {
        WebPayload payload = WebPayload.of(file, method);
        if (!payload.returned().isEmpty()) {
          report.candidate(
              method,
              SensitiveDataExposureRule.RAW_ENTITY,
              new Answered(payload.handler(), payload.returned()),
              payload.handler(),
              "entity",
              "");
        }
      }
    }
  }

  /** Whether the class stands beside resources that Spring Data REST makes of entities. */
  private static boolean isExported(SourceFile file, Decl.Method method) {
    Decl.Type type = file.enclosing(method, Decl.Type.class);
    return type != null && EXPORTING.annotationIn(type.annotations()) != null;
  }

  static void settle(Candidate candidate, Answered answered, Settler settler) {
    Disclosure disclosure = Disclosure.of(settler.project());
    for (String type : answered.types()) {
      if (disclosure.isEntity(type)) {
        report(candidate, answered, disclosure, type, settler);
        return;
      }
    }
  }

  private static void report(
      Candidate candidate, Answered answered, Disclosure disclosure, String type, Settler settler) {
    List<Told> secrets =
        disclosure.told(type, true).stream()
            .filter(each -> each.meaning().kind().isSecret() && !each.meaning().isAmbiguous())
            .toList();
    boolean isGraph = disclosure.declared(type).stream().anyMatch(RawEntity::hasAssociations);
    String more =
        !secrets.isEmpty()
            ? " with `" + secrets.get(0).field().name() + "`"
            : isGraph ? " and what hangs on it" : "";
    settler
        .report(candidate, answered.handler(), Disclosure.simple(type), more)
        .confidence(secrets.isEmpty() && !isGraph ? Confidence.MEDIUM : Confidence.HIGH);
  }

  private static boolean hasAssociations(DeclaredType type) {
    return type.fields().stream()
        .flatMap(each -> each.annotations().stream())
        .anyMatch(each -> ASSOCIATIONS.contains(TypeRef.named(each)).isYes());
  }
}
