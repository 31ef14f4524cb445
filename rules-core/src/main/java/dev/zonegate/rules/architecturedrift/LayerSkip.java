package dev.zonegate.rules.architecturedrift;

import dev.zonegate.facts.Component;
import dev.zonegate.facts.Component.Layer;
import dev.zonegate.facts.Injection;
import dev.zonegate.facts.Project;
import dev.zonegate.match.TypeNames;
import dev.zonegate.match.TypeSet;
import dev.zonegate.model.Decl;
import dev.zonegate.model.SourceFile;
import dev.zonegate.model.TypeRef;
import dev.zonegate.rule.Candidate;
import dev.zonegate.rule.Evidence;
import dev.zonegate.rule.Reporter;
import dev.zonegate.rule.Settler;
import java.util.List;

/** A controller that reaches the data itself where other controllers go through services. */
final class LayerSkip {
  private static final TypeSet STORES = TypeSet.load("drift/stores.types");
  private static final TypeSet CLIENTS = TypeSet.load("exposure/client-interfaces.types");

  private LayerSkip() {}

  /** A controller with one thing that it is given. */
  record Skip(String path, String controller, String type, boolean isStore) implements Evidence {}

  static void find(SourceFile file, Reporter report) {
    for (Decl.Type type : file.all(Decl.Type.class)) {
      if (Component.isBean(type) && Component.layer(type) == Layer.WEB) {
        for (Injection each : Injection.into(file, type)) {
          leave(file, type, each, report);
        }
      }
    }
  }

  private static void leave(SourceFile file, Decl.Type type, Injection injection, Reporter report) {
    List<String> names = TypeNames.in(file, injection.variable().type());
    if (names.isEmpty()) {
      return;
    }
    TypeRef given = injection.variable().type().ref();
    boolean isStore = STORES.contains(given).isYes() || CLIENTS.isOnType(given);
    report.candidate(
        injection.variable(),
        ArchitectureDriftRule.LAYER_SKIP,
        new Skip(file.path(), type.qualifiedName(), names.get(0), isStore),
        "`" + type.name() + "` uses `" + simple(names.get(0)) + "` itself",
        "past the services");
  }

  static void settle(Candidate candidate, Skip skip, Settler settler) {
    Project project = settler.project();
    Stores stores = Stores.of(project);
    if (!skip.isStore() && !stores.names().contains(skip.type())) {
      return;
    }
    List<Component> others =
        project.all(Component.class).stream()
            .filter(each -> each.layer() == Layer.WEB && !each.name().equals(skip.controller()))
            .filter(each -> Component.isSameModule(each.path(), skip.path()))
            .filter(each -> stores.areUsedBy(each) || stores.serve(each))
            .toList();
    Habit habit = Habit.of(others, each -> stores.serve(each) && !stores.areUsedBy(each));
    if (habit.isRule()) {
      settler.report(
          candidate,
          "`" + simple(skip.controller()) + "` uses `" + simple(skip.type()) + "` itself",
          "where " + habit.said() + " controllers go through services");
    }
  }

  static String simple(String name) {
    return name.substring(name.lastIndexOf('.') + 1);
  }
}
