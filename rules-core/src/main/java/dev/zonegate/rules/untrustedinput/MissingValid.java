package dev.zonegate.rules.untrustedinput;

import dev.zonegate.match.BeanValidation;
import dev.zonegate.match.TypeSet;
import dev.zonegate.model.Decl;
import dev.zonegate.model.Modifier;
import dev.zonegate.model.SourceFile;
import dev.zonegate.model.Variable;
import dev.zonegate.rule.Candidate;
import dev.zonegate.rule.Confidence;
import dev.zonegate.rule.Evidence;
import dev.zonegate.rule.Reporter;
import dev.zonegate.rule.Settler;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Objects with constraints that nobody asks to be kept. */
final class MissingValid {
  private static final TypeSet UNBOUND = TypeSet.load("validation/unbound.types");

  /**
   * A parameter that a framework fills with an object.
   *
   * @param types what may carry constraints
   */
  record Taken(List<String> types, String name) implements Evidence {}

  /**
   * A part of an object with constraints.
   *
   * @param outer qualified name of the object's type
   * @param types what the part is made of
   */
  record Nested(String outer, List<String> types, String name) implements Evidence {}

  private MissingValid() {}

  static void find(SourceFile file, Reporter report) {
    for (Decl.Method method : file.all(Decl.Method.class)) {
      if (Payloads.isHandler(file, method)) {
        for (Decl.Param each : method.params()) {
          if (Payloads.isRead(method, each)
              && !BeanValidation.isValidated(file, each)
              && !BeanValidation.isCheckedIn(file, method, each)) {
            List<String> types = Payloads.types(file, each.type());
            leaveOpen(file, report, each, new Taken(types, each.name()));
          }
        }
      }
    }
    InheritedPayloads.find(file, report);
    RoutedBodies.find(file, report);
    for (Decl.Type type : file.all(Decl.Type.class)) {
      if (BeanValidation.hasConstraints(file, type)) {
        parts(type).forEach(each -> find(file, report, type, each));
      }
    }
  }

  private static void leaveOpen(SourceFile file, Reporter report, Variable at, Evidence evidence) {
    report.candidate(
        at, UntrustedInputRule.MISSING_VALID, evidence, file.text(at.type()), at.name());
  }

  private static List<Variable> parts(Decl.Type type) {
    List<Variable> parts = new ArrayList<>(type.components());
    for (Decl each : type.members()) {
      if (each instanceof Decl.Field field && !field.modifiers().contains(Modifier.STATIC)) {
        parts.add(field);
      }
    }
    return parts;
  }

  private static void find(SourceFile file, Reporter report, Decl.Type outer, Variable part) {
    List<String> types = Payloads.types(file, part.type());
    boolean isOwn = types.stream().anyMatch(each -> !each.startsWith("java."));
    if (isOwn
        && !BeanValidation.cascades(file, part)
        && UNBOUND.annotationIn(part.annotations()) == null) {
      leaveOpen(file, report, part, new Nested(outer.qualifiedName(), types, part.name()));
    }
  }

  static void settle(Candidate candidate, Taken taken, Settler settler) {
    Validated validated = Validated.of(settler.project());
    Optional<String> open = taken.types().stream().filter(validated::isConstrained).findFirst();
    if (open.isPresent() && taken.types().stream().noneMatch(validated::isCheckedInCode)) {
      settler
          .report(candidate, simple(open.get()), taken.name())
          .confidence(validated.isStored(open.get()) ? Confidence.LOW : Confidence.HIGH);
    }
  }

  static void settle(Candidate candidate, Nested nested, Settler settler) {
    Validated validated = Validated.of(settler.project());
    Optional<String> open =
        nested.types().stream()
            .filter(each -> validated.isConstrained(each) && !validated.isCheckedInCode(each))
            .findFirst();
    if (open.isPresent()
        && validated.isReceived(nested.outer())
        && !validated.isCheckedInCode(nested.outer())
        && !validated.isStored(open.get())) {
      String place = simple(nested.outer()) + "." + nested.name();
      settler.report(candidate, simple(open.get()), place).confidence(Confidence.HIGH);
    }
  }

  static String simple(String type) {
    return type.substring(type.lastIndexOf('.') + 1);
  }
}
