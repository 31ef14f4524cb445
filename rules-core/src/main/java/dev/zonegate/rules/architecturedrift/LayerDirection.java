package dev.zonegate.rules.architecturedrift;

import dev.zonegate.facts.Component;
import dev.zonegate.facts.Packages;
import dev.zonegate.facts.Project;
import dev.zonegate.facts.StoredType;
import dev.zonegate.facts.TypeUse;
import dev.zonegate.model.Expr;
import dev.zonegate.model.SourceFile;
import dev.zonegate.model.TypeNode;
import dev.zonegate.rule.Candidate;
import dev.zonegate.rule.Confidence;
import dev.zonegate.rule.Evidence;
import dev.zonegate.rule.Reporter;
import dev.zonegate.rule.Settler;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** A domain that knows what is built around it, and controllers that know what is stored. */
final class LayerDirection {
  private static final Set<String> OUTER =
      Set.of(
          "infrastructure",
          "infra",
          "web",
          "controller",
          "controllers",
          "rest",
          "adapter",
          "adapters",
          "persistence",
          "presentation",
          "ui");

  private LayerDirection() {}

  /**
   * A type that another layer uses.
   *
   * @param isDomain whether the domain uses it, else a controller
   */
  record Use(String path, String type, boolean isDomain) implements Evidence {}

  static void find(SourceFile file, Reporter report) {
    boolean isDomain = isDomain(file.unit().packageName());
    boolean isWeb = isWeb(file);
    Set<String> seen = new HashSet<>();
    for (TypeNode.Named each : file.all(TypeNode.Named.class)) {
      String name = each.ref().name();
      boolean isUse =
          !each.ref().isUnknown()
              // its name is no knowledge of it
              && !(file.parent(each) instanceof Expr.ClassLiteral)
              && (isDomain && isOuter(file.unit().packageName(), name)
                  || isWeb && isForeign(file.unit().packageName(), name));
      if (isUse && seen.add(name)) {
        report.candidate(
            each,
            ArchitectureDriftRule.LAYER_SKIP,
            new Use(file.path(), name, isDomain),
            "`" + LayerSkip.simple(name) + "` is used here",
            "out of its layer");
      }
    }
  }

  private static boolean isWeb(SourceFile file) {
    return file.unit().types().stream()
        .anyMatch(each -> Component.isBean(each) && Component.layer(each) == Component.Layer.WEB);
  }

  private static boolean isForeign(String from, String type) {
    return Packages.isSameProject(from, type) && !type.startsWith(from + ".");
  }

  static boolean isDomain(String packageName) {
    List<String> parts = List.of(packageName.split("\\."));
    return parts.contains("domain") && parts.stream().noneMatch(OUTER::contains);
  }

  /** Whether a type stands beside the domain, in a package of what is built around it. */
  static boolean isOuter(String domain, String type) {
    String root = ("." + domain + ".").split("\\.domain\\.")[0].replaceFirst("^\\.", "");
    if (!root.contains(".") || !type.startsWith(root + ".")) {
      return false;
    }
    List<String> below = List.of(type.substring(root.length() + 1).split("\\."));
    return below.size() > 1
        && below.subList(0, below.size() - 1).stream().anyMatch(OUTER::contains)
        && !below.get(0).equals("domain");
  }

  static void settle(Candidate candidate, Use use, Settler settler) {
    if (use.isDomain()) {
      settleDomain(candidate, use, settler);
    } else {
      settleWeb(candidate, use, settler);
    }
  }

  private static void settleDomain(Candidate candidate, Use use, Settler settler) {
    List<TypeUse> others = others(settler.project(), use, each -> isDomain(each.packageName()));
    Habit habit =
        Habit.of(
            others,
            each -> each.names().stream().noneMatch(name -> isOuter(each.packageName(), name)));
    if (habit.isRule()) {
      settler.report(
          candidate,
          "This part of the domain uses `" + LayerSkip.simple(use.type()) + "` from around it",
          "where " + habit.said() + " domain files do not");
    }
  }

  private static void settleWeb(Candidate candidate, Use use, Settler settler) {
    Project project = settler.project();
    Set<String> stored =
        project.all(StoredType.class).stream().map(StoredType::name).collect(Collectors.toSet());
    if (!stored.contains(use.type())) {
      return;
    }
    Set<String> web =
        project.all(Component.class).stream()
            .filter(each -> each.layer() == Component.Layer.WEB)
            .map(Component::path)
            .collect(Collectors.toSet());
    List<TypeUse> others = others(project, use, each -> web.contains(each.path()));
    Habit habit = Habit.of(others, each -> each.names().stream().noneMatch(stored::contains));
    if (habit.isRule()) {
      settler
          .report(
              candidate,
              "This controller knows the entity `" + LayerSkip.simple(use.type()) + "`",
              "where " + habit.said() + " controllers leave entities to services")
          .confidence(Confidence.LOW);
    }
  }

  private static List<TypeUse> others(Project project, Use use, Predicate<TypeUse> wanted) {
    return project.all(TypeUse.class).stream()
        .filter(each -> !each.isTest() && !each.path().equals(use.path()))
        .filter(each -> Component.isSameModule(each.path(), use.path()))
        .filter(wanted)
        .toList();
  }
}
