package dev.zonegate.rules.architecturedrift;

import dev.zonegate.facts.ApiHabit;
import dev.zonegate.facts.Component;
import dev.zonegate.facts.Injection;
import dev.zonegate.facts.Packages;
import dev.zonegate.facts.Project;
import dev.zonegate.match.Words;
import dev.zonegate.model.Decl;
import dev.zonegate.model.Invocation;
import dev.zonegate.model.Node;
import dev.zonegate.model.SourceFile;
import dev.zonegate.model.Variable;
import dev.zonegate.rule.Candidate;
import dev.zonegate.rule.Evidence;
import dev.zonegate.rule.Reporter;
import dev.zonegate.rule.Settler;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Makes for itself what the rest of the project is handed, or goes past its own wrapper. */
final class BypassSanctioned {
  /** What a class that wraps a library for others is called, or one that is another client. */
  private static final Set<String> WRAPPERS =
      Set.of(
          "client",
          "gateway",
          "adapter",
          "connector",
          "api",
          "publisher",
          "producer",
          "relay",
          "wrapper",
          "factory",
          "provider",
          "config",
          "configuration",
          "outbox",
          "sender",
          "template",
          "dispatcher",
          "migration",
          "properties",
          "settings",
          "logger",
          "health",
          "indicator");

  /** Packages of code that is written once, to change what is there. */
  private static final Set<String> MIGRATIONS =
      Set.of("migration", "migrations", "legacy", "liquibase", "flyway");

  private static final int FEWEST = 3;

  private BypassSanctioned() {}

  /**
   * A class that uses a library itself.
   *
   * @param type qualified name of the class
   * @param isOwn whether it makes the thing, else it is handed the library's
   */
  record Bypass(String path, String type, String capability, boolean isOwn) implements Evidence {}

  static void find(SourceFile file, Reporter report) {
    for (Invocation use : file.all(Invocation.class)) {
      ApiHabit.own(file, use)
          .filter(any -> !isMigration(file))
          .ifPresent(
              capability ->
                  leave(file, use, ApiHabit.outermost(file, use), capability, true, report));
    }
    for (Decl.Type type : file.unit().types()) {
      if (Component.isBean(type) && Component.layer(type) != Component.Layer.SET_UP) {
        for (Injection each : Injection.into(file, type)) {
          ApiHabit.capability(each)
              .filter(capability -> !isMigration(file))
              .ifPresent(
                  capability -> leave(file, each.variable(), type, capability, false, report));
        }
      }
    }
  }

  private static boolean isMigration(SourceFile file) {
    return isMigration(file.unit().packageName());
  }

  private static boolean isMigration(String packageName) {
    for (int start = 0, dot; start <= packageName.length(); start = dot + 1) {
      dot = packageName.indexOf('.', start);
      dot = dot < 0 ? packageName.length() : dot;
      if (MIGRATIONS.contains(packageName.substring(start, dot))) {
        return true;
      }
    }
    return false;
  }

  private static void leave(
      SourceFile file, Node at, Decl.Type type, String capability, boolean isOwn, Reporter report) {
    boolean isWrapper = Words.of(type.name()).stream().anyMatch(WRAPPERS::contains);
    if (!isWrapper) {
      String what =
          at instanceof Invocation use
              ? use.shortName()
              : ((Variable) at).type().ref().simpleName();
      report.candidate(
          at,
          ArchitectureDriftRule.BYPASS_SANCTIONED,
          new Bypass(file.path(), type.qualifiedName(), capability, isOwn),
          what,
          "goes past the way of the project");
    }
  }

  static void settle(Candidate candidate, Bypass bypass, Settler settler) {
    Project project = settler.project();
    Optional<String> way =
        wrapper(project, bypass)
            .or(() -> bypass.isOwn() ? given(project, bypass) : Optional.empty());
    way.ifPresent(said -> settler.report(candidate, what(candidate), said));
  }

  /** The code that the candidate's own message names. */
  private static String what(Candidate candidate) {
    return candidate.finding().message().split("`")[1];
  }

  /** The shared thing that others are handed. */
  private static Optional<String> given(Project project, Bypass bypass) {
    Habit habit = Habit.of(others(project, bypass), each -> each.isGiven() && !each.isOwn());
    return habit.isRule()
        ? Optional.of("goes past what " + habit.said() + " classes are given")
        : Optional.empty();
  }

  /** What is not judged is no example either, for the project's way or against it. */
  private static List<ApiHabit> others(Project project, Bypass bypass) {
    return project.all(ApiHabit.class).stream()
        .filter(each -> each.capability().equals(bypass.capability()))
        .filter(each -> !each.type().equals(bypass.type()))
        .filter(each -> !isMigration(Packages.of(each.type())))
        .filter(each -> Component.isSameModule(each.path(), bypass.path()))
        .toList();
  }

  /** A class of the project that uses the library for several others. */
  private static Optional<String> wrapper(Project project, Bypass bypass) {
    List<ApiHabit> users = others(project, bypass);
    Map<String, Long> served = served(project, bypass);
    Map<String, Long> wrappers = new TreeMap<>();
    users.stream()
        .filter(each -> isWrapper(each.type()) && served.getOrDefault(each.type(), 0L) >= FEWEST)
        .forEach(each -> wrappers.put(each.type(), served.get(each.type())));
    if (bypass.capability().equals("messages")) {
      // what is sent goes to a table first
      served.forEach(
          (type, count) -> {
            if (count >= FEWEST && Words.of(LayerSkip.simple(type)).contains("outbox")) {
              wrappers.put(type, count);
            }
          });
    }
    long own =
        users.stream().map(ApiHabit::type).filter(each -> !isWrapper(each)).distinct().count();
    return wrappers.entrySet().stream()
        .filter(each -> each.getValue() >= 4 * own && isGeneral(each.getKey()))
        .max(Map.Entry.comparingByValue())
        .map(
            each ->
                "goes past `"
                    + LayerSkip.simple(each.getKey())
                    + "`, which "
                    + each.getValue()
                    + " other classes use");
  }

  private static boolean isWrapper(String type) {
    return Words.of(LayerSkip.simple(type)).stream().anyMatch(WRAPPERS::contains);
  }

  /** {@code ApiClient} is for all, {@code CustomerClient} for customers. */
  private static boolean isGeneral(String type) {
    return Words.of(LayerSkip.simple(type)).stream()
        .allMatch(
            each ->
                WRAPPERS.contains(each)
                    || each.matches(
                        "http|rest|json|web|event|events|message|messages|domain|transactional"
                            + "|kafka|base|default|shared|common|safe|resilient|internal|service"));
  }

  private static Map<String, Long> served(Project project, Bypass bypass) {
    Map<String, Long> served = new HashMap<>();
    for (Component each : project.all(Component.class)) {
      if (!each.name().equals(bypass.type())) {
        each.collaborators().stream()
            .map(Component.Collaborator::type)
            .filter(type -> Packages.isSameProject(type, bypass.type()))
            .collect(Collectors.toSet())
            .forEach(type -> served.merge(type, 1L, Long::sum));
      }
    }
    return served;
  }
}
