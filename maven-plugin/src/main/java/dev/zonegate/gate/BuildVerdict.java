package dev.zonegate.gate;

import dev.zonegate.baseline.Baseline;
import dev.zonegate.baseline.BaselineUse;
import dev.zonegate.baseline.BaselineUse.Scope;
import dev.zonegate.engine.Analysis;
import dev.zonegate.engine.Settlement;
import dev.zonegate.model.Notification;
import dev.zonegate.rule.Finding;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What all modules of a build come to, decided once they are all known: a place in one may be
 * excused by any other.
 *
 * @param whole about the build
 * @param modules about each module, in the order given
 * @param said the findings that needed no other module, and were said of each one before
 */
public record BuildVerdict(Verdict whole, List<OfModule> modules, Set<Finding> said) {
  /** A module with what is known of its files. */
  public record Module(String name, Results results) {}

  /** What a module comes to. */
  public record OfModule(Module module, Verdict verdict) {}

  public BuildVerdict {
    modules = List.copyOf(modules);
    said = Set.copyOf(said);
  }

  /**
   * Settles the candidates of all modules with the facts of all, and judges.
   *
   * @param part what to say if these are not all modules of the project, else null
   */
  public static BuildVerdict of(
      Policy policy, List<Module> modules, Analysis analysis, Notification part, LocalDate today) {
    return of(policy, modules, analysis, part, today, Baseline.EMPTY);
  }

  /** As above, leaving out what a baseline knows. */
  public static BuildVerdict of(
      Policy policy,
      List<Module> modules,
      Analysis analysis,
      Notification part,
      LocalDate today,
      Baseline baseline) {
    Results all = Results.merged(modules.stream().map(Module::results).toList());
    Settlement alone = all.settleFindings(analysis, today);
    Settlement settlement = all.settle(analysis, part == null, today);
    return of(policy, modules, alone, settlement, part, baseline);
  }

  /**
   * The same of what is settled.
   *
   * @param alone what needs no other file
   */
  public static BuildVerdict of(
      Policy policy,
      List<Module> modules,
      Settlement alone,
      Settlement settlement,
      Notification part,
      Baseline baseline) {
    boolean isWhole = part == null;
    Results all = Results.merged(modules.stream().map(Module::results).toList());
    Placement placement = Placement.of(policy, "", all.files());
    Set<Finding> said = new HashSet<>(alone.findings());
    List<OfModule> judged = new ArrayList<>();
    for (Module each : modules) {
      Set<String> paths =
          each.results().files().stream().map(FileRecord::path).collect(Collectors.toSet());
      Results results = isWhole ? each.results() : each.results().with(part);
      BaselineUse use = baseline.use(isWhole ? Scope.FILES : Scope.NONE);
      judged.add(
          new OfModule(
              each, Judge.judge(policy, placement, results, settlement.about(paths), use)));
    }
    BaselineUse use = baseline.use(isWhole ? Scope.PROJECT : Scope.NONE);
    return new BuildVerdict(Judge.judge(policy, placement, all, settlement, use), judged, said);
  }

  /** The findings that hang on more than one file. */
  public List<Judged> late() {
    return whole.standing().stream().filter(each -> !said.contains(each.finding())).toList();
  }

  /** Whether the baseline still lists findings of files that are gone from a strict zone. */
  public boolean isBlockedByBaseline() {
    return whole.stale().stream().anyMatch(Stale::blocks);
  }

  /** The modules in which anything blocks. */
  public List<String> blocking() {
    return modules.stream()
        .filter(each -> !each.verdict().passes())
        .map(each -> each.module().name())
        .toList();
  }

  /** The modules in which a late finding blocks. */
  public List<String> blocked() {
    Set<Finding> blocking =
        late().stream().filter(Judged::blocks).map(Judged::finding).collect(Collectors.toSet());
    return modules.stream()
        .filter(
            each ->
                each.verdict().stale().stream().anyMatch(Stale::blocks)
                    || each.verdict().blocking().stream()
                        .anyMatch(judged -> blocking.contains(judged.finding())))
        .map(each -> each.module().name())
        .toList();
  }
}
