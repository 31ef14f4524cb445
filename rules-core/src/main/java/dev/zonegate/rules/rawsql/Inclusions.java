package dev.zonegate.rules.rawsql;

import dev.zonegate.facts.FragmentInclusion;
import dev.zonegate.facts.Project;
import dev.zonegate.rules.rawsql.PastedNames.Use;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The statements of a project's mappers that include fragments of other files. */
final class Inclusions {
  /** Fragments may include each other in circles. */
  private static final int MOST = 1000;

  private final Map<String, List<FragmentInclusion>> byFragment = new HashMap<>();

  Inclusions(Project project) {
    for (FragmentInclusion each : project.all(FragmentInclusion.class)) {
      byFragment.computeIfAbsent(each.fragment(), any -> new ArrayList<>()).add(each);
    }
  }

  /** A name in its statement, or in all that include its fragment. */
  List<Use> inStatements(Use use) {
    List<Use> found = new ArrayList<>();
    Set<Use> seen = new LinkedHashSet<>(List.of(use));
    Deque<Use> open = new ArrayDeque<>(seen);
    while (!open.isEmpty()) {
      Use each = open.pop();
      if (!each.isFragment()) {
        found.add(each);
        continue;
      }
      String fragment = each.namespace() + "." + each.statement();
      for (FragmentInclusion including : byFragment.getOrDefault(fragment, List.of())) {
        for (Use there : each.in(including)) {
          if (seen.size() < MOST && seen.add(there)) {
            open.add(there);
          }
        }
      }
    }
    return found;
  }
}
