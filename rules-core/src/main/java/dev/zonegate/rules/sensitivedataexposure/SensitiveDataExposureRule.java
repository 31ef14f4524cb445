package dev.zonegate.rules.sensitivedataexposure;

import dev.zonegate.model.ResourceFile;
import dev.zonegate.model.SourceFile;
import dev.zonegate.model.SourceFile.Role;
import dev.zonegate.rule.Candidate;
import dev.zonegate.rule.Reporter;
import dev.zonegate.rule.ResourceReporter;
import dev.zonegate.rule.Rule;
import dev.zonegate.rule.RuleInfo;
import dev.zonegate.rule.RulePattern;
import dev.zonegate.rule.Settler;
import dev.zonegate.rules.sensitivedataexposure.LeakySerialisation.Written;
import dev.zonegate.rules.sensitivedataexposure.LoggedObject.Logged;
import dev.zonegate.rules.sensitivedataexposure.RawEntity.Answered;

/** Flags secrets and personal data that get into logs, answers and texts where they can be read. */
public final class SensitiveDataExposureRule implements Rule {
  static final RulePattern SECRET_IN_LOG =
      RulePattern.warning(
          "secretInLog", "`%s` puts %s into the log in clear text", "leave it out or mask it");
  static final RulePattern PII_OBJECT_IN_LOG =
      RulePattern.warning(
          "piiObjectInLog",
          "`%s` puts a whole object into the log, %s included",
          "log its id, or leave the data out of its `toString`");
  static final RulePattern EXCEPTION_TO_CLIENT =
      RulePattern.warning(
          "exceptionToClient",
          "`%s` tells the client what went wrong inside",
          "log it and answer with a text of your own");
  static final RulePattern STACK_TRACE_ON =
      RulePattern.warning("stackTraceOn", "`%s` %s", "set it in a profile for developers only");
  static final RulePattern RAW_ENTITY =
      RulePattern.warning(
          "rawEntity", "`%s` answers with the entity `%s`%s", "map it to a DTO or a projection");
  static final RulePattern LEAKY_SERIALISATION =
      RulePattern.warning(
          "leakySerialisation",
          "`%s.%s` is written to JSON and tells %s",
          "add `@JsonIgnore` or `@JsonProperty(access = WRITE_ONLY)`");
  static final RulePattern LEAKY_TO_STRING =
      RulePattern.warning(
          "leakyToString",
          "`toString` of `%s` tells %s, `%s`",
          "leave it out, with `@ToString.Exclude` or a method of your own");
  static final RulePattern WIRE_LOGGING =
      RulePattern.warning(
          "wireLogging", "`%s` writes %s to the log", "log less, or redact credentials and bodies");
  static final RulePattern USER_ENUMERATION =
      RulePattern.warning(
          "userEnumeration",
          "`%s` tells an unknown user from a wrong password",
          "answer the same in both cases");

  private static final RuleInfo INFO =
      RuleInfo.named("AI07", "SensitiveDataExposure")
          .summary("Keep secrets, personal data and internals out of logs and answers")
          .cwe(200, 201, 209, 532, 359, 497, 215, 212)
          .patterns(
              SECRET_IN_LOG,
              PII_OBJECT_IN_LOG,
              EXCEPTION_TO_CLIENT,
              STACK_TRACE_ON,
              RAW_ENTITY,
              LEAKY_SERIALISATION,
              LEAKY_TO_STRING,
              WIRE_LOGGING,
              USER_ENUMERATION);

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
    RawEntity.find(file, report);
    LeakySerialisation.find(file, report);
    LeakyToString.find(file, report);
    WireLogging.find(file, report);
    UserEnumeration.find(file, report);
  }

  @Override
  public void check(ResourceFile file, ResourceReporter report) {
    if (file.role() == Role.MAIN) {
      StackTraceOn.find(file, report);
    }
  }

  @Override
  public void settle(Candidate candidate, Settler settler) {
    if (candidate.evidence() instanceof Logged logged) {
      LoggedObject.settle(candidate, logged, settler);
    } else if (candidate.evidence() instanceof Answered answered) {
      RawEntity.settle(candidate, answered, settler);
    } else if (candidate.evidence() instanceof Written written) {
      LeakySerialisation.settle(candidate, written, settler);
    }
  }
}
