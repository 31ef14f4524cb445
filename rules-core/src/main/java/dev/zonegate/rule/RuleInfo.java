package dev.zonegate.rule;

import java.util.List;

/**
 * What a rule is called and looks for.
 *
 * @param id {@code AI01} to {@code AI20}; never changes meaning
 * @param name the bad thing as a noun, as it reads in {@code @SuppressWarnings}
 * @param summary one sentence without a full stop, an imperative
 * @param cwe numbers of the weaknesses it covers, the most specific first
 * @param patterns its patterns in the order of the rule's page
 */
public record RuleInfo(
    String id, String name, String summary, List<Integer> cwe, List<RulePattern> patterns) {
  /** Starts the description of a rule. */
  public static Draft named(String id, String name) {
    return new Draft(id, name, "", List.of());
  }

  /** A description in the making. */
  public record Draft(String id, String name, String summary, List<Integer> cwe) {
    public Draft summary(String text) {
      return new Draft(id, name, text, cwe);
    }

    public Draft cwe(Integer... numbers) {
      return new Draft(id, name, summary, List.of(numbers));
    }

    public RuleInfo patterns(RulePattern... patterns) {
      return new RuleInfo(id, name, summary, cwe, List.of(patterns));
    }
  }
}
