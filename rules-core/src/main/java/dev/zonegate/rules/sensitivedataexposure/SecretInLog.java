package dev.zonegate.rules.sensitivedataexposure;

import dev.zonegate.match.LogCall;
import dev.zonegate.match.LogCall.Level;
import dev.zonegate.match.SensitiveNames.Meaning;
import dev.zonegate.model.Expr;
import dev.zonegate.model.SourceFile;
import dev.zonegate.rule.Confidence;
import dev.zonegate.rule.Reporter;
import java.util.Optional;

/** Finds secrets that are written to a log, and headers that carry them. */
final class SecretInLog {
  private final SourceFile file;
  private final Reporter report;

  private SecretInLog(SourceFile file, Reporter report) {
    this.file = file;
    this.report = report;
  }

  static void find(SourceFile file, Reporter report) {
    SecretInLog search = new SecretInLog(file, report);
    for (Expr.Call call : file.all(Expr.Call.class)) {
      LogCall.of(file, call)
          .filter(log -> !log.call().name().equals("printStackTrace"))
          .ifPresent(search::log);
    }
  }

  private void log(LogCall log) {
    for (Expr argument : log.arguments()) {
      for (Expr value : Shown.by(file, argument)) {
        value(log, argument, value);
      }
    }
  }

  private void value(LogCall log, Expr argument, Expr value) {
    Expr place = argument.span().contains(value.span()) ? value : argument;
    Optional<Meaning> meaning = SensitiveValue.of(file, value);
    if (SensitiveValue.isHeaderRead(file, value)) {
      report.at(
          place,
          SensitiveDataExposureRule.WIRE_LOGGING,
          Texts.shown(file, value),
          "headers with their credentials");
    } else if (meaning.isPresent()) {
      report
          .at(
              place,
              SensitiveDataExposureRule.SECRET_IN_LOG,
              Texts.shown(file, value),
              meaning.get().kind().words())
          .confidence(confidence(log, meaning.get()));
    } else {
      LoggedObject.find(file, log, place, value, report);
    }
  }

  private static Confidence confidence(LogCall log, Meaning meaning) {
    boolean isLoud = log.level() != Level.DEBUG && log.level() != Level.UNKNOWN;
    return isLoud && !meaning.isAmbiguous() ? Confidence.HIGH : Confidence.MEDIUM;
  }
}
