package dev.zonegate.rules.timezone;

import dev.zonegate.match.ApiSet;
import dev.zonegate.model.Annotation;
import dev.zonegate.model.Decl;
import dev.zonegate.model.Expr;
import dev.zonegate.model.Modifier;
import dev.zonegate.model.SourceFile;
import dev.zonegate.model.Variable;
import dev.zonegate.rule.Confidence;
import dev.zonegate.rule.Report;
import dev.zonegate.rule.Reporter;
import dev.zonegate.rule.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Finds moments kept as {@code LocalDateTime}, which names none. */
final class LocalForInstant {
  private static final Set<String> STORED =
      Set.of(
          "jakarta.persistence.Entity",
          "jakarta.persistence.MappedSuperclass",
          "jakarta.persistence.Embeddable",
          "org.springframework.data.mongodb.core.mapping.Document",
          "org.springframework.data.redis.core.RedisHash",
          "org.springframework.data.relational.core.mapping.Table",
          "com.baomidou.mybatisplus.annotation.TableName",
          "com.mybatisflex.annotation.Table");
  private static final Set<String> STAMPS =
      Set.of(
          "org.hibernate.annotations.CreationTimestamp",
          "org.hibernate.annotations.UpdateTimestamp",
          "org.springframework.data.annotation.CreatedDate",
          "org.springframework.data.annotation.LastModifiedDate");
  private static final Pattern EXCHANGED =
      Pattern.compile(".*(?:Dto|DTO|Event|Token|Entity|Request|Response|Session|Message|Payload)");
  private static final Pattern MOMENT =
      Pattern.compile(
          "(?:(?:last)?(?:creat|updat|modifi|delet|remov|expir|issu|publish|process|complet|approv|cancel|"
              + "revok|verifi|receiv|sent|archiv|log(?:ged)?in|seen|access|sync)\\w{0,3}(?:At|On|Time|Date|Timestamp)?"
              + "|(?:gmt|last)(?:Creat|Updat|Modifi|Login|Seen|Access|Sync)\\w*"
              + "|(?:valid|locked)Until|\\w*(?:[tT]imestamp|[eE]xpiry|[eE]xpiration|[eE]xpires(?:At|On)?|[dD]eadline)"
              + "|\\w+(?:ed|nt|d)At|\\w+(?:ed|nt)On)");
  private static final Pattern PERHAPS_WALL_CLOCK =
      Pattern.compile("(?:start|end)(?:Time|edAt|edOn)|scheduled(?:At|On)|\\w*[dD]eadline");
  private static final Pattern CALENDAR =
      Pattern.compile(
          ".*(?:Appointment|Meeting|Shift|Schedule|Opening|Booking|Reservation|Calendar|Slot|Holiday|Visit|Course).*");
  private static final ApiSet COMPARES =
      ApiSet.of(
          "java.time.LocalDateTime#isBefore(*)",
          "java.time.LocalDateTime#isAfter(*)",
          "java.time.LocalDateTime#isEqual(*)");
  private static final ApiSet LABELS =
      ApiSet.of(
          "java.time.LocalDateTime#toInstant(*)",
          "java.time.LocalDateTime#toEpochSecond(*)",
          "java.time.LocalDateTime#atOffset(*)",
          "java.time.LocalDateTime#atZone(*)");
  private static final ApiSet TIMESTAMP = ApiSet.of("java.sql.Timestamp#valueOf(LocalDateTime)");

  private LocalForInstant() {}

  static void find(SourceFile file, Reporter report) {
    for (Decl.Type type : file.all(Decl.Type.class)) {
      findStored(type, report);
    }
    for (Expr.Call call : file.all(Expr.Call.class)) {
      if (COMPARES.matches(call).isYes()) {
        findCompared(file, call, report);
      } else if (LABELS.matches(call).isYes()) {
        findLabelled(file, call, report);
      } else if (TIMESTAMP.matches(call).isYes()
          && Values.isLocalNow(file, call.arguments().get(0))) {
        report.at(
            call,
            TimeZoneRule.LOCAL_FOR_INSTANT,
            Surroundings.shown(file, call),
            "goes through local time, which repeats an hour each autumn");
      }
    }
  }

  private static void findStored(Decl.Type type, Reporter reporter) {
    List<Variable> variables = new ArrayList<>(type.components());
    for (Decl member : type.members()) {
      if (member instanceof Decl.Field field && !field.modifiers().contains(Modifier.STATIC)) {
        variables.add(field);
      }
    }
    boolean isStored = isAnnotated(type.annotations(), STORED);
    if (!isStored && !EXCHANGED.matcher(type.name()).matches()
        || variables.stream().anyMatch(LocalForInstant::isZone)) {
      return;
    }
    for (Variable variable : variables) {
      if (variable.type().ref().isNamed("java.time.LocalDateTime") && isMoment(variable, type)) {
        Report report =
            reporter.at(
                variable,
                TimeZoneRule.LOCAL_FOR_INSTANT,
                variable.name(),
                "is a moment, but a `LocalDateTime` shifts with the zone that reads it");
        if (reporter.isOn("utcColumns") && isStored) {
          report.severity(Severity.NOTE);
        }
      }
    }
  }

  private static boolean isMoment(Variable variable, Decl.Type type) {
    if (isAnnotated(variable.annotations(), STAMPS)) {
      return true;
    }
    boolean isAmbiguous = PERHAPS_WALL_CLOCK.matcher(variable.name()).matches();
    return isAmbiguous
        ? !CALENDAR.matcher(type.name()).matches()
        : MOMENT.matcher(variable.name()).matches();
  }

  private static boolean isZone(Variable variable) {
    return variable.type().ref().isAnyOf("java.time.ZoneId", "java.util.TimeZone").isYes()
        || variable.name().matches("(?i).*(?:timezone|zoneid|zoneoffset)|zone|tz");
  }

  private static boolean isAnnotated(List<Annotation> annotations, Set<String> names) {
    return annotations.stream().anyMatch(each -> names.stream().anyMatch(each.type()::isNamed));
  }

  private static void findCompared(SourceFile file, Expr.Call call, Reporter report) {
    Expr now = call.target();
    Expr other = call.arguments().get(0);
    if (now == null) {
      return;
    }
    if (Values.isLocalNow(file, other)) {
      Expr swapped = now;
      now = other;
      other = swapped;
    }
    String name = Values.leafName(other);
    if (Values.isLocalNow(file, now) && (MOMENT.matcher(name).matches())) {
      report.at(
          call,
          TimeZoneRule.LOCAL_FOR_INSTANT,
          Surroundings.shown(file, call),
          "compares local times, wrong by an hour when clocks change");
    }
  }

  /**
   * {@code LocalDateTime.now().toInstant(ZoneOffset.UTC)}: read in one zone, labelled as another.
   */
  private static void findLabelled(SourceFile file, Expr.Call call, Reporter report) {
    if (Values.isLocalNow(file, call.target()) && isUtc(call.arguments().get(0))) {
      report
          .at(
              call,
              TimeZoneRule.LOCAL_FOR_INSTANT,
              Surroundings.shown(file, call),
              "calls the machine's local time UTC, wrong by its offset")
          .severity(Severity.ERROR)
          .confidence(Confidence.HIGH);
    }
  }

  private static boolean isUtc(Expr zone) {
    if (zone instanceof Expr.FieldAccess constant) {
      return constant.name().equals("UTC");
    }
    return zone instanceof Expr.Name name && name.name().equals("UTC");
  }
}
