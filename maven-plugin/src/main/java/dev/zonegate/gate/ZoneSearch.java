package dev.zonegate.gate;

import dev.zonegate.model.SourceFile.Role;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Finds zones that hold no file anywhere, because a misspelt package must not open a hole. Looks at
 * the files themselves where the judged ones do not settle it, since a build may be of one module
 * only.
 */
public final class ZoneSearch {
  private ZoneSearch() {}

  /** The names of the zones that the judged files are in. */
  public static Set<String> used(Verdict verdict) {
    Set<String> names = new HashSet<>();
    verdict.zones().stream()
        .filter(each -> each.files() > 0)
        .forEach(each -> names.add(each.zone().name()));
    return names;
  }

  /**
   * What to say about the zones that have no file; empty if all have.
   *
   * @param used names of zones known to have one
   * @param root the folder of the policy; every Java and resource file below counts
   */
  public static List<String> problems(
      Policy policy, Set<String> used, Path root, Charset encoding) {
    if (policy.withoutFiles(used).isEmpty()) {
      return List.of();
    }
    Set<String> found = new HashSet<>(used);
    Set<String> packages = new TreeSet<>();
    List<Zone> shadowed = new ArrayList<>();
    List<SourceRoot> roots = List.of(new SourceRoot(root, Role.MAIN, SourceRoot.Holds.BOTH));
    Map<SourceEntry, SourceHead> heads = new LinkedHashMap<>();
    SourceListing.of(roots, root, SourceListing.Filter.ALL)
        .entries()
        .forEach(each -> heads.put(each, SourceHead.of(each, encoding)));
    Placement placement = Placement.ofHeads(policy, "", heads);
    heads.forEach(
        (each, head) -> {
          found.add(placement.of(each.path(), head).name());
          packages.add(head.packageName());
          shadowed.addAll(placement.naming(each.path(), head));
        });
    List<String> problems = new ArrayList<>();
    for (Zone zone : policy.withoutFiles(found)) {
      String place =
          policy.file().getFileName() + ":" + zone.at().startLine() + ":" + zone.at().startColumn();
      problems.add(
          place
              + ": zone `"
              + zone.name()
              + "` holds no file; "
              + (shadowed.contains(zone)
                  ? "zones before it take all of its files, move it up"
                  : advice(zone, packages)));
    }
    return problems;
  }

  private static String advice(Zone zone, Set<String> packages) {
    for (PackagePattern each : zone.packages()) {
      String bare = each.toString().replaceAll("^\\.\\.|\\.\\.$", "");
      Optional<String> nearest = Nearest.to(bare, packages);
      if (nearest.isPresent()) {
        return "no package is `" + each + "`, did you mean `" + nearest.get() + "`?";
      }
    }
    return "nothing is " + zone.patterns() + ", correct or remove it";
  }
}
