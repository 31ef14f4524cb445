package dev.zonegate.gate;

import dev.zonegate.engine.FileResult;
import dev.zonegate.rule.Candidate;
import dev.zonegate.rule.Finding;
import java.util.ArrayList;
import java.util.List;

/**
 * Folds what other engines found into what we found: the same issue on the same line is one finding
 * that names both. What we leave to other files to excuse they may excuse.
 */
final class Folding {
  private Folding() {}

  /**
   * One result of two about the same file.
   *
   * @param others each names who reports it as its first related place
   */
  static FileResult of(FileResult own, List<Finding> others) {
    List<Finding> findings = new ArrayList<>(own.findings());
    List<Candidate> candidates = new ArrayList<>(own.candidates());
    for (Finding each : others) {
      if (!isFolded(findings, each) && !isFoldedIntoCandidate(candidates, each)) {
        findings.add(each);
      }
    }
    findings.sort(null);
    return new FileResult(
        own.path(), findings, candidates, own.facts(), own.suppressions(), own.notifications());
  }

  private static boolean isFolded(List<Finding> findings, Finding other) {
    for (int i = 0; i < findings.size(); i++) {
      if (isSame(findings.get(i), other)) {
        findings.set(i, naming(findings.get(i), other));
        return true;
      }
    }
    return false;
  }

  private static boolean isFoldedIntoCandidate(List<Candidate> candidates, Finding other) {
    for (int i = 0; i < candidates.size(); i++) {
      Candidate candidate = candidates.get(i);
      if (isSame(candidate.finding(), other)) {
        candidates.set(i, new Candidate(naming(candidate.finding(), other), candidate.evidence()));
        return true;
      }
    }
    return false;
  }

  private static boolean isSame(Finding one, Finding other) {
    return one.rule().equals(other.rule()) && one.at().startLine() == other.at().startLine();
  }

  private static Finding naming(Finding finding, Finding other) {
    return finding
        .with(other.related().get(0))
        .withMessage(finding.message() + " (" + other.related().get(0).message() + " too)");
  }
}
