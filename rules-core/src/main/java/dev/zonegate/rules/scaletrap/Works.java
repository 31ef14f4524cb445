package dev.zonegate.rules.scaletrap;

import dev.zonegate.facts.OutsideWork;
import dev.zonegate.facts.Project;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Finds the methods of a project by the types that they are called on. */
final class Works {
  private final Map<String, List<OutsideWork>> byMethod = new HashMap<>();

  private Works(Project project) {
    for (OutsideWork each : project.all(OutsideWork.class)) {
      add(each.type(), each);
      each.supertypes().forEach(type -> add(type, each));
    }
  }

  static Works of(Project project) {
    return project.derived(Works.class, Works::new);
  }

  private void add(String type, OutsideWork work) {
    byMethod.computeIfAbsent(type + "#" + work.method(), key -> new ArrayList<>()).add(work);
  }

  /** The methods that a call may mean. */
  List<OutsideWork> meant(OutsideWork.Onward call) {
    return byMethod.getOrDefault(call.type() + "#" + call.method(), List.of()).stream()
        .filter(each -> call.arguments() == Behind.ANY || each.parameters() == call.arguments())
        .toList();
  }
}
