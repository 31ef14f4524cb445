package dev.zonegate.report;

import dev.zonegate.gate.AuthorVerdict;
import dev.zonegate.gate.Results;
import dev.zonegate.gate.Verdict;
import dev.zonegate.rule.RuleInfo;
import java.util.List;

/**
 * What a report is written from.
 *
 * @param name what is judged, such as a module's name; sets reports of one commit apart
 * @param catalogue all rules in order
 * @param version of Zonegate
 * @param authors who wrote the code, as far as somebody asked
 * @param earlier what it came to before, oldest first
 */
public record ReportInput(
    String name,
    Verdict verdict,
    Results results,
    List<RuleInfo> catalogue,
    String version,
    AuthorVerdict authors,
    List<EarlierRun> earlier) {
  public ReportInput {
    earlier = List.copyOf(earlier);
    catalogue = List.copyOf(catalogue);
  }

  /** Without what it came to before. */
  public ReportInput(
      String name,
      Verdict verdict,
      Results results,
      List<RuleInfo> catalogue,
      String version,
      AuthorVerdict authors) {
    this(name, verdict, results, catalogue, version, authors, List.of());
  }

  /** Where nobody asked who wrote the code. */
  public ReportInput(
      String name, Verdict verdict, Results results, List<RuleInfo> catalogue, String version) {
    this(name, verdict, results, catalogue, version, AuthorVerdict.NONE);
  }
}
