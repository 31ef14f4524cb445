package dev.zonegate.rules.untrustedinput;

import dev.zonegate.facts.DeclaredType;
import dev.zonegate.facts.DeclaredTypes;
import dev.zonegate.match.BeanValidation;
import dev.zonegate.match.TypeSet;
import dev.zonegate.model.Annotation;
import dev.zonegate.model.Decl;
import dev.zonegate.model.SourceFile;
import dev.zonegate.model.TypeRef;
import dev.zonegate.rule.Candidate;
import dev.zonegate.rule.Evidence;
import dev.zonegate.rule.Reporter;
import dev.zonegate.rule.Settler;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Constraints on single values, which Spring before 6.1 checks in a {@code @Validated} class. */
final class MissingValidated {
  private static final TypeSet VALUES = TypeSet.load("validation/values.types");
  private static final String VALIDATED = "org.springframework.validation.annotation.Validated";

  /** The first release that Spring 6 runs on. */
  private static final int OF_SPRING_6 = 17;

  /**
   * A class without the annotation.
   *
   * @param supertypes names of those that may carry it
   * @param isComplete whether these are all
   */
  record Unswitched(List<String> supertypes, boolean isComplete) implements Evidence {}

  private MissingValidated() {}

  /** One finding a class, at the first of its parameters. */
  static void find(SourceFile file, Reporter report) {
    for (Decl.Type type : file.all(Decl.Type.class)) {
      if (!BeanValidation.isSwitch(type.annotations())) {
        first(file, type).ifPresent(each -> leaveOpen(report, type, each));
      }
    }
  }

  private static void leaveOpen(Reporter report, Decl.Type type, Decl.Param param) {
    List<String> above =
        type.ref().shape().supertypes().stream()
            .filter(each -> !each.startsWith("java."))
            .sorted()
            .toList();
    boolean isComplete =
        type.ref().shape().isComplete()
            || type.extendsTypes().isEmpty() && type.implementsTypes().isEmpty();
    report.candidate(
        param,
        UntrustedInputRule.MISSING_VALIDATED,
        new Unswitched(above, isComplete),
        param.name(),
        type.name());
  }

  private static Optional<Decl.Param> first(SourceFile file, Decl.Type type) {
    return type.members().stream()
        .filter(Decl.Method.class::isInstance)
        .map(Decl.Method.class::cast)
        .filter(each -> Payloads.isHandler(file, each))
        .flatMap(MissingValidated::constrained)
        .filter(each -> isBefore61(file, each))
        .findFirst();
  }

  private static Stream<Decl.Param> constrained(Decl.Method handler) {
    return handler.params().stream()
        .filter(each -> VALUES.annotationIn(each.annotations()) != null)
        .filter(each -> each.annotations().stream().anyMatch(BeanValidation::isConstraint));
  }

  /** Spring 6 needs Java 17, and knows the annotations below {@code jakarta} only. */
  private static boolean isBefore61(SourceFile file, Decl.Param param) {
    int release = file.targetRelease();
    return release > 0 && release < OF_SPRING_6
        || param.annotations().stream()
            .map(Annotation::type)
            .anyMatch(each -> each.name().startsWith("javax.validation."));
  }

  static void settle(Candidate candidate, Unswitched open, Settler settler) {
    boolean isKnown = open.isComplete();
    for (String supertype : open.supertypes()) {
      List<DeclaredType> declared = DeclaredTypes.of(settler.project()).named(supertype);
      isKnown &= !declared.isEmpty();
      for (DeclaredType each : declared) {
        if (each.annotations().stream().anyMatch(MissingValidated::isSwitch)) {
          return;
        }
      }
    }
    if (isKnown) {
      settler.report(candidate);
    }
  }

  private static boolean isSwitch(String annotation) {
    return TypeRef.named(annotation).isNamed(VALIDATED);
  }
}
