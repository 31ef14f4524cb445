package dev.zonegate.rules.untrustedinput;

import dev.zonegate.facts.DeclaredType;
import dev.zonegate.facts.Project;
import dev.zonegate.facts.ValidatedParameters;
import dev.zonegate.facts.WebType;
import dev.zonegate.match.BeanValidation;
import dev.zonegate.model.Decl;
import dev.zonegate.model.SourceFile;
import dev.zonegate.rule.Candidate;
import dev.zonegate.rule.Confidence;
import dev.zonegate.rule.Evidence;
import dev.zonegate.rule.Reporter;
import dev.zonegate.rule.Settler;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Payloads of handlers that share their annotations with an interface: validated if either says so.
 */
final class InheritedPayloads {
  private InheritedPayloads() {}

  /**
   * A parameter of a method that overrides another or is there to be overridden.
   *
   * @param type of the method, qualified
   * @param parameters how many the method has
   * @param index of the parameter
   * @param types what may carry constraints
   */
  record Taken(
      String type, String method, int parameters, int index, List<String> types, String name)
      implements Evidence {}

  static void find(SourceFile file, Reporter report) {
    for (Decl.Method method : file.all(Decl.Method.class)) {
      if (Payloads.isPartOfHandler(file, method)) {
        for (Decl.Param each : method.params()) {
          if (Payloads.isRead(method, each) && !BeanValidation.isValidated(file, each)) {
            leaveOpen(file, report, method, each);
          }
        }
      }
    }
  }

  private static void leaveOpen(
      SourceFile file, Reporter report, Decl.Method method, Decl.Param param) {
    Taken taken =
        new Taken(
            ((Decl.Type) file.parent(method)).qualifiedName(),
            method.name(),
            method.params().size(),
            method.params().indexOf(param),
            Payloads.types(file, param.type()),
            param.name());
    report.candidate(
        param, UntrustedInputRule.MISSING_VALID, taken, file.text(param.type()), param.name());
  }

  static void settle(Candidate candidate, Taken taken, Settler settler) {
    Project project = settler.project();
    Validated validated = Validated.of(project);
    Optional<String> open = taken.types().stream().filter(validated::isConstrained).findFirst();
    if (open.isEmpty()
        || taken.types().stream().anyMatch(validated::isCheckedInCode)
        || !project.isWhole()) {
      return;
    }
    Set<String> family = family(project, taken.type());
    boolean isValidated =
        project.all(ValidatedParameters.class).stream()
            .anyMatch(each -> family.contains(each.type()) && isOf(each, taken));
    if (!isValidated && isServed(project, family) && isKnown(project, taken.type())) {
      settler
          .report(candidate, MissingValid.simple(open.get()), taken.name())
          .confidence(validated.isStored(open.get()) ? Confidence.LOW : Confidence.HIGH);
    }
  }

  private static boolean isOf(ValidatedParameters each, Taken taken) {
    return each.method().equals(taken.method())
        && each.parameters() == taken.parameters()
        && each.validated().contains(taken.index());
  }

  /** A type, those above and those below it. */
  private static Set<String> family(Project project, String type) {
    Set<String> family = new HashSet<>(Set.of(type));
    for (DeclaredType each : project.all(DeclaredType.class)) {
      if (each.name().equals(type)) {
        family.addAll(each.supertypes());
      } else if (each.supertypes().contains(type)) {
        family.add(each.name());
      }
    }
    return family;
  }

  /** Whether a class among these answers requests, and does not send them. */
  private static boolean isServed(Project project, Set<String> family) {
    List<WebType> types =
        project.all(WebType.class).stream().filter(each -> family.contains(each.name())).toList();
    return types.stream().anyMatch(each -> !each.isInterface())
        && types.stream().anyMatch(WebType::isController);
  }

  /** Whether all that a type inherits can be read. */
  private static boolean isKnown(Project project, String type) {
    Set<String> known = new HashSet<>();
    project.all(DeclaredType.class).forEach(each -> known.add(each.name()));
    return project.all(DeclaredType.class).stream()
        .filter(each -> each.name().equals(type))
        .flatMap(each -> each.supertypes().stream())
        .allMatch(each -> known.contains(each) || each.startsWith("java."));
  }
}
