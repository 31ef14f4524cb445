package dev.zonegate.rules.placeholdercode;

import dev.zonegate.facts.DeclaredType;
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
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** A helper or a second version of a class that no other file of the project names. */
final class UnusedType {
  /** Packages that are there for other projects, by the last part of their names. */
  private static final Set<String> OFFERED = Set.of("api", "spi");

  /** As many unused helpers in one package were not forgotten, but are there for others. */
  private static final int OFFER = 3;

  private UnusedType() {}

  /**
   * Which type it is about.
   *
   * @param packageName of a public type, which other projects may use; else empty
   */
  record Helper(String path, String name, String packageName) implements Evidence {}

  static void find(SourceFile file, Reporter report) {
    for (Decl.Type each : file.unit().types()) {
      boolean isPlain =
          each.kind() == TypeShape.Kind.CLASS
              && each.annotations().isEmpty()
              && each.members().stream().noneMatch(UnusedType::isEntry)
              && each.implementsTypes().isEmpty()
              && each.extendsTypes().isEmpty();
      boolean isPublic = each.modifiers().contains(Modifier.PUBLIC);
      if (isPlain
          && SideUse.isSideName(each.name())
          && !StandIns.isPackage(file)
          && !(isPublic && isOffered(file.unit().packageName()))) {
        report.candidate(
            each,
            PlaceholderCodeRule.DEAD_CODE,
            new Helper(file.path(), each.name(), isPublic ? file.unit().packageName() : ""),
            "No file of the project uses `" + each.name() + "`");
      }
    }
  }

  private static boolean isOffered(String packageName) {
    return List.of(packageName.split("\\.")).stream().anyMatch(OFFERED::contains);
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

    boolean isUsed(String name, String path) {
      return byName.getOrDefault(name, List.of()).stream().anyMatch(each -> !each.equals(path));
    }
  }

  /** The packages of which most helpers, and several, are used by nothing in the project. */
  private record Offers(Set<String> packages) {
    static Offers of(Project project) {
      Users users = project.derived(Users.class, Users::of);
      Map<String, List<DeclaredType>> helpers =
          project.all(DeclaredType.class).stream()
              .filter(each -> SideUse.isSideName(simple(each)))
              .collect(Collectors.groupingBy(Offers::packageName));
      Set<String> packages = new HashSet<>();
      helpers.forEach(
          (name, types) -> {
            long unused =
                types.stream().filter(each -> !users.isUsed(simple(each), each.path())).count();
            if (unused >= OFFER && unused * 2 >= types.size()) {
              packages.add(name);
            }
          });
      return new Offers(packages);
    }

    private static String simple(DeclaredType type) {
      return type.name().substring(type.name().lastIndexOf('.') + 1);
    }

    private static String packageName(DeclaredType type) {
      return type.name().substring(0, Math.max(0, type.name().lastIndexOf('.')));
    }
  }

  static void settle(Candidate candidate, Helper helper, Settler settler) {
    Project project = settler.project();
    if (project.isWhole()
        && !project.derived(Users.class, Users::of).isUsed(helper.name(), helper.path())
        && !project.derived(Offers.class, Offers::of).packages().contains(helper.packageName())) {
      settler.report(candidate);
    }
  }
}
