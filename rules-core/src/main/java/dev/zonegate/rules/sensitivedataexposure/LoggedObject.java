package dev.zonegate.rules.sensitivedataexposure;

import dev.zonegate.match.ApiSet;
import dev.zonegate.match.LogCall;
import dev.zonegate.match.LogCall.Level;
import dev.zonegate.match.TypeNames;
import dev.zonegate.model.Expr;
import dev.zonegate.model.SourceFile;
import dev.zonegate.rule.Candidate;
import dev.zonegate.rule.Confidence;
import dev.zonegate.rule.Evidence;
import dev.zonegate.rule.Related;
import dev.zonegate.rule.Reporter;
import dev.zonegate.rule.Settler;
import dev.zonegate.rules.sensitivedataexposure.Disclosure.Told;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Finds whole objects that are logged, and settles by what their text forms tell. */
final class LoggedObject {
  private static final ApiSet JSON_WRITERS = ApiSet.load("exposure/json-writers.api");

  /**
   * What is logged.
   *
   * @param shown as typed
   * @param types what it may be, or be made of
   * @param isSecret whether it is asked for secrets, else for personal data
   */
  record Logged(String shown, List<String> types, boolean isJson, boolean isSecret, boolean isLoud)
      implements Evidence {}

  private LoggedObject() {}

  /** Whether {@code value} is an object written as JSON. */
  static boolean isJson(Expr value) {
    return value instanceof Expr.Call call
        && !call.arguments().isEmpty()
        && JSON_WRITERS.matches(call).isYes();
  }

  static void find(SourceFile file, LogCall log, Expr place, Expr value, Reporter report) {
    boolean isJson = isJson(value);
    Expr object = isJson ? ((Expr.Call) value).arguments().get(0) : value;
    List<String> types = types(file, object);
    if (types.isEmpty()) {
      return;
    }
    String shown = Texts.shown(file, object);
    boolean isLoud = log.level() != Level.DEBUG;
    report.candidate(
        place,
        SensitiveDataExposureRule.SECRET_IN_LOG,
        new Logged(shown, types, isJson, true, isLoud),
        shown,
        "secrets");
    report.candidate(
        place,
        SensitiveDataExposureRule.PII_OBJECT_IN_LOG,
        new Logged(shown, types, isJson, false, isLoud),
        shown,
        "personal data");
  }

  private static List<String> types(SourceFile file, Expr object) {
    return TypeNames.of(file, object).stream().filter(LoggedObject::isOwn).toList();
  }

  private static boolean isOwn(String name) {
    return name.contains(".") && !name.startsWith("java.");
  }

  static void settle(Candidate candidate, Logged logged, Settler settler) {
    for (String type : logged.types()) {
      Disclosure disclosure = Disclosure.of(settler.project());
      List<Told> told = disclosure.told(type, logged.isJson());
      List<Told> secret = told.stream().filter(LoggedObject::isSecret).toList();
      List<Told> personal =
          told.stream().filter(each -> !each.meaning().kind().isSecret()).toList();
      boolean isPersonal =
          secret.isEmpty()
              && (personal.size() > 1
                  || personal.stream().anyMatch(each -> !each.meaning().isAmbiguous()));
      List<Told> wanted = logged.isSecret() ? secret : isPersonal ? personal : List.of();
      Optional<Told> worst =
          wanted.stream().min(Comparator.comparing(each -> each.meaning().isAmbiguous()));
      if (worst.isPresent()) {
        report(candidate, logged, worst.get(), settler);
        return;
      }
    }
  }

  private static boolean isSecret(Told told) {
    return told.meaning().kind().isSecret() && !told.meaning().isAmbiguous();
  }

  private static void report(Candidate candidate, Logged logged, Told told, Settler settler) {
    String field = told.owner() + "." + told.field().name();
    settler
        .report(
            candidate,
            logged.shown(),
            logged.isSecret()
                ? told.meaning().kind().words() + " (`" + field + "`)"
                : "`" + field + "`")
        .confidence(logged.isLoud() ? Confidence.HIGH : Confidence.MEDIUM)
        .related(new Related(told.path(), told.field().at(), "told by the text form of its type"));
  }
}
