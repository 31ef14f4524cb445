package dev.zonegate.rules.architecturedrift;

import dev.zonegate.facts.Component;
import dev.zonegate.facts.Component.Collaborator;
import dev.zonegate.facts.Injection;
import dev.zonegate.facts.Injection.Way;
import dev.zonegate.facts.Project;
import dev.zonegate.match.TypeSet;
import dev.zonegate.model.Annotation;
import dev.zonegate.model.Decl;
import dev.zonegate.model.Modifier;
import dev.zonegate.model.SourceFile;
import dev.zonegate.model.Variable;
import dev.zonegate.rule.Candidate;
import dev.zonegate.rule.Evidence;
import dev.zonegate.rule.Reporter;
import dev.zonegate.rule.Settler;
import java.util.List;
import java.util.stream.Stream;

/** A field that the container fills, where other classes take what they need by constructor. */
final class FieldInjection {
  private static final TypeSet INJECTING =
      TypeSet.of(
          "org.springframework.beans.factory.annotation.Autowired",
          "org.springframework.beans.factory.annotation.Value",
          "jakarta.inject.Inject",
          "com.google.inject.Inject");
  private static final TypeSet VALUE =
      TypeSet.of("org.springframework.beans.factory.annotation.Value");
  private static final TypeSet LAZY = TypeSet.of("org.springframework.context.annotation.Lazy");

  private FieldInjection() {}

  /**
   * A class that has a field injected.
   *
   * @param isValue whether it is a setting, else a bean
   */
  record Filled(String path, String type, boolean isValue) implements Evidence {}

  static void find(SourceFile file, Reporter report) {
    for (Decl.Type type : file.all(Decl.Type.class)) {
      if (Component.isBean(type)
          && Component.layer(type) != Component.Layer.SET_UP
          && !type.modifiers().contains(Modifier.ABSTRACT)) {
        find(file, type, report);
      }
    }
  }

  private static void find(SourceFile file, Decl.Type type, Reporter report) {
    List<Injection> all = Injection.into(file, type);
    boolean isMixed = isMostlyByConstructor(all);
    for (Injection each : all) {
      if (each.way() == Way.FIELD && isAvoidable(type, each.variable())) {
        boolean isValue = VALUE.annotationIn(each.variable().annotations()) != null;
        if (isMixed && !isValue) {
          report.at(
              each.variable(),
              ArchitectureDriftRule.FIELD_INJECTION,
              each.variable().name(),
              "the constructor here takes the rest");
        } else {
          report.candidate(
              each.variable(),
              ArchitectureDriftRule.FIELD_INJECTION,
              new Filled(file.path(), type.qualifiedName(), isValue),
              each.variable().name(),
              "other classes use constructors");
        }
      }
    }
  }

  /** Whether at least as much comes by the constructor as past it, plain settings aside. */
  private static boolean isMostlyByConstructor(List<Injection> all) {
    long byConstructor = all.stream().filter(each -> each.way() == Way.CONSTRUCTOR).count();
    long byField =
        all.stream()
            .filter(each -> each.way() == Way.FIELD)
            .filter(each -> VALUE.annotationIn(each.variable().annotations()) == null)
            .count();
    return byConstructor > 0 && byConstructor >= byField;
  }

  /** A cycle needs its field, and so does a class that is handed its own proxy. */
  private static boolean isAvoidable(Decl.Type type, Variable field) {
    Annotation injecting = INJECTING.annotationIn(field.annotations());
    return injecting != null
        && injecting.argument("required") == null
        && LAZY.annotationIn(field.annotations()) == null
        && LAZY.annotationIn(type.annotations()) == null
        && !field.modifiers().contains(Modifier.STATIC)
        && !field.type().ref().name().equals(type.qualifiedName())
        && type.implementsTypes().stream()
            .noneMatch(each -> each.ref().simpleName().equals(field.type().ref().simpleName()));
  }

  static void settle(Candidate candidate, Filled filled, Settler settler) {
    Project project = settler.project();
    List<Component> others =
        project.all(Component.class).stream()
            .filter(each -> !each.name().equals(filled.type()))
            .filter(each -> each.layer() != Component.Layer.SET_UP)
            .filter(each -> Component.isSameModule(each.path(), filled.path()))
            .filter(each -> given(each, filled).findAny().isPresent())
            .toList();
    Habit habit =
        Habit.of(
            others, each -> given(each, filled).allMatch(given -> given.way() == Way.CONSTRUCTOR));
    if (habit.isRule()) {
      settler.report(
          candidate,
          candidate.finding().message().split("`")[1],
          habit.said() + " classes use constructors");
    }
  }

  /** Plain settings say nothing about how a project hands over beans. */
  private static Stream<Collaborator> given(Component component, Filled filled) {
    return component.collaborators().stream()
        .filter(each -> each.type().startsWith("java.lang.") == filled.isValue());
  }
}
