package dev.zonegate.maven;

import dev.zonegate.catalogue.Catalogue;
import dev.zonegate.engine.SuppressionNotes;
import dev.zonegate.gate.AuditTrail;
import dev.zonegate.gate.AuthorVerdict;
import dev.zonegate.gate.Results;
import dev.zonegate.gate.RuleNames;
import dev.zonegate.gate.Verdict;
import dev.zonegate.rule.Rule;
import dev.zonegate.rule.RuleInfo;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.apache.maven.plugin.MojoExecutionException;

/** What every report needs: the rules by name, and the day. */
final class Reports {
  private Reports() {}

  /** All rules, and the notes about suppressions. */
  static RuleNames ruleNames() {
    List<RuleInfo> rules = new ArrayList<>();
    rules.add(SuppressionNotes.INFO);
    Catalogue.rules().stream().map(Rule::info).forEach(rules::add);
    return new RuleNames(rules);
  }

  /** The day that suppressions are judged by: the same on every machine. */
  static LocalDate today() {
    return LocalDate.now(ZoneOffset.UTC);
  }

  /** Writes the audit trail into a folder. */
  static void writeAudit(
      Verdict verdict,
      AuthorVerdict authors,
      String prefix,
      Results results,
      String version,
      Path folder)
      throws MojoExecutionException {
    Path file = folder.resolve(AuditTrail.NAME);
    try {
      AuditTrail.write(verdict, authors, prefix, results, version, file);
    } catch (IOException e) {
      throw new MojoExecutionException("cannot write " + file + ": " + e, e);
    }
  }
}
