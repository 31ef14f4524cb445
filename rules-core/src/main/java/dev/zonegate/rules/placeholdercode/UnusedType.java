package dev.zonegate.rules.placeholdercode;

import dev.zonegate.facts.SideUse;
import dev.zonegate.model.Decl;
import dev.zonegate.model.Modifier;
import dev.zonegate.model.SourceFile;
import dev.zonegate.model.TypeShape;
import dev.zonegate.rule.Candidate;
import dev.zonegate.rule.Evidence;
import dev.zonegate.rule.Reporter;
import dev.zonegate.rule.Settler;

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

  static void settle(Candidate candidate, Helper helper, Settler settler) {
    boolean isUsed =
        settler.project().all(SideUse.class).stream()
            .anyMatch(
                each -> !each.path().equals(helper.path()) && each.names().contains(helper.name()));
    if (settler.project().isWhole() && !isUsed) {
      settler.report(candidate);
    }
  }
}
