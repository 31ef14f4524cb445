package dev.zonegate.pmd;

import dev.zonegate.model.Decl;
import dev.zonegate.model.SourceFile;
import dev.zonegate.rule.Reporter;
import dev.zonegate.rule.Rule;
import dev.zonegate.rule.RuleInfo;
import dev.zonegate.rule.RulePattern;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Rules that tell what PMD does with rules. */
final class ProbeRules {
  /** What the watching rules were handed, one entry a rule and file. */
  static final Queue<SourceFile> HANDED_OVER = new ConcurrentLinkedQueue<>();

  private static final RulePattern TYPE = RulePattern.warning("type", "`%s` is a type", "leave it");

  private ProbeRules() {}

  /** As a ruleset names it. */
  public static final class Watching extends ZonegateRule {
    /** For PMD. */
    public Watching() {
      super(List.of(new Named("One", false), new Named("Two", false), new Named("Three", false)));
    }
  }

  /** As a ruleset names it; its rule {@code One} fails after it has reported. */
  public static final class Failing extends ZonegateRule {
    /** For PMD. */
    public Failing() {
      super(List.of(new Named("One", true), new Named("Two", false)));
    }
  }

  private record Named(String name, boolean fails) implements Rule {
    @Override
    public RuleInfo info() {
      return RuleInfo.named("AI00", name).summary("Watch").patterns(TYPE);
    }

    @Override
    public void check(SourceFile file, Reporter report) {
      HANDED_OVER.add(file);
      if (fails) {
        throw new IllegalStateException("cannot");
      }
      for (Decl.Type each : file.all(Decl.Type.class)) {
        report.at(each, TYPE, each.name());
      }
    }
  }
}
