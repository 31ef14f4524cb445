package dev.zonegate.rules.sensitivedataexposure;

import dev.zonegate.model.SourceFile;
import dev.zonegate.model.SourceFile.Role;
import dev.zonegate.rule.Reporter;
import dev.zonegate.rule.Rule;
import dev.zonegate.rule.RuleInfo;
import dev.zonegate.rule.RulePattern;

/** Flags secrets and personal data that get into logs, answers and texts where they can be read. */
public final class SensitiveDataExposureRule implements Rule {
  static final RulePattern SECRET_IN_LOG =
      RulePattern.warning(
          "secretInLog", "`%s` puts %s into the log in clear text", "leave it out or mask it");
  static final RulePattern EXCEPTION_TO_CLIENT =
      RulePattern.warning(
          "exceptionToClient",
          "`%s` tells the client what went wrong inside",
          "log it and answer with a text of your own");
  static final RulePattern WIRE_LOGGING =
      RulePattern.warning(
          "wireLogging", "`%s` writes %s to the log", "log less, or redact credentials and bodies");

  private static final RuleInfo INFO =
      RuleInfo.named("AI07", "SensitiveDataExposure")
          .summary("Keep secrets, personal data and internals out of logs and answers")
          .cwe(200, 201, 209, 532, 359, 497, 215, 212)
          .patterns(SECRET_IN_LOG, EXCEPTION_TO_CLIENT, WIRE_LOGGING);

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(SourceFile file, Reporter report) {
    if (file.role() != Role.MAIN) {
      return;
    }
    SecretInLog.find(file, report);
    ExceptionToClient.find(file, report);
    WireLogging.find(file, report);
  }
}
