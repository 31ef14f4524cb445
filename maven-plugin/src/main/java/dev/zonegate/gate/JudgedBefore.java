package dev.zonegate.gate;

import dev.zonegate.increment.Ledger;
import dev.zonegate.increment.LedgerFile;
import dev.zonegate.increment.Touched;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * What of a compilation the gate has judged as it is, and will take from its own results. A
 * compiler compiles a module anew for one changed file, and need not judge the others again.
 */
public final class JudgedBefore {
  private JudgedBefore() {}

  /**
   * The paths of those files.
   *
   * @param inputs the files that are compiled, and how they would be judged
   * @param types simple names of the types in each of them, by path
   * @param folder where the gate keeps its results
   */
  public static Set<String> among(Inputs inputs, Map<String, Set<String>> types, Path folder)
      throws IOException {
    String rules = Digests.ofRules(inputs);
    Optional<Ledger> before =
        LedgerFile.read(folder.resolve(LedgerFile.NAME))
            .filter(each -> Digests.isOf(rules, each.key()));
    if (before.isEmpty()
        || !ResultsFile.isThere(folder.resolve(ResultsFile.NAME), before.get().results())) {
      return Set.of();
    }
    Ledger now = InputSurvey.of(inputs, before.get());
    Set<String> same = new TreeSet<>(now.sources().keySet());
    same.removeAll(Touched.between(before.get(), now, types));
    return same;
  }
}
