package dev.zonegate.rules.placeholdercode;

import dev.zonegate.facts.Project;
import dev.zonegate.facts.SideUse;
import dev.zonegate.model.Decl;
import dev.zonegate.model.Modifier;
import dev.zonegate.model.SourceFile;
import dev.zonegate.model.TypeShape;
import dev.zonegate.rule.Candidate;
import dev.zonegate.rule.Evidence;
import dev.zonegate.rule.Reporter;
import dev.zonegate.rule.Settler;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A helper or a second version of a class that no other file of the project names. */
final class UnusedType {
  private UnusedType() {}

  /** Which type it is about. */
  record Helper(String path, String name) implements Evidence {}

  static void find(SourceFile file, Reporter report) {
    for (Decl.Type each : file.unit().types()) {
      boolean isPlain =
          each.kind() == TypeShape.Kind.CLASS
              && each.annotations().isEmpty()
              && each.members().stream().noneMatch(UnusedType::isEntry)
              && each.implementsTypes().isEmpty()
              && each.extendsTypes().isEmpty();
      if (isPlain && SideUse.isSideName(each.name()) && !StandIns.isPackage(file)) {
        report.candidate(
            each,
            PlaceholderCodeRule.DEAD_CODE,
            new Helper(file.path(), each.name()),
            "No file of the project uses `" + each.name() + "`");
      }
    }
  }

  private static boolean isEntry(Decl member) {
    return member instanceof Decl.Method method
        && (method.name().equals("main") && method.modifiers().contains(Modifier.STATIC)
            || !method.annotations().isEmpty());
  }

  /** The files that name a helper, by its name. */
  private record Users(Map<String, List<String>> byName) {
    static Users of(Project project) {
      Map<String, List<String>> byName = new HashMap<>();
      for (SideUse each : project.all(SideUse.class)) {
        each.names()
            .forEach(
                name -> byName.computeIfAbsent(name, any -> new ArrayList<>()).add(each.path()));
      }
      return new Users(byName);
    }

    List<String> paths(String name) {
      return byName.getOrDefault(name, List.of());
    }
  }

  static void settle(Candidate candidate, Helper helper, Settler settler) {
    boolean isUsed =
        settler.project().derived(Users.class, Users::of).paths(helper.name()).stream()
            .anyMatch(each -> !each.equals(helper.path()));
    if (settler.project().isWhole() && !isUsed) {
      settler.report(candidate);
    }
  }
}
