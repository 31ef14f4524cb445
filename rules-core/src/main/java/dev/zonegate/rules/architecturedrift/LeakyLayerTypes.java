package dev.zonegate.rules.architecturedrift;

import dev.zonegate.facts.Component;
import dev.zonegate.facts.Project;
import dev.zonegate.facts.ServiceApi;
import dev.zonegate.facts.StoredType;
import dev.zonegate.match.TypeSet;
import dev.zonegate.model.Decl;
import dev.zonegate.model.Modifier;
import dev.zonegate.model.SourceFile;
import dev.zonegate.model.TypeShape;
import dev.zonegate.rule.Candidate;
import dev.zonegate.rule.Confidence;
import dev.zonegate.rule.Evidence;
import dev.zonegate.rule.Reporter;
import dev.zonegate.rule.Settler;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Services that speak the language of the web or of the database. */
final class LeakyLayerTypes {
  private static final TypeSet STORED = TypeSet.load("ownership/stored.types");

  private LeakyLayerTypes() {}

  /**
   * A method of a service.
   *
   * @param service qualified name
   * @param entity the type of which it gives pages; empty if it names a type of another layer
   */
  record Leak(String path, String service, String method, String entity) implements Evidence {}

  /** A class of static methods where others are beans. */
  record Static(String path, String name) implements Evidence {}

  static void find(SourceFile file, Reporter report) {
    for (Decl.Type type : file.all(Decl.Type.class)) {
      if (ServiceApi.isService(file, type)) {
        ServiceApi.offered(type).forEach(each -> leave(file, type, each, report));
      } else if (isStaticService(type)) {
        report.candidate(
            type,
            ArchitectureDriftRule.LEAKY_LAYER_TYPES,
            new Static(file.path(), type.qualifiedName()),
            type.name(),
            "holds its logic in static methods");
      } else if (isWebEntity(file, type)) {
        report.at(
            type,
            ArchitectureDriftRule.LEAKY_LAYER_TYPES,
            type.name(),
            "is stored, and is called what goes to clients");
      }
    }
  }

  private static void leave(SourceFile file, Decl.Type type, Decl.Method method, Reporter report) {
    String name = type.name() + "." + method.name();
    ServiceApi.leak(file, method)
        .ifPresent(
            leak ->
                report.candidate(
                    method,
                    ArchitectureDriftRule.LEAKY_LAYER_TYPES,
                    new Leak(file.path(), type.qualifiedName(), name, ""),
                    name,
                    "is tied to `" + leak.ref().simpleName() + "`"));
    ServiceApi.pages(file, method).stream()
        .findFirst()
        .ifPresent(
            entity ->
                report.candidate(
                    method,
                    ArchitectureDriftRule.LEAKY_LAYER_TYPES,
                    new Leak(file.path(), type.qualifiedName(), name, entity),
                    name,
                    "hands out pages of the entity `" + LayerSkip.simple(entity) + "`"));
  }

  private static boolean isStaticService(Decl.Type type) {
    List<Decl.Method> methods =
        type.members().stream()
            .filter(Decl.Method.class::isInstance)
            .map(Decl.Method.class::cast)
            .filter(each -> !each.isConstructor())
            .toList();
    return type.kind() == TypeShape.Kind.CLASS
        && type.annotations().isEmpty()
        && Component.isServiceName(type.name())
        && methods.size() >= 2
        && methods.stream().allMatch(each -> each.modifiers().contains(Modifier.STATIC));
  }

  private static boolean isWebEntity(SourceFile file, Decl.Type type) {
    return STORED.annotationIn(type.annotations()) != null
        && type.name().matches(".+(Dto|DTO|Request|Response|ViewModel)")
        && List.of(file.unit().packageName().split("\\.")).stream()
            .noneMatch(each -> each.matches("http|log|audit"));
  }

  static void settle(Candidate candidate, Leak leak, Settler settler) {
    Project project = settler.project();
    List<ServiceApi> others = others(project, leak.path(), leak.service());
    if (!leak.entity().isEmpty()) {
      settlePages(candidate, leak, others, settler);
      return;
    }
    Habit habit = Habit.of(others, each -> each.leaks().isEmpty());
    if (habit.breaking() <= habit.keeping()) {
      settler.report(candidate).confidence(habit.isRule() ? Confidence.HIGH : Confidence.MEDIUM);
    }
  }

  private static void settlePages(
      Candidate candidate, Leak leak, List<ServiceApi> others, Settler settler) {
    Set<String> stored = stored(settler.project());
    List<ServiceApi> paged = others.stream().filter(each -> !each.pages().isEmpty()).toList();
    Habit habit = Habit.of(paged, each -> each.pages().stream().noneMatch(stored::contains));
    if (stored.contains(leak.entity()) && habit.isRule()) {
      settler.report(candidate).confidence(Confidence.MEDIUM);
    }
  }

  private static Set<String> stored(Project project) {
    return project.all(StoredType.class).stream().map(StoredType::name).collect(Collectors.toSet());
  }

  static void settle(Candidate candidate, Static service, Settler settler) {
    List<Component> services =
        settler.project().all(Component.class).stream()
            .filter(each -> each.layer() == Component.Layer.SERVICE)
            .filter(each -> Component.isSameModule(each.path(), service.path()))
            .toList();
    if (Habit.of(services, any -> true).isRule()) {
      settler.report(
          candidate,
          LayerSkip.simple(service.name()),
          "holds its logic in static methods, while " + services.size() + " services are beans");
    }
  }

  private static List<ServiceApi> others(Project project, String path, String service) {
    return project.all(ServiceApi.class).stream()
        .filter(each -> !each.name().equals(service))
        .filter(each -> Component.isSameModule(each.path(), path))
        .toList();
  }
}
